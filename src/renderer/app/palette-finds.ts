/** What the palette finds: places of the file and commands by their words, and text that was said or written. */
import type { ContractClient } from '../../shared/api/contract.ts';
import type { RecentFile } from '../../shared/api/home.ts';
import { stageOf } from '../../shared/analysis/readiness/finding.ts';
import type { Kit } from '../../shared/method/kit.ts';
import type { ClientData, EntityName } from '../../shared/model/index.ts';
import type { Target } from '../data/window.ts';
import { stageIds } from '../parts/checks.tsx';
import { decisionName, ownerName, personName, rowName } from '../parts/names.ts';
import type { Command } from '../ui/commands.tsx';
import { placeInWords } from './palette-places.ts';

/** One line of the palette. */
export type Find = {
  readonly id: string;
  readonly group: string;
  readonly text: string;
  /** Label of the row, such as P2. */
  readonly tag?: string;
  /** Words that somebody said or wrote: shown in the face of language. */
  readonly said?: boolean;
  /** In the words of whoever said or wrote them. */
  readonly quoted?: boolean;
  readonly where: string;
  readonly key?: string;
  readonly does:
    | { readonly go: string; readonly target: Target }
    | { readonly stage: string }
    | { readonly command: string }
    | { readonly file: string };
};

/** Most lines of a group. */
const most = 6;

/** Tells whether every word of a query begins a word of the text, whatever its case and accents. */
export function fits(text: string, query: string): boolean {
  const words = fold(text).split(/[^\p{L}\p{N}]+/u);
  return fold(query)
    .split(/\s+/u)
    .filter((word) => word !== '')
    .every((word) => words.some((one) => one.startsWith(word)) || fold(text).includes(word));
}

function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/** Decisions, priorities, people and steps whose words fit, in the order of the stages. */
export function findRows(data: ClientData, query: string): readonly Find[] {
  const take = <T>(rows: readonly T[], show: (row: T) => Find): Find[] =>
    rows
      .map(show)
      .filter((find) => fits(`${find.tag ?? ''} ${find.text}`, query))
      .slice(0, most);
  const people = data.stakeholder;
  return [
    ...take(people, (row) => place('Scope', 'stakeholder', row.id, personName(row), row.name)),
    ...take(data.decision, (row) => ({
      ...place('Map', 'decision', row.id, decisionName(row), 'Decision'),
      tag: row.label,
    })),
    ...take(data.priority, (row) => ({
      ...place('Map', 'priority', row.id, row.title, ownerName(row, people)),
      tag: row.label,
    })),
    ...take(data.step, (row) => place('Constraint', 'step', row.id, rowName(data, 'step', row.id), 'Step')),
  ];
}

/** Commands that can be run and fit. */
export function findCommands(commands: readonly Command[], query: string): readonly Find[] {
  const seen = new Set<string>();
  return commands
    .filter((one) => one.keyOnly !== true && (one.off ?? '') === '' && (one.findOnly !== true || query !== ''))
    .filter((one) => fits(`${one.says} ${one.group}`, query))
    .filter((one) => !seen.has(one.id) && seen.add(one.id))
    .map((one) => ({
      id: `do:${one.id}`,
      group: one.findOnly ? one.group : 'Do',
      text: one.says,
      where: one.findOnly ? (one.short ?? '') : one.group,
      ...(one.keys?.[0] === undefined ? {} : { key: one.keys[0] }),
      does: { command: one.id },
    }));
}

/** Other client files, only when the query matches a file's name. */
export function findFiles(files: readonly RecentFile[], query: string): readonly Find[] {
  if (query.trim() === '') return [];
  return files
    .filter((file) => !file.missing && fits(`${file.client} ${file.fileName}`, query))
    .slice(0, most)
    .map((file) => ({
      id: `file:${file.id}`,
      group: 'Client files',
      text: file.client || file.fileName,
      where: file.folder,
      does: { file: file.id },
    }));
}

/** Text of the file that the search finds, with its place; in an interview only what belongs to it. */
export async function findSaid(
  client: ContractClient,
  file: string,
  known: { readonly data: ClientData; readonly kit: Kit },
  query: string,
  interview: string | null,
): Promise<readonly Find[]> {
  const answer = await client.search.find({ file, query, limit: 40, ...(interview === null ? {} : { interview }) });
  if (!answer.ok) return [];
  const voices = await voicesOf(client, file, known.data, answer.value);
  return answer.value.map((hit): Find => {
    const entity = hit.entity as EntityName;
    const { id, field, offset, match } = hit;
    return {
      id: `hit:${entity}:${id}:${field}`,
      group: groupOf(entity),
      text: `${hit.before}${match}${hit.after}`.replace(/\s+/gu, ' ').trim(),
      said: spoken.has(entity) || entity === 'passage',
      quoted: entity === 'passage' || entity === 'turn' || isVerbatim(known.data, entity, id, field),
      where: voices.get(id) ?? (hit.place || placeInWords(known.data, known.kit, entity, id, field)),
      does: { go: stageIdOf(entity), target: { entity, id, field, words: match, offset } },
    };
  });
}

/** The finds by stage in the order of the sidebar, files and actions last; within a stage as they came, rows before text. */
export function inGroups(finds: readonly Find[]): readonly Find[] {
  const groups = Map.groupBy(finds, (find) => find.group);
  const order = [...stageNames, ...groups.keys()].filter((name) => name !== 'Client files' && name !== 'Do');
  return [...new Set([...order, 'Client files', 'Do'])].flatMap((name) => groups.get(name) ?? []);
}

/** A text that only repeats the name of a row that is shown is left out. */
export function withoutRepeats(rows: readonly Find[], said: readonly Find[]): readonly Find[] {
  const shown = new Set(rows.map(({ id, text }) => `${id.replace('row:', '')} ${text}`));
  return said.filter(({ id, text }) => !shown.has(`${id.replace('hit:', '').replace(/:[^:]*$/u, '')} ${text}`));
}

/** Entities of the interviews that the checks count to another stage. */
const spoken: ReadonlySet<string> = new Set(['evidence', 'answer', 'turn', 'playbackMark', 'pulseAnswer', 'objection']);

const stageNames = stageIds.map((id) => `${id.slice(0, 1).toUpperCase()}${id.slice(1)}`);

/** Whose words the turns of transcripts are; a window does not hold them. */
async function voicesOf(
  client: ContractClient,
  file: string,
  data: ClientData,
  hits: readonly { readonly entity: string; readonly id: string }[],
): Promise<ReadonlyMap<string, string>> {
  const turns = hits.filter(({ entity }) => entity === 'turn');
  const found = await Promise.all(
    turns.map(async ({ id }): Promise<[string, string]> => {
      const answer = await client.changes.field({ file, entity: 'turn', id, field: 'voice' });
      const voice = answer.ok ? data.voice.find((one) => one.id === answer.value) : undefined;
      const person = data.stakeholder.find((one) => one.id === voice?.person);
      return [id, personName(person) || (voice?.label ?? '') || 'Transcript'];
    }),
  );
  return new Map(found);
}

function isVerbatim(data: ClientData, entity: EntityName, id: string, field: string): boolean {
  if (entity === 'playbackMark') return true;
  const row = entity === 'evidence' && field === 'text' ? data.evidence.find((one) => one.id === id) : undefined;
  return row?.kind === 'quote' && row.fidelity === 'verbatim';
}

function stageIdOf(entity: EntityName): string {
  return spoken.has(entity) ? 'interviews' : (stageIds[stageOf(entity) - 1] ?? 'scope');
}

function groupOf(entity: EntityName): string {
  return stageNames[(stageIds as readonly string[]).indexOf(stageIdOf(entity))] ?? 'Scope';
}

function place(groupName: string, entity: EntityName, id: string, text: string, beside: string): Find {
  return {
    id: `row:${entity}:${id}`,
    group: groupName,
    text,
    where: beside === text ? '' : beside,
    does: { go: stageIds[stageOf(entity) - 1] ?? 'scope', target: { entity, id } },
  };
}
