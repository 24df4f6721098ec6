/** Captions as speech: the voice of each, by its tag or by the name before its words. */
import { readCueText } from './cue-text.ts';
import type { ReadCues } from './cues.ts';
import { acceptNames, nameKind } from './labels.ts';
import { readLine } from './line-shapes.ts';
import type { ReadSpeech, Utterance } from './utterance.ts';

/** Reads the captions of a file; `namesAbove` takes the first line of a caption for its speaker, as Word documents have it. */
export function readCaptions({ cues }: ReadCues, namesAbove = false): ReadSpeech {
  const parts = cues.flatMap((cue) => readCueText(cue.lines).map((part) => ({ cue, ...part })));
  const { kept, repeated } = unroll(parts);
  const tagged = kept.some(({ voice }) => voice !== null);
  const lines = kept.flatMap((part) => part.lines);
  const named = tagged ? [] : lines.flatMap((line) => nameOf(line) ?? []);
  const names = acceptNames(
    named.map((label) => ({ label, timed: false })),
    lines.length,
  );
  const above = namesAbove ? countAbove(kept) : new Set<string>();
  const utterances = kept.flatMap(({ cue, voice, lines: own }): Utterance[] => {
    const { line, startsAt, endsAt, broken } = cue;
    const base = { line, startsAt, endsAt, broken };
    if (voice !== null || tagged) return [{ ...base, label: voice ?? '', text: own.join(' ') }];
    const [head = '', ...rest] = own;
    if (above.has(head) && rest.length > 0) return [{ ...base, label: head, text: rest.join(' ') }];
    const said: { label: string | null; words: string[] }[] = [];
    for (const text of own) {
      const label = nameOf(text);
      const found = label !== null && names.has(label) ? label : null;
      if (found !== null) said.push({ label: found, words: [readLine(text, line).words] });
      else if (said.length > 0) said.at(-1)?.words.push(text);
      else said.push({ label: null, words: [text] });
    }
    return said.map(({ label, words }) => ({ ...base, label, text: words.filter((one) => one !== '').join(' ') }));
  });
  return { utterances, repeated, around: [], clock: false };
}

function nameOf(text: string): string | null {
  const { label, words } = readLine(text, 1);
  return label === null || words === text || (words === '' && !/[:：]\s*$/u.test(text)) ? null : label;
}

type Part = { readonly lines: readonly string[] };

/** Captions that roll repeat the last line of the one before as their first. It is left out where that is the habit of the file. */
function unroll<P extends Part>(parts: readonly P[]): { kept: readonly P[]; repeated: number } {
  const repeats = (at: number): boolean => {
    const last = parts[at - 1]?.lines.at(-1);
    return last !== undefined && parts[at]?.lines[0] === last;
  };
  const rolling = parts.filter((_, at) => repeats(at)).length;
  // Somebody may say the same word twice; captions that roll show two lines of which one is new.
  const grown = parts.filter((part, at) => part.lines.length > 1 && repeats(at)).length;
  if (grown < 2 || rolling < (parts.length - 1) * 0.4) return { kept: parts, repeated: 0 };
  const kept = parts.map((part, at) => (repeats(at) ? { ...part, lines: part.lines.slice(1) } : part));
  return { kept: kept.filter(({ lines }) => lines.length > 0), repeated: rolling };
}

function countAbove(parts: readonly Part[]): ReadonlySet<string> {
  const heads = parts.flatMap(({ lines }) =>
    lines.length > 1 && nameKind(lines[0] ?? '') === 'strong' ? [lines[0] ?? ''] : [],
  );
  return heads.length >= parts.length * 0.6 ? new Set(heads) : new Set();
}
