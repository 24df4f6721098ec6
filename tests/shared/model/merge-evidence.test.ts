/** Several pieces of evidence become one, and nothing that hung on them is lost. */
import { expect, it } from 'vitest';
import { applyChanges } from '../../../src/shared/model/apply-changes.ts';
import { mergeEvidence } from '../../../src/shared/model/merge-evidence.ts';
import { Rows } from '../../support/rows.ts';

const indicator = 'measures-pull-apart/old-measures';

it('keeps the words of one with the links, flags and dates of all', () => {
  const rows = new Rows();
  const interview = rows.add('interview').id;
  const kept = rows.add('evidence', { text: 'Paid on licences.', interview, warnedOn: '2026-03-02' });
  const answer = rows.add('answer', { interview }).id;
  const other = rows.add('evidence', {
    text: 'paid on licenses',
    interview,
    answer,
    objection: true,
    askLater: true,
    warnedOn: '2026-01-15',
    releasedOn: '2026-06-20',
  });
  const decision = rows.add('decision').id;
  rows.add('evidenceLink', { evidence: kept.id, indicator });
  rows.add('evidenceLink', { evidence: other.id, indicator });
  const moved = rows.add('evidenceLink', { evidence: other.id, decision, counter: true });
  const answered = rows.add('objection', { evidence: other.id, disposition: 'declined', reason: 'No room' });
  const data = applyChanges(rows.data, mergeEvidence(kept, [other], rows.data));
  expect(data.evidence).toEqual([
    { ...kept, answer, objection: true, askLater: true, warnedOn: '2026-01-15', releasedOn: null },
  ]);
  expect(data.evidenceLink.map(({ evidence, indicator: one, decision: two }) => [evidence, one ?? two])).toEqual([
    [kept.id, indicator],
    [kept.id, decision],
  ]);
  expect(data.evidenceLink[1]).toEqual({ ...moved, evidence: kept.id });
  expect(data.objection).toEqual([{ ...answered, evidence: kept.id }]);
});

it('lets an answered objection win over one without an answer, and the own over the other', () => {
  const rows = new Rows();
  const [kept, other] = [rows.add('evidence'), rows.add('evidence')];
  const own = rows.add('objection', { evidence: kept.id, said: 'open' });
  const theirs = rows.add('objection', { evidence: other.id, disposition: 'tested' });
  const once = applyChanges(rows.data, mergeEvidence(kept, [other], rows.data));
  expect(once.objection).toEqual([{ ...theirs, evidence: kept.id }]);
  rows.change('objection', own.id, { disposition: 'declined' });
  const twice = applyChanges(rows.data, mergeEvidence(kept, [other], rows.data));
  expect(twice.objection.filter(({ evidence }) => evidence === kept.id).map(({ id }) => id)).toEqual([own.id]);
});

it('takes no place from another conversation', () => {
  const rows = new Rows();
  const [one, two] = [rows.add('interview').id, rows.add('interview').id];
  const kept = rows.add('evidence', { interview: one });
  const other = rows.add('evidence', { interview: two, answer: rows.add('answer', { interview: two }).id });
  expect(applyChanges(rows.data, mergeEvidence(kept, [other], rows.data)).evidence).toEqual([kept]);
});
