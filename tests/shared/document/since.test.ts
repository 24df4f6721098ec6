import { expect, test } from 'vitest';
import { changesSince } from '../../../src/shared/document/since.ts';
import { composeExchange } from '../../../src/shared/model/exchange/compose.ts';
import { restoreRows } from '../../../src/shared/model/exchange/restore.ts';
import { Engagement } from './support.ts';

test('rows that were frozen as an exchange come back as they were', () => {
  const scene = new Engagement();
  const priority = scene.prioritise(scene.decision, 'P1', { title: 'One price list' });
  scene.add('criterion', { priority: priority.id, metric: 'Offers by rule', baseline: 0, target: null });
  scene.item({ title: 'A cleaner list' });
  const restored = restoreRows(composeExchange(scene.data, scene.kit));
  const own = { ...scene.data, kitCopy: [] };
  for (const [name, rows] of Object.entries(own)) {
    expect(restored[name as keyof typeof restored], name).toEqual(rows);
  }
});

test('what changed since an issue is told by decision, in the words of the fields, and the rest beside it', () => {
  const scene = new Engagement();
  const priority = scene.prioritise(scene.decision, 'P1', { title: 'One price list' });
  scene.add('stop', { what: 'The weekly report' });
  const before = structuredClone(scene.data);
  scene.change('priority', priority.id, { title: 'One price book', decisionSeen: 'abcd', position: 7 });
  const criterion = scene.add('criterion', { priority: priority.id, metric: 'Offers by rule' });
  scene.change('engagement', scene.data.engagement[0]?.id ?? '', { quotes: 'anonymous' });
  scene.item();
  const since = changesSince(before, scene.data);
  expect(since.decisions).toMatchObject([
    {
      label: 'D1',
      rows: [
        {
          entity: 'priority',
          op: 'changed',
          fields: [{ says: 'Priority', from: 'One price list', to: 'One price book' }],
        },
        { entity: 'criterion', id: criterion.id, op: 'added' },
      ],
    },
  ]);
  expect(since.others).toMatchObject([
    {
      entity: 'engagement',
      fields: [
        {
          from: 'By role, unless agreed otherwise',
          to: 'Without anything that points to the person',
        },
      ],
    },
  ]);
  expect(since.counts).toContainEqual({ entity: 'backlogItem', added: 1, changed: 0, removed: 0 });
  expect(changesSince(before, before)).toEqual({ decisions: [], others: [], counts: [] });
});
