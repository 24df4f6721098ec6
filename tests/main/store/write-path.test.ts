import { describe, expect, test } from 'vitest';
import type { ApplyRequest } from '../../../src/main/store/types.ts';
import type { Change } from '../../../src/shared/model/change.ts';
import { clientFilePlace, codeOf, edit, stateDecision, taken } from '../../support/store/file.ts';
import { testId } from '../../support/store/ports.ts';
import { start } from '../../support/store/start.ts';

const { engagement, decision, person } = start;

describe('an edit', () => {
  test('is acknowledged with the revision and every field of a new row, the label included', () => {
    const place = clientFilePlace();
    const file = place.open();
    const id = testId(10);
    const ack = edit(file, place, [
      { op: 'insert', entity: 'decision', id, fields: { engagement, title: 'Leave retail' } },
    ]);
    expect(ack.revision).toBe(2);
    expect(ack.changes).toMatchObject([
      { op: 'insert', id, fields: { title: 'Leave retail', label: 'D2', standing: 'noted' } },
    ]);
    expect(file.row('decision', id)).toEqual({ id, ...(ack.changes[0] as { fields: object }).fields });
  });

  test('tells only the fields that differ', () => {
    const place = clientFilePlace();
    const file = place.open();
    const fields = { title: 'Win the north', statement: 'Two retailers' };
    const ack = edit(file, place, [{ op: 'update', entity: 'decision', id: decision, fields }]);
    expect(ack.changes).toEqual([
      { op: 'update', entity: 'decision', id: decision, fields: { statement: 'Two retailers' } },
    ]);
  });

  test('without effect writes nothing and is acknowledged', () => {
    const place = clientFilePlace();
    const file = place.open();
    const ack = edit(file, place, [
      { op: 'update', entity: 'decision', id: decision, fields: { title: 'Win the north' } },
    ]);
    expect(ack).toMatchObject({ revision: 1, changes: [] });
    expect(file.info().revision).toBe(1);
  });

  test('reaches every listener once, and none after it was stopped', () => {
    const place = clientFilePlace();
    const file = place.open();
    const heard: number[] = [];
    const stop = file.onChange((ack) => heard.push(ack.revision));
    stateDecision(file, place, 'one');
    taken(file.undo());
    stop();
    stateDecision(file, place, 'two');
    expect(heard).toEqual([2, 3]);
  });

  test('applies as a whole or not at all', () => {
    const place = clientFilePlace();
    const file = place.open();
    const changes: readonly Change[] = [
      { op: 'update', entity: 'decision', id: decision, fields: { title: 'Other' } },
      { op: 'update', entity: 'decision', id: testId(99), fields: { title: 'Nobody' } },
    ];
    const result = file.apply({ opId: place.ports.ids(), label: 'Edit', kind: 'edit', changes });
    expect(codeOf(result)).toBe('not-found');
    expect(file.row('decision', decision)?.title).toBe('Win the north');
    expect(file.info().revision).toBe(1);
  });

  test('sent again with its operation id has no second effect and gives the first answer, even after reopening', () => {
    const place = clientFilePlace();
    const first = place.open();
    const request: ApplyRequest = {
      opId: testId(50, 'c'),
      label: 'Notes',
      kind: 'edit',
      changes: [
        { op: 'update', entity: 'decision', id: decision, fields: { statement: 'Win two Nordic retailers' } },
        { op: 'insert', entity: 'interview', id: testId(11), fields: { engagement, title: 'Warehouse' } },
      ],
    };
    const ack = taken(first.apply(request));
    stateDecision(first, place, 'Win three Nordic retailers');
    expect(taken(first.apply(request))).toEqual({ ...ack, repeated: true });
    first.close();
    const second = place.open();
    expect(taken(second.apply(request))).toEqual({ ...ack, repeated: true });
    expect(second.info()).toMatchObject({ revision: 3, rows: { interview: 1 } });
    expect(second.row('decision', decision)?.statement).toBe('Win three Nordic retailers');
  });
});

describe('labels', () => {
  test('are given per engagement and never twice, whatever is undone', () => {
    const place = clientFilePlace();
    const file = place.open();
    const add = (id: string, owner: string): unknown =>
      edit(file, place, [{ op: 'insert', entity: 'decision', id, fields: { engagement: owner, title: 'x' } }])
        .changes[0];
    const other = testId(20);
    edit(file, place, [{ op: 'insert', entity: 'engagement', id: other, fields: { title: 'Refresh' } }]);
    expect(add(testId(21), other)).toMatchObject({ fields: { label: 'D1' } });
    expect(add(testId(22), engagement)).toMatchObject({ fields: { label: 'D2' } });
    taken(file.undo());
    expect(add(testId(23), engagement)).toMatchObject({ fields: { label: 'D3' } });
  });

  test('come back as they were when a deletion is undone', () => {
    const place = clientFilePlace();
    const file = place.open();
    edit(file, place, [{ op: 'delete', entity: 'decision', id: decision }]);
    taken(file.undo());
    expect(file.row('decision', decision)).toMatchObject({ label: 'D1', title: 'Win the north' });
  });

  test('may come with an import, and the numbers go on after them', () => {
    const place = clientFilePlace();
    const file = place.open();
    const changes: readonly Change[] = [
      { op: 'insert', entity: 'decision', id: testId(21), fields: { engagement, title: 'x', label: 'D7' } },
      { op: 'insert', entity: 'decision', id: testId(22), fields: { engagement, title: 'y' } },
    ];
    taken(file.apply({ opId: place.ports.ids(), label: 'Import', kind: 'import', changes }));
    expect(file.load().decision.map((row) => row.label)).toEqual(['D1', 'D7', 'D8']);
  });
});

describe('a deletion', () => {
  test('takes along what is part of the row and clears references to it, as explicit changes, and undo brings all back', () => {
    const liveCase = testId(30);
    const choice = testId(31);
    const place = clientFilePlace([
      { op: 'insert', entity: 'liveCase', id: liveCase, fields: { engagement, decision } },
      {
        op: 'insert',
        entity: 'choiceMade',
        id: choice,
        fields: { engagement, decision, function: 'sales', toldBy: person },
      },
      { op: 'insert', entity: 'translator', id: testId(32), fields: { engagement, decision, level: 'board', person } },
    ]);
    const file = place.open();
    const before = file.load({ everything: true });

    const clearing = edit(file, place, [{ op: 'delete', entity: 'stakeholder', id: person }]);
    expect(clearing.changes).toContainEqual({
      op: 'update',
      entity: 'choiceMade',
      id: choice,
      fields: { toldBy: null },
    });

    const cascade = edit(file, place, [{ op: 'delete', entity: 'decision', id: decision }]);
    expect(cascade.changes.map((change) => `${change.op} ${change.entity}`).toSorted()).toEqual([
      'delete choiceMade',
      'delete decision',
      'delete liveCase',
      'delete translator',
    ]);
    expect(file.load().liveCase).toEqual([]);

    taken(file.undo());
    taken(file.undo());
    expect(file.load({ everything: true })).toEqual(before);
    expect(file.check({ deep: true })).toEqual([]);
  });

  test('of a row and of what goes with it, both named, is one deletion each', () => {
    const place = clientFilePlace([
      { op: 'insert', entity: 'liveCase', id: testId(30), fields: { engagement, decision } },
    ]);
    const file = place.open();
    const ack = edit(file, place, [
      { op: 'delete', entity: 'decision', id: decision },
      { op: 'delete', entity: 'liveCase', id: testId(30) },
    ]);
    expect(ack.changes).toHaveLength(2);
  });
});

describe('the boundary', () => {
  const refusals: readonly (readonly [what: string, change: unknown, path: string])[] = [
    ['an unknown entity', { op: 'insert', entity: 'nobody', id: testId(40), fields: {} }, 'changes.0.entity'],
    ['an entity named like a method', { op: 'delete', entity: 'toString', id: testId(40) }, 'changes.0.entity'],
    [
      'an unknown field',
      { op: 'update', entity: 'decision', id: decision, fields: { colour: 'red' } },
      'changes.0.decision.colour',
    ],
    [
      'a lone surrogate',
      { op: 'update', entity: 'decision', id: decision, fields: { statement: 'a\ud800b' } },
      'changes.0.decision.statement',
    ],
    ['NUL', { op: 'update', entity: 'decision', id: decision, fields: { title: 'a\0b' } }, 'changes.0.decision.title'],
    [
      'a lone surrogate in a list',
      { op: 'insert', entity: 'source', id: testId(40), fields: { engagement, notes: ['\udc00'] } },
      'changes.0.source.notes',
    ],
    [
      'a choice outside its list',
      { op: 'update', entity: 'decision', id: decision, fields: { standing: 'maybe' } },
      'changes.0.decision.standing',
    ],
    [
      'a label of its own',
      { op: 'insert', entity: 'decision', id: testId(40), fields: { engagement, label: 'D9' } },
      'changes.0.decision.label',
    ],
    ['an id that is no UUID', { op: 'delete', entity: 'decision', id: 'D1' }, 'changes.0.decision.id'],
    [
      'a missing owner',
      { op: 'insert', entity: 'liveCase', id: testId(40), fields: { engagement } },
      'changes.0.liveCase.decision',
    ],
  ];

  test.each(refusals)('refuses %s with its path and changes nothing', (_what, change, path) => {
    const place = clientFilePlace();
    const file = place.open();
    const result = file.apply({ opId: place.ports.ids(), label: 'Edit', kind: 'edit', changes: [change as Change] });
    expect(result).toMatchObject({ ok: false, error: { code: 'bad-input', params: { path } } });
    expect(file.info().revision).toBe(1);
  });

  test('refuses a reference to a row that is not there, and a second row with the same id', () => {
    const place = clientFilePlace();
    const file = place.open();
    const apply = (change: Change): string | null =>
      codeOf(file.apply({ opId: place.ports.ids(), label: 'Edit', kind: 'edit', changes: [change] }));
    const fields = { engagement, decision: testId(98) };
    expect(apply({ op: 'insert', entity: 'liveCase', id: testId(40), fields })).toBe('reference-missing');
    expect(apply({ op: 'insert', entity: 'client', id: start.client, fields: {} })).toBe('row-exists');
    expect(file.info().revision).toBe(1);
  });

  test('keeps text of every script exactly', () => {
    const place = clientFilePlace();
    const file = place.open();
    const texts = ['e\u0301 é', '👩‍🏭🏴󠁧󠁢󠁥󠁮󠁧󠁿', 'שלום \u202eabc', '\u0001\u001f', 'ﬁ ﬀ ㎡', '\ufffd\ufeff', 'a\r\nb\tc'];
    for (const text of texts) stateDecision(file, place, text);
    file.close();
    const again = place.open();
    for (const text of texts.toReversed()) {
      expect(again.row('decision', decision)?.statement).toBe(text);
      taken(again.undo());
    }
  });
});

describe('large values', () => {
  test('stay out of the replica and of acknowledgements and are fetched when shown', () => {
    const place = clientFilePlace();
    const file = place.open();
    const id = testId(60);
    const document = Buffer.from([0, 1, 2, 255]);
    const fields = { engagement, number: '1.0', snapshot: '{"a":1}', document: document.toString('base64') };
    const ack = edit(file, place, [{ op: 'insert', entity: 'issue', id, fields }]);
    expect((ack.changes[0] as { fields: object }).fields).not.toHaveProperty('document');
    expect(file.load().issue[0]).toMatchObject({ number: '1.0', snapshot: '', document: '' });
    expect(file.largeField('issue', id, 'snapshot')).toBe('{"a":1}');
    expect(file.bytesField('issue', id, 'document')).toEqual(new Uint8Array(document));
    taken(file.undo());
    taken(file.redo());
    expect(file.largeField('issue', id, 'document')).toBe(document.toString('base64'));
  });
});
