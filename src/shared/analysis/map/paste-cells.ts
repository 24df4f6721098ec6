/** What one cell of a sheet says in a column of the map. */
import { readDay } from '../../lib/day-text.ts';
import { foldText } from '../../lib/text.ts';
import { entities, type Criterion, type Priority, type Stakeholder } from '../../model/index.ts';
import { type ReadNumber, readFigures } from './figures.ts';
import type { SheetColumn } from './paste-columns.ts';

/** What reading needs to know. */
export type CellReader = {
  readonly today: string;
  readonly readNumber: ReadNumber;
  readonly people: readonly Stakeholder[];
};

/** What a cell sets, or why it is not taken. */
export type CellReading =
  | { readonly priority: Partial<Priority> }
  | { readonly criterion: Partial<Criterion> }
  | { readonly stops: readonly string[] }
  | { readonly measure: { readonly drop: string; readonly add: string } }
  | { readonly why: string };

/** Reads a cell that holds something. */
export function readCell(column: SheetColumn, text: string, reader: CellReader): CellReading {
  switch (column) {
    case 'priority':
      return { priority: { title: lineOf(text) } };
    case 'owner':
      return { priority: readOwner(text, reader.people) };
    case 'criterion': {
      const [metric = '', ...where] = text.split(/\r?\n/u);
      const readIn = lineOf(where.join(' '));
      return { criterion: { metric: lineOf(metric), ...(readIn === '' ? {} : { readIn }) } };
    }
    case 'readIn':
      return { criterion: { readIn: lineOf(text) } };
    case 'unit':
      return text.trim() === '%' ? { criterion: { form: 'percent', unit: '' } } : { criterion: { unit: lineOf(text) } };
    case 'figures': {
      const figures = readFigures(text, reader.readNumber);
      return figures === null ? { why: 'no figures' } : { criterion: figures };
    }
    case 'baseline':
    case 'target':
      return readOneFigure(column, text, reader);
    case 'due':
    case 'start':
    case 'end':
      return readOneDay(column, text, reader);
    case 'runs':
      return readRun(text, reader);
    case 'relation': {
      const relation = readRelation(text);
      return relation === null ? { why: 'no relation to the constraint' } : { priority: { relation } };
    }
    case 'stops': {
      const stops = text.split(/\s*[;\n]\s*/u).map((one) => one.trim());
      return { stops: stops.filter((one) => /[\p{L}\p{N}]/u.test(one)) };
    }
    case 'measure': {
      const [drop = '', add, ...more] = text.split(/\s*(?:→|->|=>)\s*/u);
      if (more.length > 0) return { why: 'more than one arrow' };
      return { measure: add === undefined ? { drop: '', add: drop.trim() } : { drop: drop.trim(), add: add.trim() } };
    }
  }
}

/** The person of the list whom a text names by role or by name, else the text as it was typed. */
export function readOwner(
  text: string,
  people: readonly Stakeholder[],
): { readonly owner: string | null; readonly ownerName: string } {
  const typed = lineOf(text);
  const wanted = foldText(typed);
  const named = people.filter(({ name, role }) =>
    [name, role, `${name}, ${role}`].some((one) => one.trim() !== '' && foldText(one.trim()) === wanted),
  );
  const [person] = named;
  return named.length === 1 && person !== undefined
    ? { owner: person.id, ownerName: '' }
    : { owner: null, ownerName: typed };
}

function readOneFigure(column: 'baseline' | 'target', text: string, reader: CellReader): CellReading {
  const figures = readFigures(text, reader.readNumber);
  if (figures === null || figures.baseline !== null) return { why: 'no figure' };
  const { form, unit, target, targetOf } = figures;
  const shape = form === 'number' ? (unit === '' ? {} : { unit }) : { form };
  const value = column === 'baseline' ? { baseline: target, baselineOf: targetOf } : { target, targetOf };
  return { criterion: { ...shape, ...value } };
}

function readOneDay(column: 'due' | 'start' | 'end', text: string, { today }: CellReader): CellReading {
  const day = readDay(text, today);
  if (day === null) return { why: 'no day' };
  if (column === 'due') return { criterion: { dueOn: day } };
  return { priority: column === 'start' ? { startOn: day } : { endOn: day } };
}

function readRun(text: string, { today }: CellReader): CellReading {
  const [from = '', to, ...more] = text.split(/\s*[–—\n]\s*|\s+(?:-|to|until)\s+/u).filter((one) => one !== '');
  const [startOn, endOn] = [readDay(from, today), to === undefined ? null : readDay(to, today)];
  if (more.length > 0 || startOn === null || endOn === null) return { why: 'no start and end' };
  return { priority: { startOn, endOn } };
}

function readRelation(text: string): Priority['relation'] {
  const wanted = foldText(text.trim());
  const options = Object.entries(entities.priority.fields.relation.options ?? {});
  const found = options.find(
    ([id, says]) => foldText(id) === wanted || foldText(says) === wanted || foldText(says).startsWith(`${wanted} `),
  );
  return (found?.[0] ?? null) as Priority['relation'];
}

function lineOf(text: string): string {
  return text.replaceAll(/\s+/gu, ' ').trim().slice(0, 500);
}
