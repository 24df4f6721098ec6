/** What every import of a foreign file does: read its bytes, tell how far it is, store all of it in one entry after a backup. */
import { createReadStream } from 'node:fs';
import type { Failure } from '../../shared/api/errors.ts';
import { ok, type Result } from '../../shared/lib/result.ts';
import type { Change } from '../../shared/model/change.ts';
import type { ClientFile } from '../store/types.ts';
import type { RunningWork, Works } from './works.ts';

/** The steps that imports share. */
export type Importing = ReturnType<typeof openImporting>;

/** Makes the steps for the works of one core. */
export function openImporting(works: Works) {
  return {
    // Opened when it is read: a file that goes before that is a failure of the job and nobody's unheard error.
    async *bytesOf(path: string): AsyncGenerator<Uint8Array, void> {
      yield* createReadStream(path, { highWaterMark: 1 << 20 }) as AsyncIterable<Uint8Array>;
    },
    async during<T>(name: string | undefined, run: (work: RunningWork) => Promise<T>): Promise<T> {
      const work = works.begin(name);
      try {
        return await run(work);
      } finally {
        work.end();
      }
    },
    progress: (work: RunningWork) => ({
      signal: work.signal,
      onProgress: ({ step, done, total }: { step: string; done: number; total: number | null }) =>
        work.report(step, done, total ?? 0),
    }),
    keep<T extends object>(
      file: ClientFile,
      opId: string,
      label: string,
      made: { readonly changes: readonly Change[]; readonly imported: T },
    ): Result<T & { revision: number }, Failure> {
      if (made.changes.length === 0) return ok({ revision: file.info().revision, ...made.imported });
      const applied = backedUp(file, opId, label, made.changes);
      return applied.ok ? ok({ revision: applied.value.revision, ...made.imported }) : applied;
    },
  };
}

/** A verified backup first: an import that turns out wrong can always be taken back, even by hand. */
export function backedUp(file: ClientFile, opId: string, label: string, changes: readonly Change[]) {
  const backup = file.backup('import');
  if (!backup.ok) return backup;
  return file.apply({ opId, label: label.slice(0, 200).toWellFormed(), kind: 'import', changes });
}
