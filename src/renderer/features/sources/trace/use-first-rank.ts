/** How strongly each item was suggested a link when the suggestions first came. */
import { useState } from 'react';
import type { OpenWork } from '../../../../shared/analysis/backlog-items.ts';
import type { SuggestionsOf } from './use-suggestions.ts';

const strengths = { strong: 3, fair: 2, weak: 1 } as const;

/** Strong suggestions first, as they were when they came: rows do not change places while one works through them. */
export function useFirstRank(work: OpenWork, of: SuggestionsOf['of']): ReadonlyMap<string, number> {
  const [rank, setRank] = useState<ReadonlyMap<string, number> | null>(null);
  const [first] = work.items;
  if (rank === null && first !== undefined && of(first.row) !== null) {
    setRank(
      new Map(
        work.items.map((item) => {
          const [best] = of(item.row) ?? [];
          return [item.row.id, best === undefined ? 0 : strengths[best.strength]];
        }),
      ),
    );
  }
  return rank ?? noRank;
}

const noRank: ReadonlyMap<string, number> = new Map();
