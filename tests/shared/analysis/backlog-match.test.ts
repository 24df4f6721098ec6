/** Two exports of one list of work, matched by key. */
import { describe, expect, it } from 'vitest';
import { type IncomingItem, matchBacklog } from '../../../src/shared/analysis/backlog-match.ts';
import { Scene } from '../../support/analysis.ts';

function match(old: readonly Partial<Scene['data']['backlogItem'][number]>[], incoming: readonly IncomingItem[]) {
  const scene = new Scene();
  const found = matchBacklog(
    old.map((fields) => scene.item(fields)),
    incoming,
  );
  return {
    added: found.added.map((item) => item.key),
    closed: found.closed.map((one) => one.item.key),
    reopened: found.reopened.map((one) => one.item.key),
    changed: found.changed.map((one) => [one.item.key, ...one.fields]),
    unchanged: found.unchanged.map((one) => one.item.key),
    gone: found.gone.map((item) => item.key),
  };
}
const nothing = { added: [], closed: [], reopened: [], changed: [], unchanged: [], gone: [] };

describe('matching by key', () => {
  it('tells new, closed, changed, unchanged and gone items apart', () => {
    const old = ['A', 'B', 'C', 'D'].map((key) => ({ key, title: `Item ${key}` }));
    const incoming = [
      { key: 'A', title: 'Item A', status: 'todo' },
      { key: 'B', title: 'Item B', status: 'done', closedOn: '2026-09-01' },
      { key: 'C', title: 'Item C, larger', effort: 5 },
      { key: 'E', title: 'Item E' },
    ] as const;
    expect(match(old, incoming)).toEqual({
      added: ['E'],
      closed: ['B'],
      reopened: [],
      changed: [['C', 'title', 'effort']],
      unchanged: ['A'],
      gone: ['D'],
    });
  });

  it('takes no notice of a column that the export does not have, nor of the order of labels', () => {
    const old = [{ key: 'A', title: 'Item', effort: 3, labels: ['x', 'y'], judged: true, keepsLightsOn: true }];
    expect(match(old, [{ key: 'A', title: 'Item', labels: ['y', 'x'] }])).toEqual({ ...nothing, unchanged: ['A'] });
  });

  it('does not call an item changed that was only touched', () => {
    expect(match([{ key: 'A', updatedOn: '2026-06-01' }], [{ key: 'A', updatedOn: '2026-09-01' }])).toEqual({
      ...nothing,
      unchanged: ['A'],
    });
  });

  it('matches no item without a key, and of two with one key the first', () => {
    const found = match([{ key: '' }, { key: 'A' }], [{ key: '' }, { key: 'A' }, { key: 'A' }]);
    expect(found).toEqual({ ...nothing, added: ['', 'A'], unchanged: ['A'], gone: [''] });
  });

  it('leaves gone what had gone before, and calls it reopened when it comes back open', () => {
    const old = [
      { key: 'A', goneOn: '2026-08-01' },
      { key: 'B', goneOn: '2026-08-01' },
    ];
    expect(match(old, [{ key: 'B' }])).toEqual({ ...nothing, reopened: ['B'] });
  });

  it('tells work that was done and goes on again, and what comes back closed', () => {
    const old = [
      { key: 'A', status: 'done' },
      { key: 'B', goneOn: '2026-08-01' },
    ] as const;
    const now = [
      { key: 'A', status: 'progress' },
      { key: 'B', status: 'done' },
    ] as const;
    expect(match(old, now)).toEqual({ ...nothing, reopened: ['A'], changed: [['B', 'status']] });
  });

  it('does not close again what was closed before', () => {
    expect(match([{ key: 'A', status: 'done' }], [{ key: 'A', status: 'dropped' }])).toEqual({
      ...nothing,
      changed: [['A', 'status']],
    });
  });
});
