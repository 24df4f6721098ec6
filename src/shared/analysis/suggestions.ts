/** Suggestions for the open items that nobody has linked yet, read from the rows of an engagement. */
import type { BacklogItem, ClientData } from '../model/index.ts';
import { isOpen } from './backlog-items.ts';
import type { AnalysisInput } from './input.ts';
import { byPosition, byRowId } from './order.ts';
import { prepareSuggestions, type SuggestItem, type SuggestTarget } from './suggest/model.ts';
import type { RelatedWords } from './suggest/related.ts';
import { suggestForItem, type Suggestion } from './suggest/suggest.ts';

/** Up to five suggestions, best first, by key of the item; an item without a key goes by its id. */
export type Suggestions = Readonly<Record<string, readonly Suggestion[]>>;

/** Suggests decisions and priorities for every open item without a link, learning from the links that were made. */
export function assessSuggestions(
  { data, kit }: Pick<AnalysisInput, 'data' | 'kit'>,
  related?: RelatedWords,
): Suggestions {
  const rows = data.backlogItem.filter((row) => row.goneOn === null).toSorted(byRowId);
  const items = new Map(suggestItems(rows).map((item, at) => [rows[at]?.id ?? '', item]));
  const linked = new Set(data.itemLink.map((link) => link.item));
  const accepted = data.itemLink.toSorted(byRowId).flatMap((link) => {
    const item = items.get(link.item);
    const targetId = link.priority ?? link.decision;
    return item === undefined || targetId === null ? [] : [{ targetId, item }];
  });
  const model = prepareSuggestions(suggestTargets(data), [...items.values()], {
    language: kit.content.language,
    accepted,
    ...(related === undefined ? {} : { related }),
  });
  return Object.fromEntries(
    rows
      .filter((row) => isOpen(row) && !linked.has(row.id))
      .flatMap((row) => {
        const item = items.get(row.id);
        return item === undefined ? [] : [[row.key === '' ? row.id : row.key, suggestForItem(model, item)]];
      }),
  );
}

/** Ranks the decisions that a text of a source may belong to, best first; empty where it reads like none. */
export function suggestDecisions(
  { data, kit }: Pick<AnalysisInput, 'data' | 'kit'>,
  text: string,
  related?: RelatedWords,
): readonly Suggestion[] {
  const item: SuggestItem = { key: '', title: '', text };
  const targets = suggestTargets(data).filter((target) => target.kind === 'decision');
  const model = prepareSuggestions(targets, [item], {
    language: kit.content.language,
    ...(related === undefined ? {} : { related }),
  });
  return suggestForItem(model, item);
}

/** Items by id, as two backlogs of one file may use the same keys. */
function suggestItems(rows: readonly BacklogItem[]): SuggestItem[] {
  const ids = new Map(rows.map((row) => [keyIn(row, row.key), row.id]));
  return rows.map((row) => {
    const parent = ids.get(keyIn(row, row.parentKey));
    const epic = ids.get(keyIn(row, row.epicKey));
    return {
      key: row.id,
      title: row.title,
      text: row.description,
      labels: row.labels,
      ...(parent !== undefined && { parentKey: parent }),
      ...(epic !== undefined && { epicKey: epic }),
      linkedKeys: row.linkedKeys.flatMap((key) => ids.get(keyIn(row, key)) ?? []),
    };
  });
}

function keyIn(row: BacklogItem, key: string): string {
  return JSON.stringify([row.source, key]);
}

/** What a decision or priority says about the work itself; what gives way because of it would suggest the opposite. */
function suggestTargets(data: ClientData): SuggestTarget[] {
  const decisions = data.decision.toSorted(byPosition).map((row): SuggestTarget => {
    const { id, title, passageText, firstMove, proofPoint, winningMetric } = row;
    const statement = row.statement === title ? '' : row.statement;
    return {
      id,
      kind: 'decision',
      title,
      text: [statement, passageText, firstMove, proofPoint, winningMetric].join('\n'),
    };
  });
  const priorities = data.priority.toSorted(byRowId).map((row): SuggestTarget => {
    const metrics = data.criterion.filter((one) => one.priority === row.id).map((one) => one.metric);
    return { id: row.id, kind: 'priority', title: row.title, text: [row.firstStep, ...metrics].join('\n') };
  });
  return [...decisions, ...priorities];
}
