/** Words of a transcript become evidence. */
import { describe, expect, it } from 'vitest';
import { assessEvidence } from '../../../src/shared/analysis/evidence.ts';
import { markTurn, showMoment } from '../../../src/shared/model/mark-turn.ts';
import type { Mark } from '../../../src/shared/model/mark-evidence.ts';
import { Rows } from '../../support/rows.ts';

function scene() {
  const rows = new Rows();
  const person = rows.add('stakeholder', { name: 'Jonas Meier' });
  const interview = rows.add('interview', { heldOn: '2026-06-16', status: 'done' });
  rows.add('participant', { interview: interview.id, person: person.id, consent: 'by-role' });
  const voice = rows.add('voice', { interview: interview.id, label: 'Jonas', person: person.id });
  const turn = rows.add('turn', {
    interview: interview.id,
    voice: voice.id,
    startsAt: 3731,
    text: 'We count licences.',
  });
  const place = { engagement: rows.engagement.id, interview, turn, voice, today: '2026-06-18', position: 1 };
  const mark = (words: string, kind: Mark) =>
    markTurn(words, kind, place, rows.data.evidence, () => crypto.randomUUID());
  return { rows, person, interview, turn, mark };
}

describe('marking words of a transcript', () => {
  it('keeps them verbatim, said by the person of the voice on the day of the interview, with their time', () => {
    const { mark, person, turn } = scene();
    for (const kind of ['quote', 'objection', 'ask-later'] as const)
      expect(mark('We count licences.', kind).changes[0]).toMatchObject({
        fields: {
          kind: 'quote',
          fidelity: 'verbatim',
          speaker: person.id,
          saidOn: '2026-06-16',
          turn: turn.id,
          locator: 'transcript, 1:02:11',
        },
      });
  });

  it('adds a second mark to the piece that is there, but not to the same words of another turn', () => {
    const { rows, mark, interview, turn } = scene();
    const known = rows.add('evidence', {
      interview: interview.id,
      turn: turn.id,
      text: 'We count licences.',
      kind: 'quote',
    });
    rows.add('evidence', { interview: interview.id, text: 'Elsewhere.', kind: 'quote' });
    expect(mark('We count licences.', 'objection')).toMatchObject({ id: known.id, changes: [{ op: 'update' }] });
    expect(mark('We count licences.', 'quote').changes).toEqual([]);
    expect(mark('Elsewhere.', 'quote').changes).toMatchObject([{ op: 'insert' }]);
  });

  it('a voice that nobody was told to be is one source without function and level, also beside one known guest', () => {
    const { rows, interview, turn } = scene();
    const piece = rows.add('evidence', { interview: interview.id, turn: turn.id, text: 'x', kind: 'quote' });
    const note = rows.add('evidence', { interview: interview.id, text: 'y', kind: 'quote' });
    const { counted } = assessEvidence(rows.data);
    expect(counted.get(piece.id)?.source).toMatchObject({
      kind: 'voice',
      id: interview.id,
      function: null,
      level: null,
    });
    expect(counted.get(note.id)?.source).toMatchObject({ kind: 'person' });
  });

  it('shows moments as people read them', () => {
    expect([0, 7.9, 725, 3731].map(showMoment)).toEqual(['0:00', '0:07', '12:05', '1:02:11']);
  });
});
