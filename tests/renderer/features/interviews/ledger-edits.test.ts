/** What is done to many pieces at once, and the lines that the ledger shows. */
import { expect, it } from 'vitest';
import { linkPieces, setPieces, unlinkPieces } from '../../../../src/renderer/features/interviews/ledger-edits.ts';
import { composeLedger } from '../../../../src/renderer/features/interviews/ledger-filter.ts';
import { composeLines } from '../../../../src/renderer/features/interviews/ledger-lines.ts';
import { applyChanges } from '../../../../src/shared/model/apply-changes.ts';
import type { ClientData } from '../../../../src/shared/model/index.ts';
import { Rows } from '../../../support/rows.ts';

function three() {
  const rows = new Rows();
  const decision = rows.add('decision', { label: 'D1' }).id;
  const ids = ['one', 'two', 'three'].map((text) => rows.add('evidence', { text }).id);
  const [first = '', second = ''] = ids;
  rows.add('evidenceLink', { evidence: first, decision });
  rows.add('evidenceLink', { evidence: second, decision, counter: true });
  let count = 0;
  const maker = { engagement: rows.engagement.id, newId: () => `link ${(count += 1)}` };
  return { rows, decision, maker, all: composeLedger(rows.data) };
}

const against = (data: ClientData) => data.evidenceLink.map(({ counter }) => counter);

it('links what is not linked yet and turns what spoke the other way', () => {
  const { rows, decision, maker, all } = three();
  const linked = applyChanges(rows.data, linkPieces(all, { decision }, false, maker));
  expect(against(linked)).toEqual([false, false, false]);
  expect(linkPieces(composeLedger(linked), { decision }, false, maker)).toEqual([]);
  expect(applyChanges(linked, unlinkPieces(composeLedger(linked), { decision })).evidenceLink).toEqual([]);
});

it('sets only what is otherwise', () => {
  const { rows, all } = three();
  const [first] = rows.data.evidence;
  rows.change('evidence', first?.id ?? '', { objection: true });
  expect(setPieces(composeLedger(rows.data), { objection: true })).toHaveLength(2);
  expect(setPieces(all, { fidelity: 'verbatim' })).toEqual([]);
});

it('groups under headings with counts, a piece under each of its ends, and what is linked to nothing last', () => {
  const { rows, decision } = three();
  const later = rows.add('decision', { label: 'D2' }).id;
  const [first] = rows.data.evidence;
  rows.add('evidenceLink', { evidence: first?.id ?? '', decision: later });
  const names = {
    indicators: [],
    decisions: [
      { id: later, says: 'D2' },
      { id: decision, says: 'D1' },
    ],
  };
  const lines = composeLines(composeLedger(rows.data), 'newest', 'decision', names);
  expect(lines.map((one) => (one.heading === null ? one.line.row.text : `${one.heading} ${one.count}`))).toEqual([
    'D2 1',
    'one',
    'D1 2',
    'two',
    'one',
    'Linked to no decision 1',
    'three',
  ]);
});
