/** Suggested links for the backlog, and accepting them. */
import { assessSuggestions, suggestDecisions } from '../../shared/analysis/suggestions.ts';
import { ok } from '../../shared/lib/result.ts';
import { type Change, insertRow } from '../../shared/model/change.ts';
import type { Services } from '../binding.ts';
import type { ServicePorts } from './ports.ts';

const order = ['weak', 'fair', 'strong'] as const;

/** Use cases of `suggestions`. */
export function suggestionServices({ sessions, store, relatedWords }: ServicePorts): Services['suggestions'] {
  return {
    list({ file, engagement }) {
      const rows = sessions.engagement(file, engagement);
      return rows.ok ? ok(assessSuggestions(rows.value, relatedWords())) : rows;
    },
    decisions({ file, engagement, text }) {
      const rows = sessions.engagement(file, engagement);
      return rows.ok ? ok(suggestDecisions(rows.value, text, relatedWords())) : rows;
    },
    accept({ file, engagement, strength, items, opId }) {
      const rows = sessions.engagement(file, engagement);
      if (!rows.ok) return rows;
      const { session, id, data } = rows.value;
      const byKey = new Map(data.backlogItem.map((item) => [item.key === '' ? item.id : item.key, item]));
      const meant = items === undefined ? null : new Set(items);
      const suggestions = Object.entries(assessSuggestions(rows.value, relatedWords()));
      const changes = suggestions.flatMap(([key, [first]]): Change[] => {
        const item = byKey.get(key);
        if (item === undefined || item.keepsLightsOn || meant?.has(key) === false) return [];
        if (first === undefined || order.indexOf(first.strength) < order.indexOf(strength)) return [];
        const target = first.kind === 'decision' ? { decision: first.id } : { priority: first.id };
        return [insertRow('itemLink', store.ids(), { engagement: id, item: item.id, ...target, how: 'suggested' })];
      });
      const open = suggestions.length - changes.length;
      if (changes.length === 0) return ok({ revision: session.file.info().revision, accepted: 0, open });
      const applied = session.file.apply({
        opId,
        label: `Accept ${changes.length} suggestions`,
        kind: 'edit',
        changes,
      });
      return applied.ok ? ok({ revision: applied.value.revision, accepted: changes.length, open }) : applied;
    },
  };
}
