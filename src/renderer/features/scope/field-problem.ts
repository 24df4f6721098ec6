/** What the checks say about a field, as fields take it. */
import { useFieldChecks } from '../../parts/checks.tsx';
import type { Problem } from '../../ui/field.tsx';

/** The worst finding about a field as a property of its editor; nothing when there is none. */
export function useProblem(entity: string, id: string, field: string): { readonly problem?: Problem } {
  const findings = useFieldChecks(entity, id, field);
  const worst = findings.find(({ severity }) => severity === 'blocker') ?? findings[0];
  if (worst === undefined) return {};
  return { problem: { kind: worst.severity, says: worst.sentence, code: worst.code } };
}
