/** What the client file of version 0 holds: entry by entry, with text of many scripts. */
import type { Change } from '../../../src/shared/model/change.ts';
import { testId } from './ports.ts';

const id = (number: number): string => testId(number, 'e');
const engagement = id(2);

/** Changes of each entry, the first one making the file. */
export const version0Rows: readonly (readonly Change[])[] = [
  [
    { op: 'insert', entity: 'client', id: id(1), fields: { name: 'Bäckerei & Söhne', locale: 'de-DE' } },
    {
      op: 'insert',
      entity: 'engagement',
      id: engagement,
      fields: { title: 'Decision to work', currency: 'EUR', fee: 12_500.5 },
    },
    { op: 'insert', entity: 'stakeholder', id: id(3), fields: { engagement, name: 'Zoë Núñez 山田' } },
    { op: 'insert', entity: 'decision', id: id(4), fields: { engagement, title: 'Win the Nordic market' } },
  ],
  [
    {
      op: 'insert',
      entity: 'source',
      id: id(5),
      fields: { engagement, title: 'Backlog', kind: 'backlog', notes: ['a', 'é'] },
    },
    { op: 'insert', entity: 'passage', id: id(6), fields: { engagement, source: id(5), text: 'We go north.\nFast.' } },
    {
      op: 'insert',
      entity: 'backlogItem',
      id: id(7),
      fields: {
        engagement,
        source: id(5),
        key: 'OPS-1',
        title: 'Label the shelves',
        effort: 2.5,
        linkedKeys: ['OPS-2'],
      },
    },
    {
      op: 'insert',
      entity: 'interview',
      id: id(8),
      fields: { engagement, title: 'Warehouse', notes: 'Nobody knew. 👩‍🏭' },
    },
    {
      op: 'insert',
      entity: 'evidence',
      id: id(9),
      fields: { engagement, interview: id(8), speaker: id(3), text: 'We hear of it in the canteen.', objection: true },
    },
  ],
  [{ op: 'update', entity: 'interview', id: id(8), fields: { notes: 'Nobody knew. 👩‍🏭 Then the list came.' } }],
  [
    {
      op: 'update',
      entity: 'decision',
      id: id(4),
      fields: { passage: id(6), statement: 'Win two Nordic retailers in 2026.' },
    },
  ],
];
