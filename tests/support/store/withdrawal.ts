/** A file in which a person and a colleague were heard, with the person's words wherever words can stand. */
import { readFileSync } from 'node:fs';
import type { Ack, ClientFile } from '../../../src/main/store/types.ts';
import type { Failure } from '../../../src/shared/api/errors.ts';
import type { Result } from '../../../src/shared/lib/result.ts';
import type { Change } from '../../../src/shared/model/change.ts';
import { planWithdrawal } from '../../../src/shared/model/withdrawal/plan.ts';
import type { Withdrawn } from '../../../src/shared/model/withdrawal/whose.ts';
import { edit, type Place, template } from './file.ts';
import { testId } from './ports.ts';
import { start } from './start.ts';

const { engagement, decision, person } = start;

/** Ids of the rows. */
export const rows = {
  colleague: testId(5),
  alone: testId(8),
  together: testId(9),
  ownNotes: testId(10),
  sharedNotes: testId(11),
  quote: testId(12),
  sharedQuote: testId(13),
  removed: testId(14),
  limit: testId(15),
  edited: testId(16),
  colleagueQuote: testId(17),
};

/** Rare words of the person, each of which stands in the file before the withdrawal. */
export const canaries = ['zebrawood', 'quagmire', 'oxbow', 'tamarind', 'Wyvern', 'gallimaufry', 'brimborion'] as const;

const quote = 'The zebrawood plan was never ours to carry out';
const sharedQuote = 'Nobody below me has heard of the quagmire programme';
const removed = 'The oxbow meeting is where decisions go to die';

/** A file with all of it, typed and edited as it would be. */
export const spokenFile = template(
  () => [
    { op: 'insert', entity: 'stakeholder', id: rows.colleague, fields: { engagement, name: 'Bo' } },
    { op: 'insert', entity: 'interview', id: rows.alone, fields: { engagement, status: 'done' } },
    { op: 'insert', entity: 'interview', id: rows.together, fields: { engagement, status: 'done' } },
    { op: 'insert', entity: 'participant', id: testId(20), fields: { engagement, interview: rows.alone, person } },
    { op: 'insert', entity: 'participant', id: testId(21), fields: { engagement, interview: rows.together, person } },
    {
      op: 'insert',
      entity: 'participant',
      id: testId(22),
      fields: { engagement, interview: rows.together, person: rows.colleague },
    },
    { op: 'insert', entity: 'answer', id: rows.ownNotes, fields: { engagement, interview: rows.alone } },
    { op: 'insert', entity: 'answer', id: rows.sharedNotes, fields: { engagement, interview: rows.together } },
  ],
  (file, place) => {
    typeText(file, place, rows.ownNotes, `Began with a tamarind joke.\n> ${quote}\n`);
    typeText(file, place, rows.sharedNotes, `> ${sharedQuote}\n> The budget is settled in spring, says Bo\n`);
    const said = { engagement, kind: 'quote', interview: rows.alone, speaker: person };
    edit(file, place, [
      { op: 'insert', entity: 'evidence', id: rows.quote, fields: { ...said, text: quote, answer: rows.ownNotes } },
      {
        op: 'insert',
        entity: 'evidence',
        id: rows.sharedQuote,
        fields: { ...said, interview: rows.together, text: sharedQuote, answer: rows.sharedNotes },
      },
      {
        op: 'insert',
        entity: 'evidence',
        id: rows.colleagueQuote,
        fields: { ...said, interview: rows.together, speaker: rows.colleague, text: 'The budget is settled in spring' },
      },
      { op: 'insert', entity: 'evidence', id: rows.removed, fields: { ...said, text: removed } },
      { op: 'insert', entity: 'limit', id: rows.limit, fields: { engagement, toldBy: person, text: 'Wyvern stays' } },
      {
        op: 'insert',
        entity: 'playbackMark',
        id: testId(30),
        fields: { engagement, person, decision, mark: 'partly', words: 'something about gallimaufry' },
      },
      {
        op: 'insert',
        entity: 'paragraphEdit',
        id: rows.edited,
        fields: { engagement, key: 'found.quote', text: `One said: “${sharedQuote}”, and meant it.` },
      },
    ]);
    edit(file, place, [{ op: 'delete', entity: 'evidence', id: rows.removed }], { label: `Remove “${removed}”` });
    edit(file, place, [
      { op: 'update', entity: 'decision', id: decision, fields: { statement: `They say: ${removed}` } },
    ]);
    edit(file, place, [{ op: 'update', entity: 'decision', id: decision, fields: { statement: 'They decide late' } }]);
    edit(file, place, [
      { op: 'update', entity: 'stakeholder', id: person, fields: { note: 'Uses the word brimborion', role: 'Head' } },
    ]);
  },
);

/** Plans and carries out a withdrawal. */
export function withdraw(
  file: ClientFile,
  place: Place,
  who: Withdrawn = { person },
  opId = place.ports.ids(),
): Result<Ack, Failure> {
  const { changes, texts } = planWithdrawal(who, file.load({ everything: true }), '2026-01-06');
  return file.withdraw({ opId, label: 'Take words back', who, changes, texts });
}

/** Which of the words stand in the bytes of a file, as UTF-8 or UTF-16, whatever their case. */
export function wordsInBytes(path: string, words: readonly string[] = canaries): readonly string[] {
  const bytes = readFileSync(path);
  const narrow = bytes.toString('latin1').toLowerCase();
  const wide = [bytes.toString('utf16le').toLowerCase(), bytes.subarray(1).toString('utf16le').toLowerCase()];
  return words.filter((word) => [narrow, ...wide].some((text) => text.includes(word.toLowerCase())));
}

function typeText(file: ClientFile, place: Place, id: string, text: string): void {
  for (let end = 4; end < text.length + 4; end += 4) {
    const change: Change = { op: 'update', entity: 'answer', id, fields: { text: text.slice(0, end) } };
    edit(file, place, [change], { step: testId(77, 'b') });
  }
}
