/** Taking foreign files in: read in the capped child process, stored as one entry of the log, after a verified backup. */
import { readFileSync } from 'node:fs';
import { failure, type Failure } from '../../shared/api/errors.ts';
import { describeJsonProblem, parseJsonCapped } from '../../shared/lib/json.ts';
import { fail, ok, type Result } from '../../shared/lib/result.ts';
import { exchangeSchema } from '../../shared/model/exchange/schema.ts';
import { resolveExchange } from '../../shared/model/exchange/resolve.ts';
import { keepWithdrawn } from '../../shared/model/withdrawal/keep-out.ts';
import type { Services } from '../binding.ts';
import { type ChosenFile, digestOfFile, findChosenFile, readChosenText } from './chosen-file.ts';
import { exchangeFault, placeInExchange } from './exchange-faults.ts';
import { backlogCalls } from './import-backlog-calls.ts';
import { given } from './given.ts';
import { documentChanges } from './import-document.ts';
import { transcriptChanges } from './import-transcript.ts';
import { backedUp, openImporting } from './importing.ts';
import type { ServicePorts } from './ports.ts';
import type { RunningWork } from './works.ts';

/** Largest exchange file, in bytes, and its deepest nesting. */
const exchangeCaps = { bytes: 50_000_000, depth: 20 };

/** Turns that are shown before a transcript is stored. */
const firstTurns = 12;

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
  const importing = openImporting(works);
  const { bytesOf, during, keep, progress } = importing;

  const readTranscript = (opened: ChosenFile, encoding: string | undefined, work: RunningWork) =>
    jobs.start('import/transcript', {
      bytes: bytesOf(opened.path),
      options: { fileName: opened.fileName, ...given({ encoding }) },
      ...progress(work),
    });

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
    ...backlogCalls(ports, importing),
    readTranscript: ({ place, encoding, work: name }) =>
      during(name, async (work) => {
        const opened = openPlace(place);
        if (!opened.ok) return opened;
        const done = await readTranscript(opened.value, encoding, work);
        return done.ok ? ok({ head: done.value.value, turns: done.value.rows.slice(0, firstTurns) }) : done;
      }),
    transcript: (request) =>
      during(request.work, async (work) => {
        const rows = sessions.engagement(request.file, request.engagement);
        if (!rows.ok) return rows;
        const opened = await openDigested(request.place);
        if (!opened.ok) return opened;
        const done = await readTranscript(opened.value, request.encoding, work);
        if (!done.ok) return done;
        const now = sessions.engagement(request.file, request.engagement);
        if (!now.ok) return now;
        const made = transcriptChanges({
          ...opened.value,
          head: done.value.value,
          turns: done.value.rows,
          voices: request.voices ?? null,
          interview: request.interview ?? null,
          title: request.title ?? null,
          heldOn: request.heldOn ?? null,
          paragraphs: request.paragraphs ?? false,
          engagement: now.value.id,
          data: now.value.data,
          today: ports.today(),
          newId: store.ids,
        });
        if (!made.ok) return made;
        return keep(now.value.session.file, request.opId, `Import of ${opened.value.fileName}`, made.value);
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
      const { engagement, places: from } = resolved.value;
      const changes = keepWithdrawn(resolved.value.changes, existing);
      const applied = backedUp(session.value.file, opId, `Import of ${opened.value.fileName}`, changes);
      if (!applied.ok) return fail(placeInExchange(applied.error, from));
      const count = (op: string): number => changes.filter((change) => change.op === op).length;
      return ok({ revision: applied.value.revision, engagement, inserted: count('insert'), updated: count('update') });
    },
  };
}

/** The bytes of a document as they came; the job has refused what is larger than a document may be. */
function originalOf({ path }: ChosenFile): string | null {
  try {
    return readFileSync(path).toString('base64');
  } catch {
    return null; // gone since it was read: its text is there
  }
}
