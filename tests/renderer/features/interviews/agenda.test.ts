import { expect, it } from 'vitest';
import { composeAgenda } from '../../../../src/renderer/features/interviews/agenda.ts';
import { Rows } from '../../../support/rows.ts';

it('puts today first, then what was missed, the days that come, what has no day, and what was held', () => {
  const rows = new Rows();
  const add = (title: string, fields: object) => rows.add('interview', { title, ...fields });
  add('held', { status: 'done', heldOn: '2026-06-10' });
  add('no day', {});
  add('later', { plannedOn: '2026-06-22' });
  add('tomorrow', { plannedOn: '2026-06-19', plannedTime: '14:00' });
  add('tomorrow, earlier', { plannedOn: '2026-06-19', plannedTime: '09:00' });
  add('missed', { plannedOn: '2026-06-17' });
  add('today', { plannedOn: '2026-06-18' });
  add('running since yesterday', { status: 'running', heldOn: '2026-06-17' });
  const lines = composeAgenda(rows.data.interview, '2026-06-18');
  expect(lines.map((line) => ('row' in line ? line.row.title : line.id))).toEqual([
    'day today',
    'running since yesterday',
    'today',
    'day late',
    'missed',
    'day 2026-06-19',
    'tomorrow, earlier',
    'tomorrow',
    'day 2026-06-22',
    'later',
    'day none',
    'no day',
    'day held',
    'held',
  ]);
});
