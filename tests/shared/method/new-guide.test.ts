/** A guide put together for one interview becomes an entry of the kit. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { kitWithGuide, readKit } from '../../../src/main/services/read-kit.ts';
import { composeGuide, type DraftQuestion, type GuideDraft } from '../../../src/shared/method/new-guide.ts';
import { defaultKit } from '../../support/kit.ts';

const kit = defaultKit();
const shipped = readFileSync(join(import.meta.dirname, '../../../resources/kit/throughline-default.yaml'), 'utf8');
const own = (text: string, answer: string | null = null): DraftQuestion => ({
  question: null,
  text,
  answer,
  must: true,
});
const draftOf = (name: string, questions: readonly DraftQuestion[]): GuideDraft => ({
  name,
  minutes: 40,
  levels: ['front-line'],
  blocks: [{ name: 'Own block', minutes: 12, questions }],
});

it('gives readable ids that nothing in the kit has, also where names say the same or nothing in Latin letters', () => {
  const { guide, ids } = composeGuide(
    draftOf('Front line', [own('Fixed?', 'a'), own('Fixed!', 'b'), own('何が変わりましたか', 'c')]),
    kit,
  );
  expect(guide.id).toBe('front-line-2');
  expect([...ids]).toEqual([
    ['a', 'fixed-2'],
    ['b', 'fixed-3'],
    ['c', 'question'],
  ]);
  expect(guide.blocks[0]?.must).toEqual(['fixed-2', 'fixed-3', 'question']);
});

it('never gives an id that was retired', () => {
  const content = { ...kit.content, retired: ['service-desk', 'who-calls'] };
  const { guide, ids } = composeGuide(draftOf('Service desk', [own('Who calls?', 'a')]), { ...kit, content });
  expect(guide.id).toBe('service-desk-2');
  expect(ids.get('a')).toBe('who-calls-2');
});

it('writes out the words of other guides, names indicators by id, and leaves empty blocks out', () => {
  const draft = draftOf('Short', [
    { question: 'last-week', text: 'x', answer: null, must: false },
    { question: 'stale-backlog/orphan-work', text: 'x', answer: null, must: true },
  ]);
  const { guide } = composeGuide(
    { ...draft, blocks: [{ name: 'Empty', minutes: 5, questions: [] }, ...draft.blocks] },
    kit,
  );
  expect(guide.blocks).toEqual([
    {
      name: 'Own block',
      minutes: 12,
      must: ['stale-backlog/orphan-work'],
      questions: [
        { id: 'last-week', text: 'Walk me through last week: what took your time?' },
        'stale-backlog/orphan-work',
      ],
    },
  ]);
});

it.each([
  [false, ['sponsor', 'service-desk']],
  [true, ['service-desk', 'sponsor']],
])('stands in the text of the kit with its remarks kept; before the others: %s', (first, [one, other]) => {
  const { guide } = composeGuide(draftOf('Service desk', [own('Who calls?')]), kit);
  const text = kitWithGuide(shipped, guide, first);
  const read = readKit(text);
  const guides = read.ok ? read.value.content.guides.map(({ id }) => id) : [];
  expect(guides.indexOf(one ?? '')).toBeLessThan(guides.indexOf(other ?? ''));
  expect(text).toContain('# --- interview guides');
});
