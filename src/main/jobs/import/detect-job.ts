/** The job that tells which import a dropped file belongs to. */
import type { Failure } from '../../../shared/api/errors.ts';
import type { Detection } from '../../../shared/api/import-types.ts';
import type { Result } from '../../../shared/lib/result.ts';
import type { JobTask } from '../job.ts';
import { detect } from './detect.ts';
import { detectEncoding } from './guard/encoding.ts';
import { textStream } from './guard/text.ts';
import { limits } from './limits.ts';
import { Refusal, refusable } from './refusal.ts';

/** Detects by content; an archive is looked at as a whole, of a text the first megabyte. */
export function detectFile(task: JobTask<unknown, never>): Promise<Result<Detection, Failure>> {
  return refusable(async () => {
    const bytes = await start(task.bytes);
    if (bytes.length === 0) throw new Refusal('import-empty');
    const found = detect(unicode(bytes));
    if (found.format === 'other') return { format: found.words, kind: found.table === undefined ? null : 'backlog' };
    return { format: found.format, kind: found.format === 'csv' ? 'backlog' : 'document' };
  });
}

async function start(input: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of input) {
    pieces.push(piece);
    size += piece.length;
    const archive = pieces[0]?.[0] === 0x50 && pieces[0][1] === 0x4b;
    if (size > limits.documentBytes) throw new Refusal('import-too-large', { limit: limits.documentBytes / 1_000_000 });
    if (!archive && size > 1_000_000) break;
  }
  return Buffer.concat(pieces);
}

/** UTF-16 hides its signs from a look at the bytes. */
function unicode(bytes: Buffer): Buffer {
  if (bytes.subarray(0, 2).toString('latin1') === 'PK') return bytes;
  const encoding = detectEncoding([bytes.subarray(0, 65_536)]);
  if (!encoding.name.startsWith('utf-16')) return bytes;
  return Buffer.from(textStream(encoding).take(bytes.subarray(0, 65_536), false));
}
