import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describeFailure } from '../../../../src/shared/api/errors.ts';
import { runHere, succeed } from '../../../support/jobs/run-here.ts';

/** Speech that no reading can take for anything else: words of letters, now and then with signs in between. */
const word = fc.constantFrom(
  'we',
  'sell',
  'Lösungen',
  '成果',
  'لا',
  'R&D',
  'a<b',
  'and',
  'so',
  'on:',
  '10:30',
  'well',
  '«oui»',
  'x-y',
);
const speech = fc.array(word, { minLength: 1, maxLength: 12 }).map((words) => words.join(' '));
const name = fc.constantFrom('Ute Brandt', 'Jonas Meier', '田中', 'José Núñez', 'Speaker 1');
const cue = fc.record({ name, text: speech, from: fc.nat(7200), length: fc.nat(9), broken: fc.boolean() });
const cues = fc.array(cue, { minLength: 4, maxLength: 40 });
type Cue = { name: string; text: string; from: number; length: number; broken: boolean };

const clock = (seconds: number, sign: string): string => {
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}${sign}000`;
};
const time = ({ from, length, broken }: Cue, sign: string): string =>
  `${broken ? '99:99:99' : clock(from, sign)} --> ${clock(from + length, sign)}`;
const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

const shapes: Record<string, (all: readonly Cue[]) => string> = {
  'voice tags': (all) =>
    `WEBVTT\n\n${all.map((one, at) => `id/${at}\n${time(one, '.')}\n<v ${one.name}>${escaped(one.text)}</v>\n`).join('\n')}`,
  SubRip: (all) =>
    `1\n${clock(0, ',')} --> ${clock(1, ',')}\n${all[0]?.name}: so\n\n${all.map((one, at) => `${at + 2}\r\n${time(one, ',')}\r\n${one.name}: ${one.text}\r\n`).join('\r\n')}`,
  'plain lines': (all) => all.map((one) => `${one.name}: ${one.text}`).join('\n'),
  'name and time above': (all) =>
    all.map((one) => `${one.name}  ${clock(one.from, '.').slice(0, 8)}\n${one.text}\n`).join('\n'),
};

const wordsOf = (text: string): string[] => text.split(/\s+/u).filter((one) => one !== '');

describe('no word of a transcript is lost', () => {
  it.each(Object.entries(shapes))('%s', async (shape, write) => {
    await fc.assert(
      fc.asyncProperty(cues, async (all) => {
        // A word with a time on a line of its own is what a name with its time looks like.
        fc.pre(shape !== 'name and time above' || !all.some(({ text }) => text.endsWith('10:30')));
        const { rows } = await succeed('import/transcript', write(all), { fileName: 'x' });
        const said = [...(shape === 'SubRip' ? ['so'] : []), ...all.flatMap(({ text }) => wordsOf(text))];
        expect(rows.flatMap(({ text }) => wordsOf(text))).toEqual(said);
        const starts = rows.flatMap(({ startsAt }) => startsAt ?? []);
        expect(starts).toEqual(starts.toSorted((a, b) => a - b));
      }),
      { numRuns: 60 },
    );
  });
});

describe('no input makes the reading of a transcript throw', () => {
  const pieces = fc.constantFrom(
    'WEBVTT',
    '\n',
    '\n\n',
    '00:01 --> 00:02',
    '-->',
    ' --> 99:99',
    '<v ',
    '<v A>',
    '>',
    '&#x110000;',
    '&',
    'A: ',
    '[B] 1:02',
    '3',
    'NOTE',
    '：',
    '0:0:0',
    '\r',
    '\t',
    'words',
    '**C:**',
    '\u0000',
  );
  it.each<[string, fc.Arbitrary<Uint8Array>]>([
    ['any bytes', fc.uint8Array({ maxLength: 2000 })],
    ['any signs of transcripts', fc.array(pieces, { maxLength: 60 }).map((all) => Buffer.from(all.join('')))],
    ['any text', fc.string({ unit: 'binary', maxLength: 500 }).map((text) => Buffer.from(text))],
  ])('%s', async (_, bytes) => {
    await fc.assert(
      fc.asyncProperty(bytes, async (input) => {
        const result = await runHere('import/transcript', input, { fileName: 'x' });
        expect(result.ok ? '' : describeFailure(result.error)).not.toMatch(/\{\w+\}|\(\?/u);
      }),
      { numRuns: 150 },
    );
  });
});
