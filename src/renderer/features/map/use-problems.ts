/** What the checks say about the fields of a row, as editors of fields take it. */
import { useMemo } from 'react';
import type { ReadinessFinding } from '../../../shared/analysis/readiness/finding.ts';
import { useFigures } from '../../data/hooks.ts';
import type { Problem } from '../../ui/field.tsx';

/** The worst open finding about a field; nothing where there is none. */
export type Problems = (field: string) => { readonly problem?: Problem };

const weight = { blocker: 0, warning: 1, advice: 2 } as const;

/** The findings of one row by field. */
export function useProblems(entity: string, id: string): Problems {
  const readiness = useFigures()?.readiness;
  return useMemo(() => {
    const own = (readiness ?? []).filter(
      ({ place, accepted }) => accepted === undefined && place.entity === entity && place.id === id,
    );
    return (field) => {
      const [worst] = own
        .filter(({ place }) => place.field === field)
        .toSorted((a, b) => weight[a.severity] - weight[b.severity]);
      if (worst === undefined) return {};
      return { problem: { kind: worst.severity, says: worst.sentence, code: worst.code } };
    };
  }, [readiness, entity, id]);
}

/** The open findings of any row of an entity. */
export function useProblemsOf(entity: string): (id: string) => readonly ReadinessFinding[] {
  const readiness = useFigures()?.readiness;
  return useMemo(() => {
    const own = Map.groupBy(
      (readiness ?? []).filter(({ place, accepted }) => accepted === undefined && place.entity === entity),
      ({ place }) => place.id,
    );
    return (id) => own.get(id) ?? [];
  }, [readiness, entity]);
}
