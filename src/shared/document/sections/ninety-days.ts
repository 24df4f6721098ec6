/** First 90 days: the calendar, who leads what and joins whom, what each function does on day one, and where the plan went back. */
import type { CalendarData } from '../../figures/calendar-data.ts';
import type { Initiative } from '../../model/index.ts';
import { addDays, daysBetween } from '../../lib/dates.ts';
import { caption, emphasised, figureBlock, marked, paragraph } from '../builders.ts';
import type { Block, Paragraph, Run, Table, TableRow } from '../blocks.ts';
import { calendarFigure } from '../drawings.ts';
import { inOrder, type Material } from '../material.ts';
import type { Section } from '../section.ts';
import { clause, endSentence, join, plain } from '../words/text.ts';
import { joinsText } from './joins.ts';
import { boldStart, cellText, heads, labelOrTitle, missing, plainTable, sectionTitle } from './parts.ts';

/** First 90 days. */
export const ninetyDays: Section = {
  id: 'ninety-days',
  compose: (material, { brand }) => {
    const { data, words } = material;
    const initiatives = data.initiative.toSorted(inOrder);
    const none = words.sentence('ninety.none');
    const start = firstMonday(material);
    if (initiatives.length === 0) {
      return {
        blocks: [
          sectionTitle('ninety-days', words),
          paragraph('ninety.none', 'body', none),
          ...dayOneBlocks(material, start),
          ...stepsBack(material),
        ],
        empty: [{ stage: 'map', sentence: none }],
      };
    }
    const calendar = start === null ? null : calendarData(material, initiatives, start);
    const figure = calendar === null ? null : calendarFigure(material, brand, calendar);
    return {
      blocks: [
        sectionTitle('ninety-days', words),
        ...(figure === null || calendar === null
          ? [paragraph('ninety.undated', 'body', words.sentence('ninety.undated'), { keepNext: true })]
          : [
              caption('ninety.caption', 'figure', calendarCaption(material, calendar), 'fig_calendar'),
              figureBlock('ninety.calendar', figure, 166, figure.height < halfPage),
            ]),
        initiativeTable(material, initiatives, start),
        ...stepsBack(material),
        ...dayOneBlocks(material, start),
      ],
      warnings: figure?.warnings ?? [],
    };
  },
};

/** Pixels of height beyond which a figure and the head of its table no longer have to share a page. */
const halfPage = 480;

/** The Monday on which the thirteen weeks begin: as set, else of the first initiative; null while nothing is dated. */
function firstMonday({ engagement, data }: Material): string | null {
  const first = data.initiative.flatMap((row) => row.from ?? []).toSorted()[0] ?? null;
  const day = engagement.ninetyDaysFrom ?? first;
  return day === null ? null : addDays(day, -(((daysBetween(someMonday, day) % 7) + 7) % 7));
}

const someMonday = '2024-01-01';

/** A, B, C … Z, AA, AB … */
function letterOf(at: number): string {
  return `${at < 26 ? '' : letterOf(Math.floor(at / 26) - 1)}${String.fromCodePoint(65 + (at % 26))}`;
}

/** Whether an initiative works on the constraint itself, which gives its row the accent. */
function isAtConstraint({ data, constraint }: Material, row: Initiative): boolean {
  return constraint.confirmed !== null && data.priority.find((one) => one.id === row.priority)?.relation === 'exploits';
}

function calendarData(material: Material, initiatives: readonly Initiative[], start: string): CalendarData {
  const { data, words } = material;
  const rowOf = new Map(initiatives.map((row, at) => [row.id, at]));
  const place = (id: string | null): number | undefined => (id === null ? undefined : rowOf.get(id));
  return {
    start,
    initiatives: initiatives.map((row, at) => ({
      letter: letterOf(at),
      name: plain(row.title),
      from: row.from,
      to: row.to,
      constraint: isAtConstraint(material, row),
    })),
    milestones: data.milestone.flatMap((row) => {
      const at = place(row.initiative);
      return at === undefined || row.on === null
        ? []
        : [{ row: at, date: row.on, kind: row.kind, label: plain(row.what) }];
    }),
    joins: data.join.flatMap((row) => {
      const [rowA, rowB] = [place(row.initiative), place(row.withInitiative)];
      if (rowA === undefined || rowB === undefined || rowA === rowB || row.on === null) return [];
      return [{ rowA, rowB, date: row.on, label: plain(row.short) || plain(row.handsOver) }];
    }),
    closedWeeks: data.closedWeek.flatMap((row) => row.monday ?? []),
    reviews: data.plannedReview
      .flatMap((row) => row.on ?? [])
      .toSorted()
      .map((date, at) => ({ date, label: words.say('working.review', { number: at + 1 }) }))
      .filter(({ date }) => isInCalendar(start, date)),
  };
}

function isInCalendar(start: string, date: string): boolean {
  const day = daysBetween(start, date);
  return day >= 0 && day < 91;
}

function initiativeTable(material: Material, initiatives: readonly Initiative[], start: string | null): Table {
  const { words } = material;
  const columns = ['number', 'initiative', 'lead', 'joins', 'measure'];
  return {
    kind: 'table',
    key: 'ninety.table',
    table: 'ninety-days',
    head: heads(
      'ninety.table',
      columns.map((column) => words.say(`ninety.${column}`)),
    ),
    rows: initiatives.map((row, at) => initiativeRow(material, row, letterOf(at), start)),
  };
}

function initiativeRow(material: Material, row: Initiative, letter: string, start: string | null): TableRow {
  const { data, words, names } = material;
  const key = `initiative.${row.id}`;
  const milestones = data.milestone
    .filter((one) => one.initiative === row.id && one.on !== null && plain(one.what) !== '')
    .toSorted((a, b) => ((a.on ?? '') < (b.on ?? '') ? -1 : 1))
    .map((one) => words.say('ninety.milestone', { day: words.shortDay(one.on ?? ''), what: plain(one.what) }));
  const title = plain(row.title);
  const cell = (name: string, runs: readonly Run[]): readonly Paragraph[] => [
    paragraph(`${key}.${name}`, 'table-text', runs),
  ];
  const answer = answerNote(material, row);
  const joins = joinsText(material, row, start);
  return {
    key,
    cells: [
      cell('letter', [marked(isAtConstraint(material, row) ? 'accent' : 'fact-label', letter)]),
      [
        ...cell('title', title === '' ? missing(words) : [emphasised(title)]),
        ...(milestones.length === 0 ? [] : [paragraph(`${key}.milestones`, 'table-note', milestones.join('; '))]),
      ],
      [
        ...cell('lead', cellText(names.personLine(row.lead, row.leadName), words)),
        ...(answer === '' ? [] : [paragraph(`${key}.answer`, 'table-note', answer)]),
      ],
      cell('joins', joins === null ? missing(words, 'joins.none') : [{ text: joins }]),
      cell('measure', cellText(clause(row.measure), words)),
    ],
  };
}

/** A lead who accepted needs no word; any other answer is said. */
function answerNote({ words }: Material, row: Initiative): string {
  if (row.leadAnswer === null || row.leadAnswer === 'accepted') return '';
  const condition = clause(row.leadCondition);
  return row.leadAnswer === 'accepted-if' && condition !== ''
    ? words.say('answer.accepted-if.condition', { condition })
    : words.say(`answer.${row.leadAnswer}`);
}

/** What the calendar shows; closed weeks are told here too, since no table below it has them. */
function calendarCaption({ data, words }: Material, { start, joins, milestones }: CalendarData): string {
  const isShown = ({ date }: { readonly date: string }): boolean => isInCalendar(start, date);
  const [hasJoins, hasMilestones] = [joins.some(isShown), milestones.some(isShown)];
  const marks = hasJoins && hasMilestones ? '' : hasJoins ? '.joins' : hasMilestones ? '.milestones' : '.bare';
  const mondays = data.closedWeek
    .flatMap((row) => row.monday ?? [])
    .toSorted()
    .filter((day) => daysBetween(start, day) >= -6 && daysBetween(start, day) < 91);
  const text = words.say(`caption.calendar${marks}`, { day: words.day(start) });
  if (mondays.length === 0) return text;
  return words.say('caption.calendar.closed', { text, days: words.list(mondays.map(words.day)) }, mondays.length);
}

/** Where the plan could not be agreed, and the decision that it went back to. */
function stepsBack({ data, decisions, words }: Material): Paragraph[] {
  return data.stepBack
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    .flatMap((row) => {
      const decision = data.decision.find((one) => one.id === row.decision);
      if (decision === undefined) return [];
      const initiative = data.initiative.find((one) => one.id === row.initiative);
      // A decision that is not translated stands nowhere else, and its label would tell nobody anything.
      const name = decisions.includes(decision)
        ? labelOrTitle(decision)
        : [plain(decision.label), clause(decision.title)].filter(Boolean).join(': ');
      const start = words.sentence('ninety.back', { decision: name });
      const about =
        initiative === undefined
          ? ''
          : row.on === null
            ? words.sentence('ninety.not-agreed', { initiative: plain(initiative.title) })
            : words.sentence('ninety.not-agreed.on', { initiative: plain(initiative.title), day: words.day(row.on) });
      return [
        paragraph(`step-back.${row.id}`, 'body', boldStart(start, join(about, endSentence(row.reason))), {
          gap: 'table',
        }),
      ];
    });
}

/** What each function does on the first Monday. */
function dayOneBlocks({ data, kit, names, words }: Material, start: string | null): Block[] {
  const order = [...kit.ids.functions];
  const rows = data.dayOne
    .filter((row) => plain(row.what) !== '')
    .toSorted((a, b) => order.indexOf(a.function) - order.indexOf(b.function) || (a.id < b.id ? -1 : 1));
  if (rows.length === 0) return [];
  const title = start === null ? words.say('day-one') : words.say('day-one.dated', { day: words.day(start) });
  return [
    paragraph('day-one.title', 'heading-3', title),
    plainTable(
      'day-one.table',
      'day-one',
      [words.say('day-one.function'), words.say('day-one.what')],
      rows.map((row) => ({
        id: row.id,
        cells: [[{ text: names.function(row.function) }], [{ text: clause(row.what) }]],
      })),
    ),
  ];
}
