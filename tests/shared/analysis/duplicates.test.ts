/** Which pieces of evidence were probably written down twice. */
import { expect, it } from 'vitest';
import { suggestDuplicates } from '../../../src/shared/analysis/duplicates.ts';
import { Rows } from '../../support/rows.ts';

function pieces() {
  const rows = new Rows();
  const [one, two] = [rows.add('interview'), rows.add('interview')];
  const say = (text: string, interview = one, speaker = interview) =>
    rows.add('evidence', { text, interview: interview.id, speaker: speaker.id }).id;
  const pairs = () =>
    suggestDuplicates(rows.data.evidence, (row) => row.speaker ?? '').map(({ one: a, other, acrossVoices }) => [
      a,
      other,
      acrossVoices,
    ]);
  return { rows, one, two, say, pairs };
}

it('finds the same words whatever their case, accents and signs, and nearly the same in one conversation', () => {
  const { say, pairs } = pieces();
  const a = say('We never stop anything, ever!');
  const b = say('we NEVER stop anything ever');
  const c = say('We never really stop anything, ever.');
  say('The backlog is a museum of good ideas.');
  expect(pairs()).toEqual([
    [a, b, false],
    [a, c, false],
    [b, c, false],
  ]);
});

it('finds a short note inside a longer one', () => {
  const { say, pairs } = pieces();
  const a = say('nobody told the warehouse that');
  const b = say('To be honest, nobody told the warehouse that until the first Monday of the quarter');
  expect(pairs()).toEqual([[a, b, false]]);
});

it('puts last, and tells, what is not known to come from one voice', () => {
  const { one, two, say, pairs } = pieces();
  const a = say('Planning starts before the budget does', one);
  const b = say('Planning starts before the budget does', two);
  const c = say('Planning starts before the budget does', one);
  expect(pairs()).toEqual([
    [a, c, false],
    [a, b, true],
    [b, c, true],
  ]);
});

it('leaves alone what is only alike in another conversation, too short, or withdrawn', () => {
  const { rows, two, say, pairs } = pieces();
  say('Paid on licences and not on outcomes at all');
  say('Paid on licences and not on outcomes', two);
  say('Yes, yes');
  say('Yes, yes');
  const a = say('They want the same number twice');
  const b = say('They want the same number twice');
  expect(pairs()).toEqual([[a, b, false]]);
  rows.change('evidence', b, { withdrawn: true });
  expect(pairs()).toEqual([]);
});

it('compares scripts without spaces by their signs', () => {
  const { say, pairs } = pieces();
  const a = say('現場には何も伝わらない');
  const b = say('現場には何も伝わらなかった');
  expect(pairs()).toEqual([[a, b, false]]);
});

it('takes a piece that is longer than any remark only where it stands twice word for word', () => {
  const { say, pairs } = pieces();
  const long = Array.from({ length: 130 }, (_, at) => `word${at}`).join(' ');
  const a = say(long);
  say(`${long} and more`);
  const b = say(long.toUpperCase());
  const short = say('word1 word2 word3 word4 word5 word6');
  expect(pairs().filter((pair) => !pair.includes(short))).toEqual([[a, b, false]]);
  expect(pairs().some((pair) => pair.includes(short))).toBe(true);
});
