/** Taking foreign files in: read in the capped child process, stored as one entry of the log, after a verified backup. */
import { createReadStream, readFileSync } from 'node:fs';
import { failure, type Failure } from '../../shared/api/errors.ts';
import type { Imported } from '../../shared/api/imports.ts';
import { backlogAtOnce, type Inspection, type ReadOptions } from '../../shared/api/import-types.ts';
import { describeJsonProblem, parseJsonCapped } from '../../shared/lib/json.ts';
import { fail, ok, type Result } from '../../shared/lib/result.ts';
import type { Change } from '../../shared/model/change.ts';
import { exchangeSchema } from '../../shared/model/exchange/schema.ts';
import { resolveExchange } from '../../shared/model/exchange/resolve.ts';
import type { Services } from '../binding.ts';
import { type ChosenFile, digestOfFile, findChosenFile, readChosenText } from './chosen-file.ts';
import { exchangeFault, placeInExchange } from './exchange-faults.ts';
import { backlogChanges, type BacklogImport } from './import-backlog.ts';
import { documentChanges } from './import-document.ts';
import type { ClientFile } from '../store/types.ts';
import { given } from './given.ts';
import type { MadeImport } from './made-import.ts';
import type { ServicePorts } from './ports.ts';
import type { RunningWork } from './works.ts';

/** Largest exchange file, in bytes, and its deepest nesting. */
const exchangeCaps = { bytes: 50_000_000, depth: 20 };

type Opened = ChosenFile & { readonly digest: string };

/** Use cases of `imports`. */
export function importServices(ports: ServicePorts): Services['imports'] {
  const { jobs, places, sessions, store, works } = ports;

  const openPlace = (place: string): Result<ChosenFile, Failure> => findChosenFile(places, place);
  const openDigested = async (place: string): Promise<Result<Opened, Failure>> => {
    const opened = openPlace(place);
    if (!opened.ok) return opened;
    const digest = await digestOfFile(opened.value);
    return digest.ok ? ok({ ...opened.value, digest: digest.value }) : digest;
  };
  // Opened when it is read: a file that goes before that is a failure of the job and nobody's unheard error.
  const bytesOf = async function* (path: string): AsyncGenerator<Uint8Array, void> {
    yield* createReadStream(path, { highWaterMark: 1 << 20 }) as AsyncIterable<Uint8Array>;
  };
  const during = async <T>(name: string | undefined, run: (work: RunningWork) => Promise<T>): Promise<T> => {
    const work = works.begin(name);
    try {
      return await run(work);
    } finally {
      work.end();
    }
  };
  const progress = (work: RunningWork) => ({
    signal: work.signal,
    onProgress: ({ step, done, total }: { step: string; done: number; total: number | null }) =>
      work.report(step, done, total ?? 0),
  });
  const inspect = async (
    opened: ChosenFile,
    options: { encoding?: string; delimiter?: Inspection['dialect']['delimiter'] },
    work: RunningWork,
  ) =>
    jobs.start('import/backlog-inspect', {
      bytes: bytesOf(opened.path),
      options: { fileName: opened.fileName, ...options },
      ...progress(work),
    });

  const propose = async (opened: ChosenFile, work: RunningWork): Promise<Result<ReadOptions, Failure>> => {
    const inspected = await inspect(opened, {}, work);
    if (!inspected.ok) return inspected;
    const { dialect, tracker, mapping } = inspected.value.value;
    return ok({ dialect, tracker, mapping });
  };
  // A reading that was not confirmed is made with what the file itself proposes.
  const readBacklog = async (
    opened: ChosenFile,
    options: ReadOptions | undefined,
    work: RunningWork,
  ): Promise<Result<Pick<BacklogImport, 'reading' | 'mapping' | 'items'>, Failure>> => {
    const { fileName, path } = opened;
    if (options === undefined && opened.bytes <= backlogAtOnce) {
      const proposed = { bytes: bytesOf(path), options: { fileName }, ...progress(work) };
      const done = await jobs.start('import/backlog', proposed);
      return done.ok ? ok({ ...done.value.value, items: done.value.rows }) : done;
    }
    const chosen = options === undefined ? await propose(opened, work) : ok(options);
    if (!chosen.ok) return chosen;
    const confirmed = { bytes: bytesOf(path), options: chosen.value, ...progress(work) };
    const done = await jobs.start('import/backlog-read', confirmed);
    return done.ok ? ok({ reading: done.value.value, mapping: chosen.value.mapping, items: done.value.rows }) : done;
  };

  return {
    async detect({ place }) {
      const opened = openPlace(place);
      if (!opened.ok) return opened;
      const done = await jobs.start('import/detect', { bytes: bytesOf(opened.value.path), options: {} });
      return done.ok ? ok(done.value.value) : done;
    },
    readDocument: ({ place, encoding, work: name }) =>
      during(name, async (work) => {
        const opened = openPlace(place);
        if (!opened.ok) return opened;
        const options = { fileName: opened.value.fileName, ...given({ encoding }) };
        const done = await jobs.start('import/document', {
          bytes: bytesOf(opened.value.path),
          options,
          ...progress(work),
        });
        return done.ok ? ok({ head: done.value.value, passages: [...done.value.rows] }) : done;
      }),
    document: (request) =>
      during(request.work, async (work) => {
        // Asked again once the file was read: meanwhile rows may have changed, or the client file may have been closed.
        const rows = sessions.engagement(request.file, request.engagement);
        if (!rows.ok) return rows;
        const opened = await openDigested(request.place);
        if (!opened.ok) return opened;
        const options = { fileName: opened.value.fileName, ...given({ encoding: request.encoding }) };
        const done = await jobs.start('import/document', {
          bytes: bytesOf(opened.value.path),
          options,
          ...progress(work),
        });
        if (!done.ok) return done;
        const now = sessions.engagement(request.file, request.engagement);
        if (!now.ok) return now;
        const replaces = now.value.data.source.find((row) => row.id === request.replaces);
        if (request.replaces !== undefined && replaces === undefined)
          return fail(failure('not-found', { what: 'source', id: request.replaces }));
        const made = documentChanges({
          ...opened.value,
          kind: request.kind,
          head: done.value.value,
          passages: done.value.rows,
          decisionsFrom: request.decisionsFrom ?? null,
          replaces: request.replaces ?? null,
          about: given(request.about ?? {}),
          original: originalOf(opened.value),
          engagement: now.value.id,
          data: now.value.data,
          today: ports.today(),
          newId: store.ids,
        });
        return keep(now.value.session.file, request.opId, `Import of ${opened.value.fileName}`, made);
      }),
    inspectBacklog: ({ place, encoding, delimiter, work: name }) =>
      during(name, async (work) => {
        const opened = openPlace(place);
        if (!opened.ok) return opened;
        const done = await inspect(opened.value, given({ encoding, delimiter }), work);
        return done.ok ? ok(done.value.value) : done;
      }),
    backlog: (request) =>
      during(request.work, async (work) => {
        const rows = sessions.engagement(request.file, request.engagement);
        if (!rows.ok) return rows;
        const opened = openPlace(request.place);
        if (!opened.ok) return opened;
        const [digest, read] = await Promise.all([
          digestOfFile(opened.value),
          readBacklog(opened.value, request.reading, work),
        ]);
        if (!digest.ok) return digest;
        if (!read.ok) return read;
        const now = sessions.engagement(request.file, request.engagement);
        if (!now.ok) return now;
        const made = backlogChanges({
          fileName: opened.value.fileName,
          digest: digest.value,
          ...read.value,
          exportedOn: request.exportedOn ?? null,
          engagement: now.value.id,
          data: now.value.data,
          kit: now.value.kit,
          today: ports.today(),
          newId: store.ids,
        });
        return keep(now.value.session.file, request.opId, `Import of ${opened.value.fileName}`, made);
      }),
    async engagement({ file, place, opId }) {
      const session = sessions.find(file);
      if (!session.ok) return session;
      const opened = openPlace(place);
      if (!opened.ok) return opened;
      if (opened.value.bytes > exchangeCaps.bytes) {
        return fail(failure('import-too-large', { limit: exchangeCaps.bytes / 1_000_000 }));
      }
      const text = readChosenText(opened.value);
      if (!text.ok) return text;
      if (text.value === null) return fail(failure('exchange-not-json', { problem: 'it is not UTF-8 text' }));
      const parsed = parseJsonCapped(text.value, exchangeCaps);
      if (!parsed.ok) return fail(failure('exchange-not-json', { problem: describeJsonProblem(parsed.error) }));
      const exchange = exchangeSchema.safeParse(parsed.value);
      if (!exchange.success) return fail(exchangeFault(exchange.error.issues[0]));
      const existing = session.value.file.load({ everything: true });
      const resolved = resolveExchange(exchange.data, existing, session.value.kit(), store.ids);
      if (!resolved.ok) return resolved;
      const { changes, engagement, places: from } = resolved.value;
      const applied = backedUp(session.value.file, opId, `Import of ${opened.value.fileName}`, changes);
      if (!applied.ok) return fail(placeInExchange(applied.error, from));
      const count = (op: string): number => changes.filter((change) => change.op === op).length;
      return ok({ revision: applied.value.revision, engagement, inserted: count('insert'), updated: count('update') });
    },
  };
}

function keep(file: ClientFile, opId: string, label: string, made: MadeImport): Result<Imported, Failure> {
  if (made.changes.length === 0) return ok({ revision: file.info().revision, ...made.imported });
  const applied = backedUp(file, opId, label, made.changes);
  return applied.ok ? ok({ revision: applied.value.revision, ...made.imported }) : applied;
}

/** The bytes of a document as they came; the job has refused what is larger than a document may be. */
function originalOf({ path }: ChosenFile): string | null {
  try {
    return readFileSync(path).toString('base64');
  } catch {
    return null; // gone since it was read: its text is there
  }
}

/** A verified backup first: an import that turns out wrong can always be taken back, even by hand. */
function backedUp(file: ClientFile, opId: string, label: string, changes: readonly Change[]) {
  const backup = file.backup('import');
  if (!backup.ok) return backup;
  return file.apply({ opId, label: label.slice(0, 200).toWellFormed(), kind: 'import', changes });
}
