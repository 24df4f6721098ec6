/** Where a paragraph of the document comes from: the rows behind it, and the words that people said. */
import type { ClientData, Decision, EntityName } from '../model/index.ts';
import { entities } from '../model/index.ts';

/** A row behind a paragraph, with the field where one is meant. */
export type TracePlace = {
  readonly entity: EntityName;
  readonly id: string;
  readonly field?: string;
  /** What it is, to a person: "D1, winning metric". */
  readonly says: string;
};

/** A reading behind a paragraph that no single row gives: a stage and its view. */
export type TraceView = { readonly stage: string; readonly tab: string | null; readonly says: string };

/** What a paragraph rests on, the nearest first. */
export type Trace = { readonly rows: readonly TracePlace[]; readonly views: readonly TraceView[] };

/** Traces a paragraph by its key; `text` finds the very words of a quote. */
export function traceParagraph(key: string, text: string, data: ClientData): Trace {
  const rows = [...rowsOfKey(key, data), ...patternRows(key, text, data), ...headRows(key, data)];
  const known = rows.filter(
    ({ entity, id, field }, at) =>
      rows.findIndex((one) => one.entity === entity && one.id === id && one.field === field) === at,
  );
  return { rows: known, views: viewsOf(key) };
}

const uuid = /[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}/gu;

/** Rows whose ids stand in the key; the last one is the nearest. */
function rowsOfKey(key: string, data: ClientData): TracePlace[] {
  const ids = key.match(uuid) ?? [];
  return ids.toReversed().flatMap((id): TracePlace[] => {
    const found = findRow(id, data);
    if (found === null) return [];
    const rest = key.slice(key.indexOf(id) + id.length + 1);
    const field = fieldOf(found.entity, rest);
    const row: TracePlace = { ...found, ...(field === undefined ? {} : { field: field.name }) };
    const shown = field === undefined ? row : { ...row, says: `${row.says}, ${field.says.toLowerCase()}` };
    return [shown, ...(rest.startsWith('passage') ? passageOf(id, data) : []), ...evidenceOf(found, data)];
  });
}

/** Parts of a key after the id, and the field that they print. */
const printedFields: Readonly<Partial<Record<EntityName, Readonly<Record<string, string>>>>> = {
  decision: {
    title: 'title',
    statement: 'statement',
    passage: 'passageText',
    'fact.first-move': 'firstMove',
    'fact.proof-point': 'proofPoint',
    'fact.winning-metric': 'winningMetric',
    'gives-way': 'givesWay',
    promise: 'promise',
    assumes: 'assumption',
  },
  priority: {
    title: 'title',
    owner: 'owner',
    dates: 'startOn',
    relation: 'relation',
    note: 'relationReason',
  },
};

function fieldOf(entity: EntityName, rest: string): { readonly name: string; readonly says: string } | undefined {
  const name = Object.entries(printedFields[entity] ?? {}).find(
    ([start]) => rest === start || rest.startsWith(`${start}.`),
  )?.[1];
  if (name === undefined) return undefined;
  const declared = (entities[entity].fields as Readonly<Record<string, { readonly says: string }>>)[name];
  return declared === undefined ? undefined : { name, says: declared.says };
}

/** Entities whose rows are printed under their own id. */
const printed = [
  'decision',
  'priority',
  'criterion',
  'objection',
  'stop',
  'measureChange',
  'modelChange',
  'initiative',
  'join',
  'milestone',
  'dayOne',
  'stepBack',
  'step',
  'limit',
  'plannedReview',
] as const satisfies readonly EntityName[];

function findRow(id: string, data: ClientData): TracePlace | null {
  for (const entity of printed) {
    const row = (data[entity] as readonly { readonly id: string }[]).find((one) => one.id === id);
    if (row !== undefined) return { entity, id, says: nameOf(entity, row) };
  }
  return null;
}

function nameOf(entity: EntityName, row: object): string {
  const values = row as Readonly<Record<string, unknown>>;
  const { one, title } = entities[entity];
  const label = typeof values['label'] === 'string' ? values['label'] : '';
  const name = title === null ? '' : values[title];
  const words = typeof name === 'string' ? name : '';
  return [label === '' ? upperFirst(one) : label, words].filter(Boolean).join(' ');
}

function passageOf(id: string, data: ClientData): TracePlace[] {
  const decision: Decision | undefined = data.decision.find((row) => row.id === id);
  return decision === undefined || decision.passage === null
    ? []
    : [{ entity: 'passage', id: decision.passage, says: 'The passage in the strategy' }];
}

const grounds = { decision: 'decision', priority: 'priority', limit: 'limit', step: 'step' } as const;

/** The evidence that was linked to a row. */
function evidenceOf({ entity, id }: TracePlace, data: ClientData): TracePlace[] {
  if (!(entity in grounds)) return [];
  const ends = data.evidenceLink.filter((link) => link[entity as keyof typeof grounds] === id);
  return evidenceRows(
    ends.map((link) => link.evidence),
    data,
  );
}

/** A pattern: its finding, and the evidence of its indicators, the quoted words first. */
function patternRows(key: string, text: string, data: ClientData): TracePlace[] {
  const pattern = /^pattern\.([^.]+)\./u.exec(key)?.[1];
  if (pattern === undefined) return [];
  const finding = data.finding.find((row) => row.pattern === pattern);
  const field = /\.(diagnosis|cost|cause)$/u.exec(key)?.[1];
  const names = { diagnosis: 'diagnosis', cost: 'cost', cause: 'rootCause' } as const;
  const own: TracePlace[] =
    finding === undefined
      ? []
      : [
          {
            entity: 'finding',
            id: finding.id,
            ...(field === undefined ? {} : { field: names[field as keyof typeof names] }),
            says: 'The finding on this pattern',
          },
        ];
  const linked = data.evidenceLink
    .filter(({ indicator }) => indicator === pattern || indicator?.startsWith(`${pattern}/`) === true)
    .map((link) => link.evidence);
  const words = bare(text);
  const said = data.evidence.filter((row) => key.includes('.quote') && words !== '' && bare(row.text).includes(words));
  const quoted = evidenceRows(
    said.map(({ id }) => id),
    data,
  );
  return key.includes('.quote') && quoted.length > 0 ? quoted : [...own, ...evidenceRows(linked, data)];
}

const mostEvidence = 12;

function evidenceRows(ids: readonly string[], data: ClientData): TracePlace[] {
  return [...new Set(ids)].slice(0, mostEvidence).flatMap((id): TracePlace[] => {
    const row = data.evidence.find((one) => one.id === id);
    return row === undefined ? [] : [{ entity: 'evidence', id, says: `“${shorten(row.text)}”` }];
  });
}

const headFields: Readonly<Record<string, string>> = {
  'head.document': 'title',
  'head.for': 'preparedFor',
  'head.by': 'consultant',
  'head.notice': 'confidentiality',
  'found.reach': 'answerFirst',
  'working.valid': 'validUntil',
  'working.next': 'earlierInvolvement',
};

/** What the engagement itself says, and the decision in scope. */
function headRows(key: string, data: ClientData): TracePlace[] {
  const [engagement] = data.engagement;
  const field = headFields[key];
  const declared = field === undefined ? undefined : entities.engagement.fields[field as 'title'];
  const inScope = data.decision.find((row) => row.standing === 'in-scope');
  return [
    ...(engagement === undefined || field === undefined || declared === undefined
      ? []
      : [{ entity: 'engagement' as const, id: engagement.id, field, says: declared.says }]),
    ...(inScope !== undefined && (key === 'head.subtitle' || key === 'found.reach')
      ? [{ entity: 'decision' as const, id: inScope.id, field: 'statement', says: nameOf('decision', inScope) }]
      : []),
    ...(key === 'found.constraint' || key.startsWith('constraint.')
      ? data.constraint.map((row) => ({ entity: 'constraint' as const, id: row.id, says: 'The confirmed constraint' }))
      : []),
  ];
}

const views: readonly (readonly [start: string, TraceView])[] = [
  ['found.reach', { stage: 'sources', tab: 'coverage', says: 'Coverage of the backlog' }],
  ['found.figures.reach', { stage: 'sources', tab: 'coverage', says: 'Coverage of the backlog' }],
  ['found.figures.recall', { stage: 'patterns', tab: 'playback', says: 'Retellings of the decision' }],
  ['found.figures.gap', { stage: 'patterns', tab: 'heat', says: 'Heat map of functions' }],
  ['found.constraint', { stage: 'constraint', tab: null, says: 'The chain' }],
  ['found.change', { stage: 'patterns', tab: 'heat', says: 'The routing with its reasons' }],
  ['patterns.', { stage: 'patterns', tab: null, says: 'The patterns' }],
  ['constraint.', { stage: 'constraint', tab: null, says: 'The chain' }],
  ['translation.', { stage: 'map', tab: null, says: 'The map' }],
  ['stops.', { stage: 'map', tab: null, says: 'The stops of the map' }],
  ['measures.', { stage: 'map', tab: null, says: 'The measures of the map' }],
  ['ninety', { stage: 'map', tab: 'plan', says: 'The first 90 days' }],
  ['day-one', { stage: 'map', tab: 'plan', says: 'The first 90 days' }],
  ['working.', { stage: 'review', tab: null, says: 'The reviews' }],
  ['basis.heard', { stage: 'interviews', tab: null, says: 'Who was heard' }],
  ['basis.sources', { stage: 'sources', tab: null, says: 'The sources' }],
  ['basis.owners', { stage: 'map', tab: null, says: 'The owners of the map' }],
  ['basis.', { stage: 'scope', tab: null, says: 'The scope' }],
  ['head.', { stage: 'scope', tab: null, says: 'The scope' }],
];

function viewsOf(key: string): readonly TraceView[] {
  const found = views.find(([start]) => key.startsWith(start));
  return found === undefined ? [] : [found[1]];
}

function bare(text: string): string {
  return text.replace(/[“”„«»"‘’\s]+/gu, ' ').trim();
}

function shorten(text: string): string {
  return text.length <= 80 ? text : `${text.slice(0, 79)}…`;
}

function upperFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
