/** Who would be recognised in spite of a protecting consent, told before anything of theirs is used. */
import { describe, expect, it } from 'vitest';
import { assessPeople } from '../../../src/shared/analysis/people.ts';
import { assessRecognisable } from '../../../src/shared/analysis/recognisable.ts';
import { Scene } from '../../support/analysis.ts';

const judge = (scene: Scene, id: string) => {
  const people = assessPeople(scene.data);
  const found = assessRecognisable(people.byId.get(id), people);
  return found === null ? null : { why: found.why, group: found.group };
};

describe('a protected person', () => {
  it('is recognisable as the only one of function and level who was heard, anonymous or background alike', () => {
    const scene = new Scene();
    const alone = scene.person('sales', 'front-line', 'anonymous');
    const other = scene.person('product', 'executive', 'background');
    scene.add('stakeholder', { function: 'sales', level: 'front-line' });
    expect(judge(scene, alone.id)).toEqual({
      why: 'only-one',
      group: { function: 'sales', level: 'front-line', people: 1 },
    });
    expect(judge(scene, other.id)?.why).toBe('only-one');
  });

  it('is one of few until three of the function and of the level were heard', () => {
    const scene = new Scene();
    const { id } = scene.person('sales', 'front-line', 'anonymous');
    scene.person('sales', 'front-line');
    expect(judge(scene, id)).toEqual({ why: 'few', group: { function: 'sales', level: null, people: 2 } });
    scene.person('sales', 'manager');
    expect(judge(scene, id)).toEqual({ why: 'few', group: { function: null, level: 'front-line', people: 2 } });
    scene.person('product', 'front-line');
    expect(judge(scene, id)).toBeNull();
  });

  it('is marked as soon as the consent is chosen, before the conversation was begun', () => {
    const scene = new Scene();
    const { id } = scene.add('stakeholder', { function: 'sales', level: 'manager' });
    const interview = scene.add('interview', {}).id;
    const part = scene.add('participant', { interview, person: id });
    expect(judge(scene, id)).toBeNull();
    scene.change('participant', part.id, { consent: 'anonymous' });
    expect(judge(scene, id)?.why).toBe('only-one');
  });

  it('cannot be judged without function or level', () => {
    const scene = new Scene();
    expect(judge(scene, scene.person('sales', null, 'anonymous').id)?.why).toBe('unplaced');
  });
});

it('the strictest consent that a person gave decides, and who may be quoted needs no protection', () => {
  const scene = new Scene();
  const { id } = scene.person('sales', 'front-line', 'by-name');
  expect(judge(scene, id)).toBeNull();
  const second = scene.add('interview', { status: 'done' }).id;
  scene.add('participant', { interview: second, person: id, consent: 'anonymous' });
  expect(judge(scene, id)?.why).toBe('only-one');
});
