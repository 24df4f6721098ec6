/** The one write path as windows use it. */
import { failure, type Failure } from '../../shared/api/errors.ts';
import { fail, ok, type Result } from '../../shared/lib/result.ts';
import type { Change } from '../../shared/model/change.ts';
import { type ClientData, entities, type EntityName } from '../../shared/model/index.ts';
import type { Services } from '../binding.ts';
import type { Ack, UndoStep } from '../store/types.ts';
import { noNews } from './feed.ts';
import { given } from './given.ts';
import type { ServicePorts } from './ports.ts';
import type { Session } from './sessions.ts';

/** Use cases of `changes`. */
export function changeServices({ sessions }: ServicePorts): Services['changes'] {
  const withFile = <T>(handle: string, use: (session: Session) => Result<T, Failure>): Result<T, Failure> => {
    const session = sessions.find(handle);
    return session.ok ? use(session.value) : session;
  };
  return {
    load: ({ file }) =>
      // The rows that figures are computed from, read once; windows hold them without what is fetched when shown.
      withFile(file, (session) => ok({ revision: session.file.info().revision, data: replicatedOf(session.rows()) })),
    field: ({ file, entity, id, field }) =>
      withFile(file, (session) => {
        const value = session.file.largeField(entity, id, field);
        return value === null ? fail(failure('not-found', { what: entity, id })) : ok(value);
      }),
    apply: ({ file, opId, step, label, changes }) =>
      withFile(file, (session) => {
        const kit = changes.findIndex((change) => change.entity === 'kitCopy' && !isLook(change));
        if (kit >= 0) return fail(failure('bad-input', { path: `changes.${kit}`, problem: kitAlone }));
        const applied = session.file.apply({ opId, label, changes, kind: 'edit', ...given({ step }) });
        return applied.ok ? ok(showAck(applied.value)) : applied;
      }),
    undo: ({ file, opId }) => withFile(file, (session) => shown(session.file.undo(opId))),
    redo: ({ file, opId }) => withFile(file, (session) => shown(session.file.redo(opId))),
    steps: ({ file }) =>
      withFile(file, (session) =>
        ok({ undo: showStep(session.file.undoable()), redo: showStep(session.file.redoable()) }),
      ),
    history: ({ file, before, limit }) =>
      withFile(file, (session) => {
        const entries = session.file.history({ limit: limit ?? 100, ...(before === undefined ? {} : { before }) });
        return ok(
          entries.map(({ revision, opId, at, kind, label, changes }) => ({
            revision,
            opId,
            at,
            kind,
            label,
            changes: changes.length,
          })),
        );
      }),
    // Until the watcher goes or the file is closed; an unknown file has none.
    watch({ file }, signal) {
      const session = sessions.find(file);
      return session.ok ? session.value.acks.watch(signal) : noNews();
    },
  };
}

/** What windows hold of a file's rows. */
function replicatedOf(rows: ClientData): ClientData {
  return Object.fromEntries(
    Object.entries(rows).map(([name, list]) => [name, entities[name as EntityName].replicated ? list : []]),
  ) as ClientData;
}

const kitAlone = 'a kit is replaced as a whole, after it was checked';

/** Logo and style template are edited as any field; the words of the kit have a call of their own. */
function isLook(change: Change): boolean {
  return change.op === 'update' && Object.keys(change.fields).every((name) => name === 'logo' || name === 'template');
}

function shown(result: Result<Ack, Failure>) {
  return result.ok ? ok(showAck(result.value)) : result;
}

function showAck({ revision, opId, changes }: Ack) {
  return { revision, opId, changes };
}

function showStep(step: UndoStep | null) {
  return step === null ? null : { label: step.label, at: step.at };
}
