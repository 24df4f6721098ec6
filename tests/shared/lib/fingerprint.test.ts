/** Marks of plain data. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson, fingerprint, type Plain } from '../../../src/shared/lib/fingerprint.ts';

describe('a mark', () => {
  it('is the same for the same data, whatever the order of its keys', () => {
    expect(canonicalJson({ b: [1, null], a: { d: 'x', c: true } })).toBe('{"a":{"c":true,"d":"x"},"b":[1,null]}');
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.oneof(fc.string(), fc.integer(), fc.boolean())), (data) => {
        const reversed = Object.fromEntries(Object.entries(data).toReversed());
        expect(fingerprint(reversed)).toBe(fingerprint(data));
      }),
    );
  });

  it('tells different data apart', () => {
    const some: readonly Plain[] = [
      '',
      ' ',
      'a',
      'b',
      '1',
      1,
      0,
      null,
      false,
      [],
      [''],
      [null],
      {},
      { a: null },
      ['a', 'b'],
      ['ab'],
    ];
    const numbered = Array.from({ length: 5000 }, (_, at) => `Priority ${at}`);
    const marks = [...some, ...numbered].map(fingerprint);
    expect(new Set(marks).size).toBe(marks.length);
    for (const mark of marks) expect(mark).toMatch(/^[0-9a-f]{16}$/u);
  });

  it('never changes: client files keep it', () => {
    // FNV-1a (64 bits) with one round of mixing over {"position":1,"title":"Sell hours of uptime"}, computed apart.
    expect(fingerprint({ title: 'Sell hours of uptime', position: 1 })).toBe('2bb21d141407aece');
  });
});
