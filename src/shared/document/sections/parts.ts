/** What several sections build: their title, tables, cells that lack a value, sentences with a bold beginning. */
import { emphasised, line, marked, paragraph } from '../builders.ts';
import type { Block, Gap, Line, Paragraph, Run, Table, TableKind } from '../blocks.ts';
import type { Material } from '../material.ts';
import { plain, splitClause } from '../words/text.ts';
import type { Words } from '../words/words.ts';

/** The heading of a section. */
export function sectionTitle(id: string, words: Words): Paragraph {
  return paragraph(`${id}.title`, 'heading-1', words.say(`section.${id}`));
}

/** Text with its first clause in bold. */
export function leadRuns(text: string): readonly Run[] {
  const [first, rest] = splitClause(text);
  return rest === '' ? [emphasised(first)] : [emphasised(first), { text: rest }];
}

/** A bold beginning and the sentences after it. */
export function boldStart(start: string, rest: string): readonly Run[] {
  return rest === '' ? [emphasised(start)] : [emphasised(start), { text: ` ${rest}` }];
}

/** Runs that say that a value is missing. */
export function missing(words: Words, key = 'missing'): readonly Run[] {
  return [marked('quiet', words.say(key))];
}

/** A typed text for a cell, or that it is missing. */
export function cellText(text: string | null, words: Words): readonly Run[] {
  const shown = plain(text ?? '');
  return shown === '' ? missing(words) : [{ text: shown }];
}

/** A day for a cell, or that it is missing. */
export function cellDay(day: string | null, words: Words): readonly Run[] {
  return day === null ? missing(words) : [{ text: words.day(day) }];
}

/** A table of one paragraph in each cell; the first column is bold unless it is missing. */
export function plainTable(
  key: string,
  table: TableKind,
  head: readonly string[],
  rows: readonly { readonly id: string; readonly cells: readonly (readonly Run[])[] }[],
): Table {
  return {
    kind: 'table',
    key,
    table,
    head: heads(key, head),
    rows: rows.map(({ id, cells }) => ({
      key: `${key}.${id}`,
      cells: cells.map((runs, at) => [
        paragraph(`${key}.${id}.${at + 1}`, 'table-text', at === 0 ? runs.map(boldly) : runs),
      ]),
    })),
  };
}

/** The cells of a table's head. */
export function heads(key: string, texts: readonly string[]): readonly Line[] {
  return texts.map((text, at) => line(`${key}.head${at + 1}`, text));
}

/** A subheading with its table. */
export function titledTable(key: string, title: string, table: Table): readonly Block[] {
  return [paragraph(`${key}.title`, 'heading-3', title), table];
}

/** Statements one below the other in a cell or as a list without numbers. */
export function statements(key: string, texts: readonly (string | readonly Run[])[], gap: Gap = 'item'): Paragraph[] {
  return texts.map((text, at) => paragraph(`${key}${at + 1}`, 'table-text', text, at === 0 ? {} : { gap }));
}

/** A label in bold and its value behind it. */
export function labelled(
  key: string,
  label: string,
  text: string,
  options: { readonly gap?: Gap; readonly keepNext?: boolean } = {},
): Paragraph {
  return paragraph(key, 'table-text', [emphasised(label), { text: `  ${text}` }], options);
}

/** The label of a decision or priority as it is printed; its title where it has none yet. */
export function labelOrTitle(row: { readonly label: string; readonly title: string }): string {
  return plain(row.label) || plain(row.title);
}

/** What the chain completes, as the client counts it: singular or plural. */
export function unitFor({ engagement, words }: Material, count: number): string {
  const [one, many] = [plain(engagement.chainUnitOne), plain(engagement.chainUnit)];
  if (many === '') return words.say('unit', {}, count);
  return words.plural(count) === 'one' && one !== '' ? one : many;
}

function boldly(run: Run): Run {
  return 'text' in run && run.mark === undefined ? emphasised(run.text) : run;
}
