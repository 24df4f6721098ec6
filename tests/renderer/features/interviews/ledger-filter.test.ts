/** The evidence ledger: what comes from whom, and what fits a filter. */
import { describe, expect, it } from 'vitest';
import {
  composeLedger,
  countLedger,
  filterLedger,
  type LedgerFilter,
  wholeLedger,
} from '../../../../src/renderer/features/interviews/ledger-filter.ts';
import { Rows } from '../../../support/rows.ts';

function ledger() {
  const rows = new Rows();
  const sales = rows.add('stakeholder', { role: 'Sales director', function: 'sales', level: 'executive' });
  const audit = rows.add('stakeholder', { role: 'Audit engineer', function: 'service', level: 'front-line' });
  const alone = rows.add('interview', { title: 'Sales' });
  const session = rows.add('interview', { title: 'Workshop' });
  rows.add('participant', { interview: alone.id, person: sales.id });
  rows.add('participant', { interview: session.id, person: audit.id });
  rows.add('participant', { interview: session.id, person: sales.id });
  const decision = rows.add('decision', { label: 'D1' });
  const said = rows.add('evidence', { text: 'Paid on Friday.', interview: alone.id, saidOn: '2026-06-10' });
  const voice = rows.add('evidence', {
    text: 'Ça ne tient pas.',
    interview: session.id,
    saidOn: '2026-06-12',
    objection: true,
  });
  const old = rows.add('evidence', { text: 'Ten days.', speaker: audit.id, saidOn: '2026-06-01', withdrawn: true });
  rows.add('evidenceLink', { evidence: said.id, decision: decision.id });
  rows.add('evidenceLink', { evidence: said.id, indicator: 'measures-pull-apart/old-measures', counter: true });
  const all = composeLedger(rows.data);
  const fits = (filter: Partial<LedgerFilter>) =>
    filterLedger(all, { ...wholeLedger, ...filter }).map(({ row }) => row.text);
  return {
    rows,
    all,
    fits,
    sales,
    audit,
    session,
    decision,
    said,
    voice,
    old,
  };
}

it('shows the newest words first, and says who may have said them', () => {
  expect(ledger().all.map(({ row, from }) => [row.text, from])).toEqual([
    ['Ça ne tient pas.', 'A voice in Workshop'],
    ['Paid on Friday.', 'Sales director'],
    ['Ten days.', 'Audit engineer'],
  ]);
});

describe('a filter', () => {
  it('finds words whatever their accents, in the text and in who said it', () => {
    const { fits } = ledger();
    expect(fits({ text: 'ca tient' })).toEqual(['Ça ne tient pas.']);
    expect(fits({ text: 'sales paid' })).toEqual(['Paid on Friday.']);
  });

  it('narrows by person, function, level, interview, indicator and decision', () => {
    const { fits, sales, session, decision } = ledger();
    expect(fits({ person: sales.id })).toEqual(['Paid on Friday.']);
    // What was taken back is listed only where one asks for it.
    expect(fits({ function: 'service' })).toEqual([]);
    expect(fits({ function: 'service', state: 'withdrawn' })).toEqual(['Ten days.']);
    expect(fits({ level: 'executive' })).toEqual(['Paid on Friday.']);
    expect(fits({ interview: session.id })).toEqual(['Ça ne tient pas.']);
    expect(fits({ indicator: 'measures-pull-apart/old-measures' })).toEqual(['Paid on Friday.']);
    expect(fits({ decision: decision.id })).toEqual(['Paid on Friday.']);
  });

  it('finds what is linked to nothing, what was withdrawn, and objections without an answer', () => {
    const { rows, fits, voice } = ledger();
    expect(fits({ state: 'unlinked' })).toEqual(['Ça ne tient pas.']);
    expect(fits({ state: 'withdrawn' })).toEqual(['Ten days.']);
    expect(fits({ state: 'undecided' })).toEqual(['Ça ne tient pas.']);
    expect(fits({ mark: 'objection' })).toEqual(['Ça ne tient pas.']);
    rows.add('objection', { evidence: voice.id, disposition: 'declined' });
    const answered = filterLedger(composeLedger(rows.data), { ...wholeLedger, state: 'undecided' });
    expect(answered).toEqual([]);
  });

  it('says for each value how many would be left if it were chosen', () => {
    const { all } = ledger();
    const counts = countLedger(all, { ...wholeLedger, level: 'executive' });
    expect(counts.level).toEqual(new Map([['executive', 1]]));
    expect(counts.function).toEqual(new Map([['sales', 1]]));
    expect(counts.state).toEqual(
      new Map([
        ['linked', 1],
        ['against', 1],
      ]),
    );
  });
});
