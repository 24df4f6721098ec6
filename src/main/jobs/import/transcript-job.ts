/** The job that reads a transcript as turns: captions, notes of a meeting program, plain text or Word. */
import type { Failure } from '../../../shared/api/errors.ts';
import type { ImportNote } from '../../../shared/api/import-notes.ts';
import type { ReadTurn, TranscriptHead, TranscriptOptions } from '../../../shared/api/transcript-types.ts';
import type { Result } from '../../../shared/lib/result.ts';
import type { JobTask } from '../job.ts';
import { collectBytes } from './collect.ts';
import { byText, detect, documentWords, refuseFormat } from './detect.ts';
import { readDocx } from './document/docx.ts';
import { chosenEncoding, detectEncoding, type Encoding } from './guard/encoding.ts';
import { decodeText } from './guard/text.ts';
import { limits } from './limits.ts';
import { Refusal, refusable } from './refusal.ts';
import { readCaptions } from './transcript/captions.ts';
import { readCues } from './transcript/cues.ts';
import { dayIn } from './transcript/times.ts';
import { composeTurns, type ReadTurns } from './transcript/turns.ts';
import { readParagraphs, readWritten } from './transcript/written.ts';

/** Reads a transcript; the turns are sent as rows, the rest is the value. */
export function readTranscript(task: JobTask<TranscriptOptions, ReadTurn>): Promise<Result<TranscriptHead, Failure>> {
  return refusable(async () => {
    const bytes = await collectBytes(task.bytes, limits.documentBytes);
    if (bytes.length === 0) throw new Refusal('import-empty');
    task.report({ step: 'reading', done: 0, total: null });
    const found = detect(bytes);
    // What the bytes look like in another encoding is decided once they are text.
    if (found.format === 'other' && isNoText(bytes, found.words)) throw refuseFormat(found.words, kinds);
    const document = found.format === 'docx' ? undefined : documentWords[found.format];
    if (document !== undefined) throw refuseFormat(document, kinds);
    const input = found.format === 'docx' ? await readWord(bytes) : readPlain(bytes, task.options);
    const { turns, voices, seconds, notes } = input.read;
    if (turns.length === 0) throw new Refusal('import-empty');
    if (turns.length > limits.passages) throw new Refusal('import-too-many', { limit: limits.passages, what: 'turns' });
    for (let at = 0; at < turns.length; at += 2000) await task.emit(turns.slice(at, at + 2000));
    return {
      format: input.format,
      shape: input.shape,
      heldOn: dayIn(task.options.fileName) ?? dayIn(input.head),
      encoding: input.encoding,
      seconds,
      turns: turns.length,
      voices: voices.map((voice) => ({ ...voice })),
      notes: [...input.notes, ...notes],
    };
  });
}

const kinds = 'WebVTT, SubRip (.srt), Word (.docx) or plain text';

type Input = Pick<TranscriptHead, 'format' | 'shape' | 'encoding'> & {
  readonly read: ReadTurns;
  readonly head: string;
  readonly notes: readonly ImportNote[];
};

function isNoText(bytes: Buffer, words: string): boolean {
  return words !== 'a file that is not text' || !detectEncoding([bytes]).name.startsWith('utf-16');
}

function readPlain(bytes: Buffer, options: TranscriptOptions): Input {
  const encoding: Encoding =
    options.encoding === undefined ? detectEncoding([bytes]) : chosenEncoding(options.encoding, bytes);
  const { text, lost } = decodeText([bytes], encoding);
  const notes: ImportNote[] = [];
  if (encoding.confidence < 1) notes.push({ code: 'encoding-guessed', params: { encoding: encoding.name } });
  if (lost > 0) notes.push({ code: 'replacement-characters', params: { count: lost } });
  const shared = {
    encoding: { name: encoding.name, confidence: encoding.confidence },
    notes,
    head: text.slice(0, 600),
  };
  const cues = readCues(text);
  if (cues !== null)
    return { ...shared, format: cues.format, shape: 'turns', read: composeTurns(readCaptions(cues), ' ') };
  const lines = text.split(/\r\n|\n|\r|\f/u);
  const written = readWritten(lines);
  const found = byText(text);
  // A table with times in it, or with a colon in many cells, is still a table.
  if (found.format === 'csv' && !isSpoken(written)) throw refuseFormat('a table (CSV)', kinds);
  if (found.format === 'other') throw refuseFormat(found.words, kinds);
  if (found.format === 'html') throw refuseFormat('a web page', kinds);
  if (written !== null) return { ...shared, format: 'txt', shape: 'turns', read: composeTurns(written, '\n') };
  return { ...shared, format: 'txt', shape: 'paragraphs', read: composeTurns(readParagraphs(lines), '\n') };
}

function isSpoken(written: ReturnType<typeof readWritten>): boolean {
  return written !== null && new Set(written.utterances.flatMap(({ label }) => label ?? [])).size >= 1;
}

async function readWord(bytes: Buffer): Promise<Input> {
  const { passages, notes } = await readDocx(bytes);
  const paragraphs = passages.map(({ text }) => text);
  const shared = { format: 'docx', encoding: null, notes, head: paragraphs.join('\n').slice(0, 600) } as const;
  const cues = readCues(paragraphs.join('\n\n'));
  if (cues !== null) return { ...shared, shape: 'turns', read: composeTurns(readCaptions(cues, true), ' ') };
  const written = readWritten(paragraphs.flatMap((text) => text.split('\n')));
  if (written !== null) return { ...shared, shape: 'turns', read: composeTurns(written, '\n') };
  const plain = readParagraphs(paragraphs.flatMap((text) => [...text.split('\n'), '']));
  return { ...shared, shape: 'paragraphs', read: composeTurns(plain, '\n') };
}
