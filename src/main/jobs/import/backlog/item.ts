/** One row of a backlog as a draft item; dates stay as written until their columns are known as a whole. */
import { createHash } from 'node:crypto';
import type {
  BacklogField,
  BacklogItem,
  Mapping,
  StatusClass,
  TrackerId,
} from '../../../../shared/api/import-types.ts';
import { parseFixedDay } from './dates.ts';
import { classifyStatus } from './statuses.ts';
import type { TextHandle, TextStore } from './text-store.ts';
import { isFormula } from './shape.ts';
import { hasDecimalComma, parseEffort, parseLink, parsePeople, parseReference, splitList } from './values.ts';

/** The fields that hold days. */
export const dayFields = ['createdOn', 'updatedOn', 'startOn', 'startedOn', 'closedOn', 'dueOn'] as const;

/** A field that holds a day. */
export type DayField = (typeof dayFields)[number];

/** A draft can still be corrected; `id` is the second identifier of its row. */
export type Draft = {
  item: { -readonly [Field in keyof BacklogItem]: BacklogItem[Field] };
  /** The description, which is put into the item when it is sent. */
  readonly description: TextHandle;
  readonly id: string;
  readonly madeKey: boolean;
  /** False when neither words nor dates told the status. */
  readonly statusKnown: boolean;
  /** The cell that was meant to be a number and is none. */
  readonly oddEffort: string | null;
  /** A number that was read with a decimal comma. */
  readonly commaEffort: string | null;
  /** The cell that was meant to be a web address and is none. */
  readonly oddLink: string | null;
};

/** What reading a row needs to know about the whole. */
export type RowReader = {
  readonly mapping: Mapping;
  readonly tracker: TrackerId;
  readonly statuses: Readonly<Record<string, StatusClass>>;
  readonly texts: TextStore;
};

/** Opens a function that reads rows; it keeps what it learned about status words. */
export function openRowReader({
  mapping,
  tracker,
  statuses,
  texts,
}: RowReader): (cells: readonly string[], line: number) => Draft | null {
  const columns = (field: BacklogField): readonly number[] => mapping[field] ?? [];
  const first = (field: BacklogField): ((cells: readonly string[]) => string) => {
    const own = columns(field);
    if (own.length === 0) return () => '';
    const [only = 0] = own;
    if (own.length === 1) return (cells) => plain(cells[only]);
    return (cells) => own.map((column) => plain(cells[column])).find(Boolean) ?? '';
  };
  const list = (field: BacklogField): ((cells: readonly string[]) => string[]) => {
    const own = columns(field);
    if (own.length === 0) return () => [];
    return (cells) => [...new Set(own.flatMap((column) => splitList(plain(cells[column]))))];
  };
  const read = Object.fromEntries(singles.map((field) => [field, first(field)])) as Record<
    Single,
    (cells: readonly string[]) => string
  >;
  // Few words fill these columns; as one string each they take a tenth of the room.
  const words = new Map<string, string>();
  const intern = (text: string): string => {
    const known = words.get(text);
    if (known !== undefined) return known;
    if (words.size < 20_000) words.set(text, text);
    return text;
  };
  // A day that can be read in one way only is read at once; what remains as written waits for its column.
  const day = (field: DayField, cells: readonly string[]): string => {
    const raw = read[field](cells);
    return raw === '' ? raw : (parseFixedDay(raw, field === 'dueOn') ?? raw);
  };
  const all = (field: 'description' | 'functionText', by: string): ((cells: readonly string[]) => string) => {
    const own = columns(field);
    return own.length > 1 ? (cells) => joined(cells, own, by) : read[field];
  };
  const descriptions = all('description', '\n\n');
  const functions = all('functionText', ', ');
  const labels = list('labels');
  const linked = list('linkedKeys');
  const classes = new Map<string, StatusClass | null>();
  const classify = (text: string): StatusClass | null => {
    const known = classes.get(text);
    if (known !== undefined) return known;
    const found = statuses[text] ?? classifyStatus(text);
    classes.set(text, found);
    return found;
  };

  return (cells, line) => {
    const description = descriptions(cells);
    const title = oneLine(read.title(cells) || description.slice(0, 120));
    if (title === '') return null;
    const type = intern(read.type(cells));
    const parentKey = parseReference(read.parentKey(cells));
    const writtenKey = parseReference(read.key(cells));
    const statusText = intern(read.status(cells));
    const effortText = read.effort(cells);
    const effort = effortText === '' ? null : parseEffort(effortText);
    const linkText = read.link(cells);
    const days = { closedOn: day('closedOn', cells), startedOn: day('startedOn', cells) };
    const status = decideStatus(cells, statusText, days);
    const item: Draft['item'] = {
      line,
      key: writtenKey || makeKey(title, parentKey, type),
      title,
      description: '',
      status: status ?? 'todo',
      statusText,
      effort,
      createdOn: day('createdOn', cells),
      updatedOn: day('updatedOn', cells),
      startOn: day('startOn', cells),
      ...days,
      dueOn: day('dueOn', cells),
      assignee: intern(parsePeople(read.assignee(cells))),
      functionText: intern(functions(cells)),
      parentKey,
      epicKey: parseReference(read.epicKey(cells)),
      linkedKeys: linked(cells).map(parseReference),
      labels: labels(cells).map(intern),
      type,
      link: parseLink(linkText),
      parentTitle: intern(oneLine(read.parentTitle(cells))),
      initiative: intern(oneLine(read.initiative(cells))),
    };
    const oddEffort = effort === null && effortText !== '' ? effortText : null;
    return {
      item,
      description: texts.put(description),
      id: read.id(cells),
      madeKey: writtenKey === '',
      statusKnown: status !== null,
      oddEffort,
      commaEffort: effort !== null && hasDecimalComma(effortText) ? effortText : null,
      oddLink: linkText !== '' && item.link === '' ? linkText : null,
    };
  };

  /** The user's word, then what ended the item, then its status, then its category, then its dates. */
  function decideStatus(
    cells: readonly string[],
    text: string,
    days: { closedOn: string; startedOn: string },
  ): StatusClass | null {
    const chosen = statuses[text];
    if (chosen !== undefined) return chosen;
    const byText = text === '' ? null : classify(text);
    const resolution = read.resolution(cells);
    if (resolution !== '' && (byText === 'done' || byText === null) && classify(resolution) === 'dropped')
      return 'dropped';
    // Asana and Trello name the column of the board here, which says little once an item is ticked off.
    if (days.closedOn !== '' && tracker === 'asana') return 'done';
    const category = read.statusCategory(cells);
    const byCategory = category === '' ? null : classify(category);
    if (tracker === 'trello' && byCategory === 'done') return 'done';
    if (/^(true|yes|1)$/i.test(read.archived(cells)) && byText !== 'done') return 'dropped';
    if (byText !== null) return byText;
    if (byCategory !== null) return byCategory;
    if (days.closedOn !== '') return 'done';
    if (days.startedOn !== '') return 'progress';
    return text === '' ? 'todo' : null;
  }
}

const singles = [
  ...dayFields,
  'key',
  'id',
  'title',
  'description',
  'status',
  'statusCategory',
  'resolution',
  'archived',
  'effort',
  'assignee',
  'functionText',
  'parentKey',
  'parentTitle',
  'epicKey',
  'initiative',
  'type',
  'link',
] as const;

type Single = (typeof singles)[number];

/** A key that a later export of the same items gives again, as long as their words stay. */
function makeKey(title: string, parent: string, type: string): string {
  const content = [title, parent, type].map((part) => part.normalize('NFC').toLowerCase()).join('\n');
  return `row-${createHash('sha1').update(content).digest('hex').slice(0, 10)}`;
}

function joined(cells: readonly string[], columns: readonly number[], by: string): string {
  return [...new Set(columns.map((column) => plain(cells[column])))].filter(Boolean).join(by);
}

/** A cell without what surrounds it; a formula without its result is no text. */
function plain(cell: string | undefined): string {
  const text = (cell ?? '').trim();
  return text.charCodeAt(0) === 61 && isFormula(text) ? '' : text;
}

function oneLine(text: string): string {
  return text.includes('\n') || text.includes('\r') ? text.replace(/\s*[\r\n]+\s*/g, ' ').trim() : text;
}
