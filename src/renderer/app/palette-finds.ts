/** What the palette finds: places of the file and commands by their words, and text that was said or written. */
import type { ContractClient } from '../../shared/api/contract.ts';
import type { RecentFile } from '../../shared/api/home.ts';
import { stageOf } from '../../shared/analysis/readiness/finding.ts';
import { type ClientData, entities, type EntityName } from '../../shared/model/index.ts';
import type { Target } from '../data/window.ts';
import { stageIds } from '../parts/checks.tsx';
import { decisionName, ownerName, personName, rowName } from '../parts/names.ts';
import type { Command } from '../ui/commands.tsx';

/** One line of the palette. */
export type Find = {
  readonly id: string;
  readonly group: string;
  readonly text: string;
  /** Label of the row, such as P2. */
  readonly tag?: string;
  /** Words that somebody said or wrote: shown in the face of language. */
  readonly said?: true;
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
    .filter((one) => one.keyOnly !== true && (one.off ?? '') === '' && fits(`${one.says} ${one.group}`, query))
    .filter((one) => !seen.has(one.id) && seen.add(one.id))
    .map((one) => ({
      id: `do:${one.id}`,
      group: 'Do',
      text: one.says,
      where: one.group,
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

/** Text of the file that the search finds, with its place. */
export async function findSaid(
  client: ContractClient,
  file: string,
  data: ClientData,
  query: string,
): Promise<readonly Find[]> {
  const answer = await client.search.find({ file, query, limit: 24 });
  if (!answer.ok) return [];
  const spoken = await voicesOf(client, file, data, answer.value);
  const finds = answer.value.map((hit): Find => {
    const entity = hit.entity as EntityName;
    const { one, fields } = entities[entity];
    const field = (fields as Readonly<Record<string, { says: string }>>)[hit.field];
    return {
      id: `hit:${hit.entity}:${hit.id}:${hit.field}`,
      group: group(entity),
      text: `${hit.before}${hit.match}${hit.after}`.replace(/\s+/gu, ' ').trim(),
      said: true,
      where: spoken.get(hit.id) || where(data, entity, hit.id) || `${one}, ${field?.says ?? hit.field}`,
      does: { go: stageIds[stageOf(entity) - 1] ?? 'scope', target: { entity, id: hit.id, field: hit.field } },
    };
  });
  // Best first within a group; the groups stand in the order of their best hit.
  return [...Map.groupBy(finds, (find) => find.group).values()].flat();
}

function group(entity: EntityName): string {
  if (entity === 'evidence' || entity === 'answer' || entity === 'turn') return 'Said';
  if (entity === 'passage' || entity === 'source' || entity === 'backlogItem') return 'Sources';
  const stage = stageIds[stageOf(entity) - 1] ?? 'scope';
  return `${stage.slice(0, 1).toUpperCase()}${stage.slice(1)}, in the text`;
}

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

/** Who said it, or where it stands. */
function where(data: ClientData, entity: EntityName, id: string): string {
  if (entity === 'evidence') {
    const row = data.evidence.find((one) => one.id === id);
    const speaker = data.stakeholder.find((one) => one.id === row?.speaker);
    return speaker === undefined ? '' : personName(speaker);
  }
  if (entity === 'backlogItem') return data.backlogItem.find((one) => one.id === id)?.key ?? '';
  return '';
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
