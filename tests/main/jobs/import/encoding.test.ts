import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { refusal, runHere, succeed } from '../../../support/jobs/run-here.ts';

const options = { fileName: 'a.txt' };
const german =
  'Die Strategie für den Mittelstand: Preise erhöhen, Lager schließen, Kunden begrüßen – „größer“ heißt nicht besser.';
const russian = 'Стратегия для среднего бизнеса: поднять цены, закрыть склады и приветствовать клиентов.';
const read = async (bytes: Buffer) => succeed('import/document', bytes, options);

describe('the encoding of a text', () => {
  it.each<[string, string, string, boolean]>([
    ['utf-8', german, 'utf-8', false],
    ['utf-8', german, 'utf-8', true],
    ['utf-16le', german, 'utf-16le', true],
    ['utf-16be', german, 'utf-16be', true],
    ['utf-16le', german, 'utf-16le', false],
    ['windows-1252', german, 'windows-1252', false],
    ['windows-1251', russian, 'windows-1251', false],
    [
      'shift_jis',
      '中堅企業のための戦略。価格を上げ、倉庫を閉鎖し、顧客を歓迎する。計画は毎年見直される。',
      'shift_jis',
      false,
    ],
  ])('%s is found and read without loss', async (name, text, found, addBOM) => {
    const { value, rows } = await read(iconv.encode(text, name, { addBOM }));
    expect(value.encoding?.name).toBe(found);
    expect(rows.map((row) => row.text)).toEqual([text]);
    expect(value.notes.map(({ code }) => code)).toEqual(
      (value.encoding?.confidence ?? 0) < 1 ? ['encoding-guessed'] : [],
    );
  });

  it('is the one that somebody chose', async () => {
    const bytes = iconv.encode('Größe', 'iso-8859-15');
    const result = await succeed('import/document', bytes, { ...options, encoding: 'iso-8859-15' });
    expect(result.rows[0]?.text).toBe('Größe');
    expect(await refusal('import/document', Buffer.from('Größe ü'), { ...options, encoding: 'klingon' })).toBe(
      'import-encoding',
    );
    expect(await refusal('import/document', bytes, { ...options, encoding: 'utf-8' })).toBe('import-encoding');
  });

  it('is uncertain when Unicode and other bytes are mixed', async () => {
    const { value } = await read(Buffer.concat([Buffer.from('Größe und '), Buffer.from([0xe4, 0x20, 0x6f, 0x6b])]));
    expect(value.encoding?.confidence).toBeLessThan(0.5);
  });

  it('may cut a letter between two pieces of the file', async () => {
    const text = `${german} 👩‍👩‍👧 €`;
    for (const piece of [1, 2, 3, 5]) {
      const done = await runHere('import/document', Buffer.from(text), options, piece);
      expect(done.ok && done.value.rows[0]?.text).toBe(text);
    }
  });

  it('tells when the file itself already lost letters', async () => {
    expect((await read(Buffer.from('Gr\uFFFD\uFFFDe'))).value.notes).toEqual([
      { code: 'replacement-characters', params: { count: 2 } },
    ]);
  });
});

describe('text that is not whole', () => {
  it.each<[string, Buffer, string]>([
    ['a zero byte', Buffer.from('One\nTwo\0'), 'line 2'],
    [
      'half of a character pair',
      Buffer.concat([Buffer.from('One\n\nThree '), Buffer.from([0xed, 0xa0, 0x80]), Buffer.from('x')]),
      'line 3',
    ],
    [
      'half of a character pair',
      Buffer.concat([Buffer.from('\uFEFFOne\n', 'utf16le'), Buffer.from([0x00, 0xd8, 0x41, 0x00])]),
      'line 2',
    ],
  ])('is refused with its place: %s', async (problem, bytes, place) => {
    const result = await runHere('import/document', bytes, options);
    expect(result).toEqual({ ok: false, error: { code: 'import-text-unsafe', params: { problem, place } } });
  });
});
