/** Links go suspect on both ends when what they point to changes, and only then. */
import { describe, expect, it } from 'vitest';
import { assessSuspectLinks, decisionFingerprint, suspectAt } from '../../../src/shared/analysis/suspect.ts';
import { cleanEngagement } from '../../support/clean-engagement.ts';
import { plant } from '../../support/plant.ts';

describe('a link', () => {
  it('goes suspect on both ends when the decision behind a priority changes, until it is confirmed', () => {
    const { scene, d2, p3 } = cleanEngagement();
    plant(scene, 'decision', d2, { statement: 'Sites get a feature before they get a sensor.' });
    const links = assessSuspectLinks(scene.data);
    expect(links.map((link) => [link.kind, link.from.id, link.to?.id])).toEqual([['priority-decision', p3.id, d2.id]]);
    expect(suspectAt(links, 'priority', p3.id)).toEqual(links);
    expect(suspectAt(links, 'decision', d2.id)).toEqual(links);
    plant(scene, 'priority', p3, { decisionSeen: links[0]?.now ?? '' });
    expect(assessSuspectLinks(scene.data)).toEqual([]);
  });

  it('is mended when the change is taken back', () => {
    const { scene, passage } = cleanEngagement();
    const mend = plant(scene, 'passage', passage, { text: 'Other words.' });
    expect(assessSuspectLinks(scene.data).map((link) => link.kind)).toEqual(['decision-passage']);
    mend();
    expect(assessSuspectLinks(scene.data)).toEqual([]);
  });

  it('is not disturbed by what the other end does not depend on', () => {
    const { scene, d1, p1 } = cleanEngagement();
    plant(scene, 'decision', d1, {
      position: 9,
      standing: 'carried',
      promise: 'Pumps that run',
      statement: ` ${d1.statement}\n`,
    });
    plant(scene, 'priority', p1, { owner: null, ownerName: 'Ines Okafor', mandate: 'More', relation: 'draws' });
    expect(assessSuspectLinks(scene.data)).toEqual([]);
  });

  it('goes suspect when its far end is gone', () => {
    const { scene, d1 } = cleanEngagement();
    plant(scene, 'decision', d1, { passage: null });
    expect(assessSuspectLinks(scene.data)).toMatchObject([{ kind: 'decision-passage', to: null, now: '' }]);
  });

  it('that was never confirmed has nothing to compare', () => {
    const { scene, d1, p1, p2 } = cleanEngagement();
    for (const row of [p1, p2]) plant(scene, 'priority', row, { decisionSeen: '' });
    plant(scene, 'decision', d1, { title: 'Another' });
    expect(assessSuspectLinks(scene.data)).toEqual([]);
  });

  it('from an edited paragraph to its draft is judged where the drafts are known', () => {
    const { scene } = cleanEngagement();
    scene.add('paragraphEdit', { key: 'found.lead', text: 'In my words', draftSeen: 'aaaa' });
    expect(assessSuspectLinks(scene.data)).toEqual([]);
    expect(assessSuspectLinks(scene.data, new Map([['found.lead', 'aaaa']]))).toEqual([]);
    expect(assessSuspectLinks(scene.data, new Map([['found.lead', 'bbbb']]))).toMatchObject([
      { kind: 'paragraph-draft', now: 'bbbb' },
    ]);
    expect(assessSuspectLinks(scene.data, new Map())).toHaveLength(1);
  });

  it('keeps its mark over versions: these are the marks that client files hold', () => {
    const { d2 } = cleanEngagement();
    expect(decisionFingerprint(d2)).toBe('c110dbd1a38eefff');
  });
});
