/** Words of the notes become evidence. */
import { describe, expect, it } from 'vitest';
import { markEvidence, signOf } from '../../../src/shared/model/mark-evidence.ts';
import { Rows } from '../../support/rows.ts';

function scene() {
  const rows = new Rows();
  const interview = rows.add('interview', { heldOn: '2026-06-16' });
  const answer = rows.add('answer', { interview: interview.id });
  let count = 0;
  const place = { engagement: rows.engagement.id, interview, answer, speaker: null, today: '2026-06-18', position: 4 };
  return {
    rows,
    mark: (text: string, kind: Parameters<typeof markEvidence>[1]) =>
      markEvidence(text, kind, place, rows.data.evidence, () => `new-${(count += 1)}`),
    place,
  };
}

describe('marking a line', () => {
  it('keeps a quote word for word, said on the day of the interview', () => {
    const { changes } = scene().mark('Whoever shouts goes first.', 'quote');
    expect(changes).toHaveLength(1);
    expect(changes[0]).toMatchObject({
      entity: 'evidence',
      fields: { kind: 'quote', fidelity: 'verbatim', saidOn: '2026-06-16', text: 'Whoever shouts goes first.' },
    });
  });

  it('takes a line that is no quote as an observation in our words', () => {
    expect(scene().mark('The queue is on a whiteboard.', 'objection').changes[0]).toMatchObject({
      fields: { kind: 'observation', fidelity: 'paraphrase', objection: true },
    });
  });

  it('adds to a piece that is marked already, and changes nothing the second time', () => {
    const { rows, mark, place } = scene();
    const known = rows.add('evidence', {
      interview: place.interview.id,
      answer: place.answer.id,
      text: 'Ten days cannot hold.',
      kind: 'quote',
      fidelity: 'verbatim',
    });
    const marking = mark('Ten days cannot hold.', 'objection');
    expect(marking).toMatchObject({ id: known.id, changes: [{ op: 'update', fields: { objection: true } }] });
    expect(mark('Ten days cannot hold.', 'quote').changes).toEqual([]);
  });

  it('makes a limit that the evidence stands for', () => {
    const { id, changes } = scene().mark('Site access needs an induction.', 'limit');
    const limit = changes.find((change) => change.entity === 'limit');
    expect(limit).toMatchObject({
      fields: { text: 'Site access needs an induction.', markedOn: '2026-06-18', position: 4 },
    });
    expect(changes.at(-1)).toMatchObject({
      entity: 'evidenceLink',
      fields: { evidence: id, limit: limit?.id, counter: false },
    });
  });
});

describe('the sign of a line', () => {
  it('shows the strongest of several marks', () => {
    expect(signOf({ kind: 'quote', objection: true, askLater: true }, true)).toBe('!');
    expect(signOf({ kind: 'quote', objection: false, askLater: true }, true)).toBe('^');
    expect(signOf({ kind: 'quote', objection: false, askLater: false }, false)).toBe('>');
  });
});
