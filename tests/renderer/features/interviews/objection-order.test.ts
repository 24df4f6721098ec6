import { expect, it } from 'vitest';
import { composeLedger } from '../../../../src/renderer/features/interviews/ledger-filter.ts';
import { orderObjections } from '../../../../src/renderer/features/interviews/objection-order.ts';
import { Rows } from '../../../support/rows.ts';

it('puts objections without an answer first and leaves out what was withdrawn or is none', () => {
  const rows = new Rows();
  const say = (text: string, saidOn: string, fields: object) =>
    rows.add('evidence', { text, saidOn, objection: true, ...fields }).id;
  const answered = say('answered', '2026-06-12', {});
  say('open', '2026-06-10', {});
  say('withdrawn', '2026-06-11', { withdrawn: true });
  say('no objection', '2026-06-13', { objection: false });
  const begun = say('begun', '2026-06-09', { objection: false });
  rows.add('objection', { evidence: answered, disposition: 'tested' });
  rows.add('objection', { evidence: begun });
  expect(orderObjections(composeLedger(rows.data)).map(({ row }) => row.text)).toEqual(['open', 'begun', 'answered']);
});
