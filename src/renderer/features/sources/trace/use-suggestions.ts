/** Suggested links for the items that nobody linked: asked for when they are shown, and again when there is calm. */
import { useEffect, useState } from 'react';
import { failure, type Failure } from '../../../../shared/api/errors.ts';
import type { Suggestion } from '../../../../shared/analysis/suggest/suggest.ts';
import type { Suggestions } from '../../../../shared/analysis/suggestions.ts';
import type { BacklogItem } from '../../../../shared/model/index.ts';
import type { ClientFileView } from '../../../data/client-file.ts';
import { useFile, useFileState, useRows } from '../../../data/hooks.ts';

/** Milliseconds without a change before they are asked for again: on a large backlog that is work for the core. */
const calm = 2500;

type Asked = { readonly engagement: string; readonly rows: readonly unknown[]; readonly suggestions: Suggestions };

// What was answered last, so that going to another tab and back asks for nothing.
const known = new WeakMap<ClientFileView, Asked>();

/** What is suggested for an item, best first. */
export type SuggestionsOf = {
  /** Null while nothing was answered yet. */
  readonly of: (item: BacklogItem) => readonly Suggestion[] | null;
  readonly error: Failure | null;
};

/** Keeps the suggestions. */
export function useSuggestions(): SuggestionsOf {
  const file = useFile();
  const engagement = useFileState((state) => state.engagement);
  const items = useRows('backlogItem');
  const decisions = useRows('decision');
  const priorities = useRows('priority');
  const criteria = useRows('criterion');
  const links = useRows('itemLink');
  const [answered, setAnswered] = useState<Asked | null>(known.get(file) ?? null);
  const [error, setError] = useState<Failure | null>(null);
  useEffect(() => {
    const rows = [items, decisions, priorities, criteria, links];
    const last = known.get(file);
    const first = last === undefined || last.engagement !== engagement;
    if (!first && last.rows.every((list, at) => list === rows[at])) return undefined;
    let gone = false;
    const ask = async (): Promise<void> => {
      try {
        const answer = await file.client.suggestions.list({ file: file.handle, engagement });
        if (gone) return;
        setError(answer.ok ? null : answer.error);
        if (!answer.ok) return;
        const asked = { engagement, rows, suggestions: answer.value };
        known.set(file, asked);
        setAnswered(asked);
      } catch {
        if (!gone) setError(failure('internal', { where: 'suggestions.list' }));
      }
    };
    const timer = setTimeout(() => void ask(), first ? 30 : calm);
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [file, engagement, items, decisions, priorities, criteria, links]);
  const suggestions = answered?.engagement === engagement ? answered.suggestions : null;
  return {
    of: (item) => (suggestions === null ? null : (suggestions[item.key === '' ? item.id : item.key] ?? [])),
    error,
  };
}
