/** The sample engagement as a client file: made from raw files by the calls that everybody makes. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Failure } from '../../shared/api/errors.ts';
import type { OpenedFile } from '../../shared/api/files.ts';
import { ok, type Result } from '../../shared/lib/result.ts';
import type { Services } from '../binding.ts';
import { discardNewFile } from '../store/create.ts';
import { forgetClientFile } from '../store/forget.ts';
import type { ServicePorts } from './ports.ts';
import { describeFile } from './show-file.ts';

/** The use cases that the sample is made with. */
export type SampleServices = Pick<Services, 'files' | 'imports' | 'suggestions'>;

/** Who asks for the sample, and where. */
export type SampleRequest = {
  readonly place: string;
  readonly opId: string;
  readonly signal: AbortSignal | undefined;
  readonly window: string;
};

/** Client of the sample, and the day on which its backlog was exported. */
const sample = { client: 'Aldermere Air', exportedOn: '2026-09-04' };

/** Makes the file whole or not at all. */
export async function makeSample(
  ports: ServicePorts,
  { files, imports, suggestions }: SampleServices,
  { place, opId, signal, window }: SampleRequest,
): Promise<Result<OpenedFile, Failure>> {
  const folder = join(ports.resources, 'sample');
  const raw = (name: string): string => ports.places.grant(join(folder, name));
  const newId = ports.store.ids;
  const made = await files.create({ place, client: sample.client }, signal, window);
  if (!made.ok) return made;
  const { file } = made.value;
  const steps = [
    () =>
      imports.document(
        { file, place: raw('strategy.docx'), kind: 'strategy', decisionsFrom: 2, opId: newId() },
        signal,
        window,
      ),
    () =>
      imports.backlog(
        { file, place: raw('backlog.csv'), exportedOn: sample.exportedOn, opId: newId() },
        signal,
        window,
      ),
    () => imports.engagement({ file, place: raw('engagement.json'), opId: newId() }, signal, window),
    () => suggestions.accept({ file, strength: 'weak', items: acceptedKeys(folder), opId }, signal, window),
  ];
  for (const step of steps) {
    const taken = await step();
    if (!taken.ok) {
      discard(ports, file);
      return taken;
    }
  }
  const session = ports.sessions.find(file);
  return session.ok ? ok({ file, info: describeFile(session.value), notices: [] }) : session;
}

/** Keys of the items whose suggested links a person went through. */
function acceptedKeys(folder: string): string[] {
  const lines = readFileSync(join(folder, 'accepted.csv'), 'utf8').trim().split('\n').slice(1);
  return lines.map((line) => line.split(',')[0] ?? '');
}

function discard({ sessions, store }: ServicePorts, handle: string): void {
  const session = sessions.find(handle);
  if (!session.ok) return;
  const { fileId, file } = session.value;
  sessions.close(handle);
  discardNewFile(file.path);
  forgetClientFile({ fileId, path: file.path, key: file.key }, store.appDir);
}
