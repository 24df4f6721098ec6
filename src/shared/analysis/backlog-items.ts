/** The open work of the backlog: what each item serves, what it weighs, whose it is. */
import type { Kit } from '../method/kit.ts';
import type { BacklogItem, ClientData } from '../model/index.ts';
import { median, percent, sum } from '../lib/numbers.ts';
import { phraseOf, wordsOf } from '../lib/words.ts';
import { byRowId } from './order.ts';

/** What an item is to the strategy; the first that holds, in this order. */
export type ItemClass = 'contradicting' | 'traced' | 'lights-on' | 'orphan';

/** An item that is to do or in progress and still in the export. */
export type OpenItem = {
  readonly row: BacklogItem;
  readonly class: ItemClass;
  readonly weight: number;
  /** Decisions that it is linked to, directly or by a priority. */
  readonly decisions: readonly string[];
  /** Function of the kit: the item's own, else the one that the team in the tracker is named after. */
  readonly function: string | null;
  /** Day of the export that it came with; its ages are measured there. */
  readonly exportedOn: string | null;
};

/** All open work. */
export type OpenWork = {
  readonly items: readonly OpenItem[];
  /** Sum of the weights. */
  readonly weight: number;
  readonly weighting: 'effort' | 'count';
  /** Percentage of open items that carry an effort; null without open items. */
  readonly effortKnown: number | null;
};

/** Reads the open items, oldest row first. Effort weighs where at least 80 % carry one; a missing one then takes the median. */
export function assessOpenWork({ data, kit }: { readonly data: ClientData; readonly kit: Kit }): OpenWork {
  const rows = data.backlogItem.filter(isOpen).toSorted(byRowId);
  const links = indexLinks(data);
  const exports = new Map(data.source.map((row) => [row.id, row.exportedOn]));
  const efforts = rows.flatMap((row) => row.effort ?? []);
  const effortKnown = percent(efforts.length, rows.length);
  // Efforts that are all 0 weigh nothing, so that no share could be taken of them.
  const byEffort = efforts.length * 5 >= rows.length * 4 && sum(efforts) > 0;
  const usual = median(efforts) ?? 1;
  const matchTeam = teamMatcher(kit);
  const items = rows.map((row): OpenItem => {
    const link = links.get(row.id) ?? nothing;
    return {
      row,
      class: classOf(row, link),
      weight: byEffort ? (row.effort ?? usual) : 1,
      decisions: [...link.decisions].toSorted(),
      function: row.function ?? matchTeam(row.functionText),
      exportedOn: exports.get(row.source) ?? null,
    };
  });
  return {
    items,
    weight: sum(items.map((item) => item.weight)),
    weighting: byEffort ? 'effort' : 'count',
    effortKnown,
  };
}

/** Class of every item, open or not, by id of the row. */
export function classifyItems(data: ClientData): ReadonlyMap<string, ItemClass> {
  const links = indexLinks(data);
  return new Map(data.backlogItem.map((row) => [row.id, classOf(row, links.get(row.id) ?? nothing)]));
}

/** Whether an item is to do or in progress, and was in the latest export. */
export function isOpen(row: BacklogItem): boolean {
  return (row.status === 'todo' || row.status === 'progress') && row.goneOn === null;
}

type Links = { readonly decisions: ReadonlySet<string>; readonly stopped: boolean };

const nothing: Links = { decisions: new Set(), stopped: false };

function indexLinks(data: ClientData): ReadonlyMap<string, Links> {
  const decisionOf = new Map(data.priority.map((row) => [row.id, row.decision]));
  const links = new Map<string, { decisions: Set<string>; stopped: boolean }>();
  for (const row of data.itemLink) {
    const entry = links.get(row.item) ?? { decisions: new Set<string>(), stopped: false };
    const byPriority = row.priority === null ? undefined : decisionOf.get(row.priority);
    if (row.decision !== null) entry.decisions.add(row.decision);
    if (byPriority !== undefined) entry.decisions.add(byPriority);
    if (row.stop !== null) entry.stopped = true;
    links.set(row.item, entry);
  }
  return links;
}

function classOf(row: BacklogItem, { decisions, stopped }: Links): ItemClass {
  if (stopped) return 'contradicting';
  if (decisions.size > 0) return 'traced';
  return row.keepsLightsOn ? 'lights-on' : 'orphan';
}

/**
 * Finds the function that a team's name stands for: the same words, else the longest name of a function that occurs in
 * it as whole words ("Team Customer Success EMEA"). Two functions of one length decide nothing.
 */
function teamMatcher(kit: Kit): (team: string) => string | null {
  const functions = kit.content.functions.map(({ id, name }) => ({ id, name: phraseOf(wordsOf(name)) }));
  const known = new Map<string, string | null>();
  const match = (team: string): string | null => {
    const words = phraseOf(wordsOf(team));
    const found = functions.filter(({ name }) => name.trim() !== '' && words.includes(name));
    const length = Math.max(0, ...found.map(({ name }) => name.length));
    const [only, ...others] = found.filter(({ name }) => name.length === length);
    return only === undefined || others.length > 0 ? null : only.id;
  };
  // A backlog names few teams, many times.
  return (team) => {
    const before = known.get(team);
    if (before !== undefined) return before;
    const found = match(team);
    known.set(team, found);
    return found;
  };
}
