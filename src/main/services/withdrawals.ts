/** Taking words back: what it would do, doing it, and the copies that still hold them. */
import { setImmediate } from 'node:timers/promises';
import { failure, type Failure } from '../../shared/api/errors.ts';
import type { HeldCopies } from '../../shared/api/withdrawals.ts';
import { fail, ok, type Result } from '../../shared/lib/result.ts';
import type { ClientData, EntityName } from '../../shared/model/index.ts';
import { planWithdrawal, type WithdrawalPlan } from '../../shared/model/withdrawal/plan.ts';
import type { Withdrawn } from '../../shared/model/withdrawal/whose.ts';
import type { Services } from '../binding.ts';
import type { ServicePorts } from './ports.ts';
import type { Session } from './sessions.ts';
import { showBackup } from './show-file.ts';
import { type WithdrawnIssue, withdrawnIssues } from './withdrawn-issues.ts';

/** Use cases of `withdrawals`. */
export function withdrawalServices(ports: ServicePorts): Services['withdrawals'] {
  const { sessions, works } = ports;
  return {
    preview({ file, who }) {
      const found = lookUp(ports, file, who);
      if (!found.ok) return found;
      const { session, rows } = found.value;
      const plan = planWithdrawal(who, rows, ports.today());
      const issues = withdrawnIssues(session, who, plan.texts, ports.today());
      return ok({ ...reach(plan, issues), marks: countMarks(who, rows), backups: session.file.backups().length });
    },
    async take({ file, who, today = ports.today(), opId, work: name }) {
      const work = works.begin(name);
      try {
        work.report('Looking through what was issued', 0, 0);
        await setImmediate();
        const before = lookUp(ports, file, who);
        if (!before.ok) return before;
        if (before.value.session.file.info().readOnly) return fail(failure('file-read-only'));
        work.report('Taking the words out of the history', 0, 0);
        await setImmediate();
        if (work.signal.aborted) return fail(failure('cancelled'));
        // Looked up again: meanwhile rows may have changed, or the file may have been closed.
        const found = lookUp(ports, file, who);
        if (!found.ok) return found;
        const { session, rows, label } = found.value;
        const plan = planWithdrawal(who, rows, today);
        const issues = withdrawnIssues(session, who, plan.texts, today);
        const changes = [...plan.changes, ...issues.map(({ change }) => change)];
        const written = session.file.withdraw({ opId, label, who, changes, texts: plan.texts });
        if (!written.ok) return written;
        return ok({ ...reach(plan, issues), revision: written.value.revision, held: showHeld(session) });
      } finally {
        work.end();
      }
    },
    held({ file }) {
      const session = sessions.find(file);
      return session.ok ? ok(showHeld(session.value)) : session;
    },
    purge({ file }) {
      const session = sessions.find(file);
      if (!session.ok) return session;
      const purged = session.value.file.purgeHeld();
      if (!purged.ok) return purged;
      const { backup, backups, recovered } = purged.value;
      return ok({ backup: backup && showBackup(backup), removed: backups.map(showBackup), recovered });
    },
  };
}

type Found = { readonly session: Session; readonly rows: ClientData; readonly label: string };

function lookUp({ sessions }: ServicePorts, file: string, who: Withdrawn): Result<Found, Failure> {
  const session = sessions.find(file);
  if (!session.ok) return session;
  const rows = session.value.rows();
  if ('evidence' in who) {
    const there = rows.evidence.some(({ id }) => id === who.evidence);
    if (!there) return fail(failure('not-found', { what: 'piece of evidence', id: who.evidence }));
    return ok({ session: session.value, rows, label: 'Take back a piece of evidence' });
  }
  const person = rows.stakeholder.find(({ id }) => id === who.person);
  if (person === undefined) return fail(failure('not-found', { what: 'person', id: who.person }));
  const name = person.name || person.role || 'a person';
  return ok({ session: session.value, rows, label: `Take back the words of ${name}`.slice(0, 200).toWellFormed() });
}

function reach({ words, repeated }: WithdrawalPlan, issues: readonly WithdrawnIssue[]) {
  const spoken = words.filter(({ row, fields }) => fields.some((name) => row[name] !== ''));
  const counts = new Map<EntityName, number>();
  for (const { entity } of spoken) counts.set(entity, (counts.get(entity) ?? 0) + 1);
  return {
    words: [...counts].map(([entity, count]) => ({ entity, count })),
    repeated: [...repeated],
    issues: issues.map(({ row, printed }) => ({ id: row.id, number: row.number, printed })),
  };
}

/** Answers that the figures count no longer: the words go, the rows stay and say nothing any more. */
function countMarks(who: Withdrawn, rows: ClientData): number {
  if ('evidence' in who) return 0;
  return [...rows.playbackMark, ...rows.pulseAnswer].filter(({ person }) => person === who.person).length;
}

function showHeld(session: Session): HeldCopies {
  const { backups, recovered } = session.file.held();
  return { backups: backups.map(showBackup), recovered: recovered.length };
}
