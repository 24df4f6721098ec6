/** The calls of `imports` that are about backlogs: looked at, shown as they would be stored, stored. */
import { failure, type Failure } from '../../shared/api/errors.ts';
import { backlogAtOnce, type InspectOptions, type ReadOptions } from '../../shared/api/import-types.ts';
import { fail, ok, type Result } from '../../shared/lib/result.ts';
import type { ClientData } from '../../shared/model/index.ts';
import type { Services } from '../binding.ts';
import { type ChosenFile, digestOfFile, findChosenFile } from './chosen-file.ts';
import { given } from './given.ts';
import { backlogChanges, type BacklogImport } from './import-backlog.ts';
import { exportedBacklogs, recall } from './import-memory.ts';
import { previewBacklog } from './import-preview.ts';
import type { Importing } from './importing.ts';
import type { ServicePorts } from './ports.ts';
import type { RunningWork } from './works.ts';

/** What was read, and how. */
type Read = Pick<BacklogImport, 'reading' | 'mapping' | 'items' | 'options' | 'functions'>;

/** Makes the calls. */
export function backlogCalls(
  ports: ServicePorts,
  { bytesOf, during, keep, progress }: Importing,
): Pick<Services['imports'], 'inspectBacklog' | 'previewBacklog' | 'backlog'> {
  const { jobs, places, sessions, store } = ports;

  const inspect = async (opened: ChosenFile, options: Omit<InspectOptions, 'fileName'>, work: RunningWork) =>
    jobs.start('import/backlog-inspect', {
      bytes: bytesOf(opened.path),
      options: { fileName: opened.fileName, ...options },
      ...progress(work),
    });

  const readAs = async (
    opened: ChosenFile,
    options: ReadOptions,
    work: RunningWork,
  ): Promise<Result<Read, Failure>> => {
    const done = await jobs.start('import/backlog-read', { bytes: bytesOf(opened.path), options, ...progress(work) });
    if (!done.ok) return done;
    const { value: reading, rows: items } = done.value;
    return ok({ reading, items, mapping: options.mapping, options, functions: {} });
  };

  /** Read with what the file itself proposes, or as the last export of its tracker was. */
  const readUnseen = async (
    opened: ChosenFile,
    data: ClientData,
    work: RunningWork,
  ): Promise<Result<Read, Failure>> => {
    if (exportedBacklogs(data).length === 0 && opened.bytes <= backlogAtOnce) {
      const proposed = { bytes: bytesOf(opened.path), options: { fileName: opened.fileName }, ...progress(work) };
      const done = await jobs.start('import/backlog', proposed);
      return done.ok ? ok({ ...done.value.value, items: done.value.rows, functions: {} }) : done;
    }
    const inspected = await inspect(opened, {}, work);
    if (!inspected.ok) return inspected;
    const { dialect, tracker, mapping, notes } = inspected.value.value;
    const before = recall(data, inspected.value.value);
    const read = await readAs(
      opened,
      {
        dialect,
        tracker,
        mapping: before?.mapping ?? mapping,
        ...(before === null ? {} : { statuses: before.statuses }),
        ...(before === null || before.dateOrder === null ? {} : { dateOrder: before.dateOrder }),
      },
      work,
    );
    if (!read.ok) return read;
    const reading = { ...read.value.reading, notes: [...notes, ...read.value.reading.notes] };
    return ok({ ...read.value, reading, functions: before?.functions ?? {} });
  };

  return {
    inspectBacklog: ({ place, file, engagement, work: name, encoding, delimiter, headerLine, sheet, turned }) =>
      during(name, async (work) => {
        const rows = file === undefined ? null : sessions.engagement(file, engagement);
        if (rows !== null && !rows.ok) return rows;
        const opened = findChosenFile(places, place);
        if (!opened.ok) return opened;
        const done = await inspect(opened.value, given({ encoding, delimiter, headerLine, sheet, turned }), work);
        if (!done.ok) return done;
        const { value } = done.value;
        return ok({ ...value, remembered: rows === null ? null : recall(rows.value.data, value) });
      }),
    previewBacklog: (request) =>
      during(request.work, async (work) => {
        const opened = findChosenFile(places, request.place);
        if (!opened.ok) return opened;
        const [digest, read] = await Promise.all([
          digestOfFile(opened.value),
          readAs(opened.value, request.reading, work),
        ]);
        if (!digest.ok) return digest;
        if (!read.ok) return read;
        const now = sessions.engagement(request.file, request.engagement);
        if (!now.ok) return now;
        return ok(
          previewBacklog({
            fileName: opened.value.fileName,
            digest: digest.value,
            ...read.value,
            functions: request.functions ?? {},
            exportedOn: request.exportedOn ?? null,
            into: request.into,
            author: '',
            finding: '',
            engagement: now.value.id,
            data: now.value.data,
            kit: now.value.kit,
            today: ports.today(),
          }),
        );
      }),
    backlog: (request) =>
      during(request.work, async (work) => {
        const rows = sessions.engagement(request.file, request.engagement);
        if (!rows.ok) return rows;
        const opened = findChosenFile(places, request.place);
        if (!opened.ok) return opened;
        const { reading } = request;
        const [digest, read] = await Promise.all([
          digestOfFile(opened.value),
          reading === undefined ? readUnseen(opened.value, rows.value.data, work) : readAs(opened.value, reading, work),
        ]);
        if (!digest.ok) return digest;
        if (!read.ok) return read;
        if (work.signal.aborted) return fail(failure('cancelled'));
        const now = sessions.engagement(request.file, request.engagement);
        if (!now.ok) return now;
        const made = backlogChanges({
          fileName: opened.value.fileName,
          digest: digest.value,
          ...read.value,
          functions: request.functions ?? read.value.functions,
          exportedOn: request.exportedOn ?? null,
          into: request.into,
          author: request.author ?? '',
          finding: request.finding ?? '',
          engagement: now.value.id,
          data: now.value.data,
          kit: now.value.kit,
          today: ports.today(),
          newId: store.ids,
        });
        return keep(now.value.session.file, request.opId, `Import of ${opened.value.fileName}`, made);
      }),
  };
}
