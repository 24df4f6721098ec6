/** Working with this document: the questions of each review, how to read drift, dates, triggers, and what it leaves alone. */
import { addMonths } from '../../lib/dates.ts';
import { paragraph } from '../builders.ts';
import type { NumberedList, PartBlock } from '../blocks.ts';
import type { Material } from '../material.ts';
import type { Section } from '../section.ts';
import { endSentence, lowerFirst } from '../words/text.ts';
import { boldStart, labelled, sectionTitle, statements } from './parts.ts';

/** Working with this document. */
export const working: Section = {
  id: 'working',
  compose: (material) => {
    const { data, words } = material;
    const none = words.sentence('working.no-review');
    return {
      blocks: [
        sectionTitle('working', words),
        { kind: 'pair', key: 'working.parts', pair: 'working', left: reviewPart(material), right: datesPart(material) },
      ],
      empty: data.plannedReview.some((row) => row.on !== null) ? [] : [{ stage: 'map', sentence: none }],
    };
  },
};

function reviewPart({ kit, words }: Material): PartBlock[] {
  const { review_questions: asked, review_prompts: prompts } = kit.content;
  const questions: NumberedList = {
    kind: 'list',
    key: 'working.questions',
    items: asked.map(({ id, text }) => ({ key: `working.question.${id}`, runs: [{ text }] })),
  };
  return [
    paragraph(
      'working.questions.title',
      'heading-3',
      words.sentence('working.questions', { count: words.count(asked.length) }, asked.length),
    ),
    questions,
    ...(prompts.length === 0
      ? []
      : [
          paragraph('working.prompts', 'body', boldStart(words.say('working.prompts'), prompts.join(' ')), {
            gap: 'reading',
          }),
        ]),
    paragraph('working.drift.title', 'heading-3', words.say('working.drift.title')),
    paragraph('working.drift', 'body', words.sentence('working.drift')),
  ];
}

function datesPart(material: Material): PartBlock[] {
  const { data, kit, engagement, words } = material;
  const involvement = endSentence(engagement.earlierInvolvement);
  const reviews = data.plannedReview.flatMap((row) => row.on ?? []).toSorted();
  const triggers = kit.content.refresh_triggers.map(({ name }, at) =>
    at === 0 ? name : lowerFirst(name, words.locale),
  );
  return [
    paragraph('working.dates.title', 'heading-3', words.say('working.dates')),
    ...(reviews.length === 0
      ? [paragraph('working.no-review', 'table-text', words.sentence('working.no-review'))]
      : reviews.map((day, at) =>
          labelled(`working.review${at + 1}`, words.say('working.review', { number: at + 1 }), words.day(day)),
        )),
    validity(material),
    ...(triggers.length === 0
      ? []
      : [
          paragraph('working.refresh.title', 'heading-3', words.say('working.refresh')),
          paragraph('working.refresh', 'table-text', endSentence(triggers.join('; '))),
        ]),
    ...(involvement === ''
      ? []
      : [
          paragraph('working.next.title', 'heading-3', words.say('working.next')),
          paragraph('working.next', 'table-text', involvement),
        ]),
    paragraph('working.not.title', 'heading-3', words.say('working.not')),
    ...statements(
      'working.not',
      ['leaves-alone', 'not-an-audit', 'no-promise'].map((key) => words.say(key)),
    ),
  ];
}

/** The day that was set, else the window that the method gives, counted from the issue. */
function validity({ engagement, kit, input, words }: Material): PartBlock {
  const label = words.say('working.valid');
  const { from, to } = kit.content.validity_quarters;
  const issued =
    engagement.plannedIssueOn !== null && engagement.plannedIssueOn > input.today
      ? engagement.plannedIssueOn
      : input.today;
  const text =
    engagement.validUntil === null
      ? words.say('working.window', {
          from: words.day(addMonths(issued, Math.round(from * 3))),
          to: words.day(addMonths(issued, Math.round(to * 3))),
          least: words.count(from),
          most: words.count(to),
        })
      : words.day(engagement.validUntil);
  return labelled('working.valid', label, text, { gap: 'closing' });
}
