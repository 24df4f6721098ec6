/** Reads the files of WordNet, as its manual page wndb describes them. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** One meaning: its words, the meanings it points to, what explains it, whether it is no name and no species. */
export interface Meaning {
  readonly id: string;
  readonly words: readonly string[];
  readonly pointers: readonly (readonly [sign: string, id: string])[];
  readonly gloss: string;
  readonly common: boolean;
}

/** By meaning and word: the place of the meaning among those of the word, and how often it was met in texts. */
export type Counts = ReadonlyMap<string, readonly [place: number, count: number]>;

const parts = { noun: 'n', verb: 'v', adj: 'a', adv: 'r' } as const;
/** Lexicographer files that name species: `noun.animal` and `noun.plant`. */
const species = new Set(['05', '20']);

/** All meanings of all parts of speech. */
export function readMeanings(from: string): Meaning[] {
  return Object.entries(parts).flatMap(([name, part]) => readPart(from, name, part));
}

/** How often the words were met with each of their meanings. */
export function readCounts(from: string): Counts {
  return new Map(
    linesOf(join(from, 'index.sense')).map((line) => {
      const [key = '', offset = '', place, count] = line.split(' ');
      const [word = '', kind = ''] = key.split('%');
      const part = 'nvara'[Number(kind[0]) - 1] ?? '';
      return [`${part}${offset}${word}`, [Number(place), Number(count)]] as const;
    }),
  );
}

function readPart(from: string, name: string, part: string): Meaning[] {
  return linesOf(join(from, `data.${name}`)).map((line) => {
    const [head = '', gloss = ''] = line.split(' | ');
    const cells = head.trim().split(' ');
    const size = Number.parseInt(cells[3] ?? '', 16);
    const written = Array.from({ length: size }, (_, i) => (cells[4 + 2 * i] ?? '').replace(/\(.*\)$/, ''));
    const first = 5 + 2 * size;
    const pointers = Array.from({ length: Number(cells[first - 1]) }, (_, i) => {
      const at = first + 4 * i;
      return [cells[at] ?? '', `${cells[at + 2] ?? ''}${cells[at + 1] ?? ''}`] as const;
    });
    const named = pointers.some(([sign]) => sign === '@i');
    const common = !named && !(name === 'noun' && species.has(cells[1] ?? ''));
    return { id: `${part}${cells[0] ?? ''}`, words: written, pointers, gloss, common };
  });
}

function linesOf(file: string): string[] {
  return readFileSync(file, 'latin1')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith(' '));
}
