/** Where the pieces of the map's picture stand. */
import { describe, expect, it } from 'vitest';
import { layOutMap, type MapPieces } from '../../../src/shared/figures/map-layout.ts';

const gaps = { priority: 20, criterion: 10, decision: 20 };
const pieces: MapPieces = {
  decisions: [
    { id: 'd1', height: 40, priorities: ['p1', 'p2'] },
    { id: 'd2', height: 40, priorities: [] },
  ],
  priorities: [
    { id: 'p1', height: 40, criteria: ['c1', 'c2'] },
    { id: 'p2', height: 60, criteria: [] },
  ],
  criteria: [
    { id: 'c1', height: 20 },
    { id: 'c2', height: 20 },
  ],
};

describe('the picture of the map', () => {
  it('puts a decision in the middle of its priorities, and gives one without any its own room', () => {
    const { middle, height } = layOutMap(pieces, gaps);
    const at = (id: string): number => middle.get(id) ?? Number.NaN;
    expect(at('d1')).toBeCloseTo((at('p1') + at('p2')) / 2);
    expect(at('d2')).toBeGreaterThan(at('p2') + 30);
    expect(at('d2')).toBeLessThan(height);
  });

  it('lets nothing overlap, whichever column is the taller', () => {
    const many = Array.from({ length: 20 }, (_, at) => ({ id: `c${at}`, height: 18 + (at % 3) * 18 }));
    for (const criteria of [pieces.criteria, many]) {
      const { middle, height } = layOutMap({ ...pieces, criteria }, gaps);
      for (const column of [pieces.priorities, criteria]) {
        let bottom = 0;
        for (const piece of column) {
          const at = middle.get(piece.id) ?? Number.NaN;
          expect(at - piece.height / 2).toBeGreaterThanOrEqual(bottom - 1e-9);
          bottom = at + piece.height / 2;
        }
        expect(bottom).toBeLessThanOrEqual(height + 1e-9);
      }
    }
  });
});
