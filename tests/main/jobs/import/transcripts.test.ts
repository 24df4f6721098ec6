import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { makeDocx, p, r } from '../../../support/jobs/docx-maker.ts';
import { refusal, succeed } from '../../../support/jobs/run-here.ts';

const folder = join(import.meta.dirname, '..', '..', '..', 'fixtures', 'import', 'transcripts');
const fixture = (name: string): Buffer => readFileSync(join(folder, name));

/** A transcript as lines "Name 0:03 words", with what is told besides. */
async function read(bytes: Uint8Array | string, options: { fileName?: string; encoding?: string } = {}) {
  const { value, rows } = await succeed('import/transcript', bytes, { fileName: 'x', ...options });
  const lines = rows.map(({ voice, startsAt, text }) => {
    const label = value.voices[voice]?.label ?? '?';
    return `${label || '–'} ${startsAt ?? '–'} ${text.replaceAll('\n', ' / ')}`;
  });
  return { head: value, rows, lines, codes: value.notes.map(({ code }) => code) };
}

describe('the shapes of transcripts', () => {
  it('Zoom, WebVTT: captions of one speaker are one turn from its first time', async () => {
    const { head, lines, rows } = await read(fixture('zoom.vtt'));
    expect(lines).toEqual([
      'Ute Brandt 2.34 Thanks for taking the time. What was decided last autumn?',
      'Jonas Meier 6.1 We sell outcomes instead of licences. At least that is what the slides say.',
      'Ute Brandt 14.5 And what stopped since?',
      'Jonas Meier 16 Nothing: every quarter target is still in licences.',
    ]);
    expect(rows[1]?.endsAt).toBe(14.2);
    expect(head).toMatchObject({ format: 'vtt', shape: 'turns', seconds: 18, turns: 4, notes: [] });
    expect(head.voices).toMatchObject([
      { label: 'Ute Brandt', turns: 2, words: 14, questions: 2 },
      { label: 'Jonas Meier', turns: 2, words: 22, questions: 0 },
    ]);
    expect(head.voices[1]?.seconds).toBeCloseTo(10.1);
  });

  it('Zoom, saved captions: times of the clock count from the first, over midnight too', async () => {
    expect((await read(fixture('zoom-saved.txt'))).lines).toEqual([
      'Ute Brandt 0 What was decided last autumn?',
      'Jonas Meier 6 We sell outcomes / instead of licences.',
      'Ute Brandt 20 And what stopped since?',
      'Jonas Meier 28 Nothing.',
    ]);
  });

  it('Teams, WebVTT: voices by their tags; names of cues, notes, styles and entities are no words', async () => {
    expect((await read(fixture('teams.vtt'))).lines).toEqual([
      'Ute Brandt 3.12 What was decided last autumn?',
      'Meier, Jonas (Sales) 7.1 R&D <still> builds licences.',
      '– 11.2 Right.',
    ]);
  });

  it('Teams, Word: name and time, then the words', async () => {
    const said = (name: string, time: string, text: string): string =>
      `<w:p>${r(`${name}   ${time}`)}<w:r><w:br/></w:r>${r(text)}</w:p>`;
    const body =
      p('Strategy review-20260615_133555-Meeting Transcript') +
      p('15 June 2026, 03:35am') +
      p('27m 42s') +
      p('Ute Brandt started transcription') +
      said('Ute Brandt', '0:03', 'What was decided?') +
      said('Jonas Meier', '0:08', 'We sell outcomes.') +
      said('Ute Brandt', '1:02:11', 'Since when?') +
      p('Ute Brandt stopped transcription');
    const { head, lines } = await read(makeDocx({ body }));
    expect(lines).toEqual([
      'Ute Brandt 3 What was decided?',
      'Jonas Meier 8 We sell outcomes.',
      'Ute Brandt 3731 Since when?',
    ]);
    expect(head).toMatchObject({ format: 'docx', heldOn: '2026-06-15', encoding: null });
  });

  it('Teams, Word as it was before: time, name, words', async () => {
    const said = (from: string, to: string, name: string, text: string): string =>
      `<w:p>${r(`${from} --&gt; ${to}`)}<w:r><w:br/></w:r>${r(name)}<w:r><w:br/></w:r>${r(text)}</w:p>`;
    const body =
      said('0:0:3.120', '0:0:5.480', 'Ute Brandt', 'What was decided?') +
      said('0:0:6.0', '0:0:8.500', 'Jonas Meier', 'We sell outcomes.');
    expect((await read(makeDocx({ body }))).lines).toEqual([
      'Ute Brandt 3.12 What was decided?',
      'Jonas Meier 6 We sell outcomes.',
    ]);
  });

  it('Otter, text: paragraphs stay with their speaker, a colon or a time in a sentence begins nothing', async () => {
    const { head, lines } = await read(fixture('otter.txt'));
    expect(lines).toEqual([
      'Ute Brandt 3 What was decided last autumn?',
      'Jonas Meier 8 We sell outcomes instead of licences. At least on slides: nobody believes it. / And at 10:30 every Monday we count licences.',
      'Speaker 3 3761 Same here.',
    ]);
    expect(head.notes).toMatchObject([{ code: 'lines-around', params: { count: 1 } }]);
  });

  it.each(['otter.srt', 'crlf-bom.srt'])(
    'Otter, SubRip (%s): a caption without a name goes on, gaps in the numbers do nothing',
    async (name) => {
      expect((await read(fixture(name))).lines).toEqual([
        'Ute Brandt 3 What was decided last autumn?',
        'Jonas Meier 8 We sell outcomes instead of licences.',
        'Ute Brandt 12.5 Since when?',
      ]);
    },
  );

  it('Google Meet: a time on its own line is that of the next words', async () => {
    const { head, lines } = await read(fixture('meet.txt'));
    expect(lines).toEqual([
      'Ute Brandt 0 What was decided last autumn?',
      'Jonas Meier – We sell outcomes. / Not licences.',
      'Ute Brandt 300 And what stopped since?',
    ]);
    expect(head.heldOn).toBe('2026-09-25');
  });

  it('captions without speakers: rolling lines once, a pause begins another turn', async () => {
    const { lines, codes } = await read(fixture('youtube.srt'));
    expect(lines).toEqual([
      '– 0 so what we decided was to sell outcomes and stop the licences',
      '– 9 nobody stopped anything',
    ]);
    expect(codes).toEqual(['captions-repeated']);
  });

  it('plain lines with times and names', async () => {
    expect((await read(fixture('plain.txt'))).lines).toEqual([
      'Ute Brandt 62 What was decided last autumn?',
      'Jonas Meier 69 We sell outcomes. / The targets stay: licences.',
      'Ute Brandt 80 Since when?',
      'Jonas Meier 82 Autumn.',
    ]);
  });

  it('questions and answers', async () => {
    expect((await read(fixture('questions.txt'))).lines).toEqual([
      'Q – What was decided last autumn?',
      'A – We sell outcomes. / It was on the slides.',
      'Q – Since when?',
      'A – Autumn.',
    ]);
  });

  it('names in any script, with particles, and with a colon of full width', async () => {
    expect((await read(fixture('scripts.txt'))).head.voices.map(({ label }) => label)).toEqual([
      '田中 一郎',
      'José Núñez',
      'سارة أحمد',
      'Jürgen von der Heyde',
    ]);
  });

  it('a text without speakers is its paragraphs, and says so', async () => {
    const { head, lines } = await read(fixture('prose.txt'));
    expect(head.shape).toBe('paragraphs');
    expect(lines).toHaveLength(2);
  });
});

describe('bad input', () => {
  it('broken times are mended and told by line; no word is lost', async () => {
    const { head, lines } = await read(fixture('broken.srt'));
    expect(lines).toEqual([
      'Ute Brandt 10 One.',
      'Jonas Meier 10 Two.',
      'Ute Brandt 10 Three.',
      'Jonas Meier 15 Four. Still four. A line after an empty one.',
      'Ute Brandt 20 Five.',
    ]);
    expect(head.notes).toEqual([
      { code: 'times-backwards', params: { count: 1, lines: '2' } },
      { code: 'times-broken', params: { count: 2, lines: '6, 21' } },
      { code: 'times-disordered', params: { count: 1, lines: '10' } },
      { code: 'times-overlapping', params: { count: 2, lines: '10, 14' } },
    ]);
  });

  it('any common encoding is recognised, and another one can be chosen', async () => {
    const words = 'Jürgen Groß: Wir verkaufen Lösungen, für größere Kunden.\nUte Brandt: Seit wann?\n'.repeat(8);
    for (const name of ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252']) {
      const { head } = await read(iconv.encode(words, name, { addBOM: name.startsWith('utf-16') }));
      expect(head.encoding?.name).toBe(name);
      expect(head.voices.map(({ label }) => label)).toEqual(['Jürgen Groß', 'Ute Brandt']);
    }
    const japanese = '田中：秋に何が決まりましたか。\n佐藤：成果を売ることです。\n'.repeat(8);
    expect((await read(iconv.encode(japanese, 'shift_jis'))).head.encoding?.name).toBe('shift_jis');
    const { head } = await read(iconv.encode(words, 'windows-1252'), { encoding: 'windows-1251' });
    expect(head).toMatchObject({ encoding: { name: 'windows-1251', confidence: 1 } });
    expect(head.voices[0]?.label).not.toBe('Jürgen Groß');
  });

  it.each([
    ['a backlog', readFileSync(join(folder, '..', 'jira.csv')), 'import-format'],
    ['a picture', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), 'import-format'],
    ['a PDF', Buffer.from('%PDF-1.7\n1 0 obj'), 'import-format'],
    ['a web page', Buffer.from('<!doctype html><html><body>Ute: Hi</body></html>'), 'import-format'],
    ['nothing', Buffer.alloc(0), 'import-empty'],
    ['captions without words', Buffer.from('WEBVTT\n\n00:01.000 --> 00:02.000\n\n'), 'import-empty'],
    ['50 MB of text', Buffer.alloc(50_000_000, 'Ute: words and words.\n'), 'import-too-large'],
  ])('%s is refused', async (_, bytes, code) => {
    expect(await refusal('import/transcript', bytes, { fileName: 'x.vtt' })).toBe(code);
  });
});
