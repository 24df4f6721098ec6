/** The translation: each decision with its passage, what happens first, its priorities, and the objections that changed it. */
import type { Decision, Objection, Priority } from '../../model/index.ts';
import { caption, emphasised, labelOf, marked, pageOf, paragraph } from '../builders.ts';
import type { Block, Paragraph, Run, Table, TableRow } from '../blocks.ts';
import type { Material } from '../material.ts';
import type { Section, SectionOptions } from '../section.ts';
import { clause, endSentence, join, lowerFirst, plain } from '../words/text.ts';
import { criteriaCell } from './criterion-text.ts';
import { decisionFacts, decisionGrounds, passageQuote } from './decision-facts.ts';
import { boldStart, heads, labelOrTitle, missing, sectionTitle } from './parts.ts';

/** The translation. */
export const translation: Section = {
  id: 'translation',
  compose: (material, options) => {
    const { decisions, priorities, words } = material;
    const open = words.sentence(decisions.length === 0 ? 'translation.none' : 'translation.no-priority');
    const isOpen = decisions.length === 0 || priorities.length === 0;
    return {
      blocks: [
        sectionTitle('translation', words),
        ...(decisions.length === 0
          ? [paragraph('translation.none', 'body', open)]
          : [introduction(material), ...decisions.flatMap((decision) => decisionBlocks(material, decision, options))]),
      ],
      detail: options.content.appendix ? decisions.flatMap((decision) => decisionDetail(material, decision)) : [],
      empty: isOpen ? [{ stage: 'map', sentence: open }] : [],
      reported: decisions.flatMap((decision) => material.objectionsOf(decision.id).map((row) => row.evidence)),
    };
  },
};

/** Whether something of the decisions can move to an appendix. */
export function hasDecisionDetail(material: Material): boolean {
  return material.decisions.some(
    (decision) => decisionGrounds(material, decision).length > 0 || material.objectionsOf(decision.id).length > 0,
  );
}

/** Speaks of passages and of the column only where there are any; it is never left alone at the end of a page. */
function introduction(material: Material): Paragraph {
  const { decisions, priorities, constraint, words } = material;
  const hasPassage = decisions.some((decision) => passageQuote(material, decision) !== null);
  const opening = words.sentence(hasPassage ? 'translation.intro' : 'translation.intro.plain', {}, decisions.length);
  if (priorities.length === 0 || constraint.steps.length === 0) {
    const column = priorities.length > 0 && words.sentence('translation.column');
    return paragraph('translation.intro', 'body', join(opening, column), { keepNext: true });
  }
  const [before = '', after = ''] = words.sentence('translation.column.figure').split('{figure}');
  const runs: Run[] = [
    { text: `${opening} ${before}` },
    labelOf('fig_chain'),
    { text: words.say('translation.page') },
    pageOf('fig_chain'),
    { text: after },
  ];
  return paragraph('translation.intro', 'body', runs, { keepNext: true });
}

function decisionBlocks(material: Material, decision: Decision, { content }: SectionOptions): Block[] {
  const { words } = material;
  const key = `translation.${decision.id}`;
  const own = material.prioritiesOf(decision.id);
  const name = plain(decision.title) || clause(decision.statement);
  const title: Run[] = [
    { text: [plain(decision.label), name].filter(Boolean).join(': ') },
    ...(decision.standing === 'carried' ? [marked('quiet', `, ${words.say('carried')}`)] : []),
  ];
  const passage = passageQuote(material, decision);
  const statement = endSentence(decision.statement);
  const says = statement !== '' && decision !== material.inScope && clause(statement) !== clause(name);
  return [
    paragraph(`${key}.title`, 'heading-2', title),
    ...(passage === null && says ? [paragraph(`${key}.statement`, 'body', statement, { keepNext: true })] : []),
    ...(passage === null ? [] : [passage]),
    decisionFacts(material, decision),
    ...(own.length === 0
      ? [
          paragraph(
            `${key}.none`,
            'body',
            words.sentence('translation.decision-open', { decision: labelOrTitle(decision) }),
            { gap: 'table' },
          ),
        ]
      : priorityTable(material, decision, own, content.mergedCriteria)),
    ...notes(material, own),
    ...(content.appendix ? [] : [...decisionGrounds(material, decision), ...objectionBlocks(material, decision)]),
  ];
}

/** What moves to the appendix: the grounds of a decision, and the objections. */
function decisionDetail(material: Material, decision: Decision): Block[] {
  const detail = [...decisionGrounds(material, decision), ...objectionBlocks(material, decision)];
  if (detail.length === 0) return [];
  const title = [plain(decision.label), plain(decision.title)].filter(Boolean).join(': ');
  return [paragraph(`translation.${decision.id}.detail`, 'heading-2', title), ...detail];
}

function priorityTable(material: Material, decision: Decision, own: readonly Priority[], merged: boolean): Block[] {
  const { words } = material;
  const key = `translation.${decision.id}.priorities`;
  const columns = ['priority', 'owner', 'criteria', 'dates', 'constraint'];
  const table: Table = {
    kind: 'table',
    key,
    table: 'priorities',
    head: heads(
      key,
      columns.map((column) => words.say(`column.${column}`)),
    ),
    rows: own.map((row) => priorityRow(material, row, merged)),
  };
  const title = words.say('caption.priorities', { decision: labelOrTitle(decision) });
  return [caption(`${key}.caption`, 'table', title), table];
}

function priorityRow(material: Material, row: Priority, merged: boolean): TableRow {
  const { words } = material;
  const key = `priority.${row.id}`;
  const label = plain(row.label);
  const title = plain(row.title);
  return {
    key,
    cells: [
      [
        paragraph(`${key}.title`, 'table-text', [
          ...(label === '' ? [] : [marked('fact-label', label), { text: '  ' }]),
          ...(title === '' ? missing(words) : [emphasised(title)]),
        ]),
      ],
      ownerCell(material, row),
      criteriaCell(`${key}.criterion`, material.criteriaOf(row.id), words, merged),
      [paragraph(`${key}.dates`, 'table-text', datesText(row, words))],
      [paragraph(`${key}.relation`, 'table-text', relationRuns(row, words))],
    ],
  };
}

function ownerCell({ names, words }: Material, row: Priority): readonly Paragraph[] {
  const key = `priority.${row.id}.owner`;
  const shown = names.person(row.owner, row.ownerName);
  if (shown === null) return [paragraph(key, 'table-text', missing(words))];
  if (shown.name === null) return [paragraph(key, 'table-text', shown.role)];
  return [
    paragraph(key, 'table-text', shown.name),
    ...(shown.role === '' ? [] : [paragraph(`${key}.role`, 'table-note', shown.role)]),
  ];
}

function datesText({ startOn, endOn }: Priority, words: Material['words']): readonly Run[] {
  if (startOn === null && endOn === null) return missing(words);
  const from = startOn === null ? words.say('not-set') : words.shortDay(startOn);
  return [
    { text: `${from}\n${words.say('to', { day: endOn === null ? words.say('not-set') : words.shortDay(endOn) })}` },
  ];
}

/** The accent belongs to what acts on the constraint; what is off it is grey. */
function relationRuns({ relation }: Priority, words: Material['words']): readonly Run[] {
  if (relation === null) return missing(words);
  return [marked(relation === 'off' ? 'quiet' : 'accent', words.say(`relation.${relation}`))];
}

/** Why priorities off the constraint run now, and gains that carry a source; others are not printed. */
function notes({ words }: Material, own: readonly Priority[]): Paragraph[] {
  return own.flatMap((row) => {
    const values = { priority: labelOrTitle(row) };
    const reason = row.relation === 'off' ? clause(row.relationReason) : '';
    const [gain, source] = [clause(row.gain), clause(row.gainSource)];
    const text = join(
      reason !== '' && words.sentence('note.off', { ...values, reason: lowerFirst(reason, words.locale) }),
      gain !== '' && source !== '' && words.sentence('note.gain', { ...values, gain, source }),
    );
    return text === '' ? [] : [paragraph(`priority.${row.id}.note`, 'table-note', text, { gap: 'closing' })];
  });
}

/** Sentence 12 of the style, for each objection that was answered and may be told. */
function objectionBlocks({ objectionsOf, data, words }: Material, decision: Decision): Paragraph[] {
  const changed = (row: Objection): string => {
    const end =
      data.priority.find((one) => one.id === row.priority) ?? data.decision.find((one) => one.id === row.decision);
    if (end !== undefined) return words.sentence('objection.changed', { what: labelOrTitle(end) });
    return words.sentence(row.stop === null ? 'objection.changed-map' : 'objection.changed-stop');
  };
  return objectionsOf(decision.id).flatMap((row) => {
    const said = endSentence(row.said);
    if (row.disposition === null || said === '') return [];
    const start = row.disposition === 'changed-map' ? changed(row) : words.sentence(`objection.${row.disposition}`);
    const reason = row.disposition === 'declined' ? endSentence(row.reason) : '';
    return [
      paragraph(`objection.${row.id}`, 'body', boldStart(start, join(said, endSentence(row.changed), reason)), {
        gap: 'table',
      }),
    ];
  });
}
