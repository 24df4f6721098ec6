import { describe, expect, it } from 'vitest';
import {
  findIn,
  marksAt,
  marksByTurn,
  partTurn,
} from '../../../../src/renderer/features/interviews/transcript/turn-text.ts';
import {
  assignVoice,
  mergeVoices,
  removeTranscript,
  setInterviewer,
} from '../../../../src/renderer/features/interviews/transcript/voice-edits.ts';
import { likelyInterview } from '../../../../src/renderer/features/interviews/transcript/likely-interview.ts';
import { applyChanges } from '../../../../src/shared/model/apply-changes.ts';
import { Rows } from '../../../support/rows.ts';

/** A transcript of two voices, with a piece of evidence in the second turn. */
function scene() {
  const rows = new Rows();
  const mia = rows.add('stakeholder', { name: 'Mia Lund' });
  const interview = rows.add('interview', { title: 'Floor', plannedOn: '2026-06-16' });
  const a = rows.add('voice', { interview: interview.id, label: 'Speaker 1' });
  const b = rows.add('voice', { interview: interview.id, label: 'Mia (phone)' });
  const first = rows.add('turn', { interview: interview.id, voice: a.id, text: 'What stopped?' });
  const second = rows.add('turn', {
    interview: interview.id,
    voice: b.id,
    text: 'Nothing stopped. We count licences.',
  });
  const piece = rows.add('evidence', {
    interview: interview.id,
    turn: second.id,
    text: 'We count licences.',
    kind: 'quote',
  });
  const turns = [first, second];
  const given = { engagement: rows.engagement.id, turns, evidence: [piece], participants: rows.data.participant };
  return { rows, mia, interview, a, b, second, piece, turns, given };
}

describe('who speaks', () => {
  it('a voice becomes a person with all that was marked of it, and the person took part', () => {
    const { rows, mia, b, piece, given } = scene();
    const after = applyChanges(
      rows.data,
      assignVoice(b, mia.id, given, () => crypto.randomUUID()),
    );
    expect(after.voice.find(({ id }) => id === b.id)).toMatchObject({ person: mia.id });
    expect(after.evidence.find(({ id }) => id === piece.id)).toMatchObject({ speaker: mia.id });
    expect(after.participant).toMatchObject([{ person: mia.id }]);
  });

  it('the interviewer is nobody of the client', () => {
    const { a, given } = scene();
    expect(setInterviewer({ ...a, person: 'x' }, true, given)).toMatchObject([
      { fields: { interviewer: true, person: null } },
    ]);
  });

  it('two names become one voice with the turns of both', () => {
    const { a, b, second, piece, given } = scene();
    expect(mergeVoices(b, { ...a, person: 'p' }, given)).toEqual([
      { op: 'update', entity: 'turn', id: second.id, fields: { voice: a.id } },
      { op: 'update', entity: 'evidence', id: piece.id, fields: { speaker: 'p' } },
      { op: 'delete', entity: 'voice', id: b.id },
    ]);
  });

  it('a transcript that is removed leaves its evidence', () => {
    const { interview, a, b } = scene();
    const changes = removeTranscript(interview.id, [a, b]);
    expect(changes.map(({ op, entity }) => `${op} ${entity}`)).toEqual([
      'delete voice',
      'delete voice',
      'update interview',
    ]);
  });

  it('the interview with somebody who speaks is proposed, on its day where several fit', () => {
    const { rows, mia, interview } = scene();
    rows.add('participant', { interview: interview.id, person: mia.id });
    const other = rows.add('interview', { title: 'Other', plannedOn: '2026-06-20' });
    const { data } = rows;
    const voices = [{ label: 'Mia Lund', turns: 1, words: 1, seconds: null, questions: 0 }];
    const propose = (heldOn: string | null) =>
      likelyInterview({ heldOn, voices }, rows.data.interview, rows.data.participant, data.stakeholder);
    expect(propose(null)).toBe(interview.id);
    rows.add('participant', { interview: other.id, person: mia.id });
    expect(propose(null)).toBeNull();
    expect(propose('2026-06-20')).toBe(other.id);
  });
});

describe('what is marked in a turn', () => {
  it('is drawn where its words stand, with the selection and what was found', () => {
    const { turns, second, piece } = scene();
    const marks = marksByTurn(turns, [piece]).get(second.id) ?? [];
    expect(marks).toMatchObject([{ span: { from: 17, to: 35 } }]);
    const parts = partTurn(35, marks, { from: 0, to: 16 }, findIn(second.text, 'LICENCÉS'));
    expect(parts.map(({ from, marked, selected, found }) => [from, marked, selected, found])).toEqual([
      [0, false, true, false],
      [16, false, false, false],
      [17, true, false, false],
      [26, true, false, true],
      [34, true, false, false],
    ]);
  });

  it('is the mark that the selection touches, or the only one of the turn', () => {
    const { turns, second, piece } = scene();
    const marks = marksByTurn(turns, [piece]).get(second.id) ?? [];
    expect(marksAt(marks, null)).toHaveLength(1);
    expect(marksAt(marks, { from: 20, to: 22 })).toHaveLength(1);
    expect(marksAt(marks, { from: 0, to: 10 })).toHaveLength(0);
    expect(marksAt([...marks, ...marks], null)).toHaveLength(0);
  });
});
