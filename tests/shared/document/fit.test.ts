import { describe, expect, test } from 'vitest';
import { contentLevels, layoutVariants, searchFit } from '../../../src/shared/document/fit.ts';
import type { FitCandidate, Measured } from '../../../src/shared/document/fit.ts';

const everything = { patterns: 5, hasSecondQuotes: true, hasSeveralCriteria: true, hasDetail: true };
const range = { min: 4, max: 8 };

function nameOf({ changes }: FitCandidate): string {
  return changes.join(' ') || 'full';
}

/** Lays out by a table of pages, or pages with other fills and splits. */
function search(results: Readonly<Record<string, number | Measured>>, otherwise: number | Measured = 6) {
  const asked: string[] = [];
  const outcome = searchFit(contentLevels(everything), layoutVariants('A4'), range, (candidate) => {
    asked.push(nameOf(candidate));
    const result = results[nameOf(candidate)] ?? otherwise;
    return typeof result === 'number' ? { pages: result, pageFill: Array(result).fill(0.9), splits: 0 } : result;
  });
  return { outcome, asked };
}

describe('searching for a fit', () => {
  test('a first setting inside the range with well-filled pages is taken without laying out any other', () => {
    const { outcome, asked } = search({});
    expect(asked).toEqual(['full']);
    expect(outcome.fits).toBe(true);
  });

  test('a document that is too short is left as it is, since nothing is enlarged', () => {
    const { outcome, asked } = search({ full: 3 });
    expect(asked).toEqual(['full']);
    expect(outcome.fits).toBe(false);
  });

  test('no content is given up while a way to set it fits', () => {
    const { outcome, asked } = search({ full: 9, 'density-tight': 8, 'keep-loose': 9, 'density-tight keep-loose': 8 });
    expect(nameOf(outcome.best.candidate)).toBe('density-tight');
    // Tight and loose together could not be better than tight alone.
    expect(asked).toEqual(['full', 'density-tight', 'keep-loose']);
  });

  test('pages under 60 percent count before splits, splits before density, and the last page does not count', () => {
    const pages = (pageFill: readonly number[], splits: number): Measured => ({
      pages: pageFill.length,
      pageFill,
      splits,
    });
    const { outcome } = search({
      full: pages([0.9, 0.5, 0.9, 0.9, 0.2], 0),
      'density-tight': pages([0.9, 0.8, 0.9, 0.9, 0.2], 2),
      'keep-loose': pages([0.9, 0.8, 0.9, 0.9, 0.9], 1),
      'density-tight keep-loose': pages([0.9, 0.8, 0.9, 0.9, 0.1], 1),
    });
    expect(nameOf(outcome.best.candidate)).toBe('keep-loose');
  });

  test('a last page with one forgotten line is no better than a page that is half empty', () => {
    const runt = { pages: 5, pageFill: [0.9, 0.9, 0.9, 0.9, 0.02], splits: 0 };
    const { outcome } = search({
      full: runt,
      'density-tight': runt,
      'keep-loose': { pages: 4, pageFill: [0.9, 0.9, 0.9, 0.9], splits: 1 },
      'density-tight keep-loose': runt,
    });
    expect(nameOf(outcome.best.candidate)).toBe('keep-loose');
  });

  test('content is given up in the order of the brief and no further than needed', () => {
    const tightest = 'density-tight keep-loose';
    const { outcome, asked } = search(
      { [`${tightest} quotes-1 patterns-4`]: 8, [`density-tight quotes-1 patterns-4`]: 9, 'quotes-1 patterns-4': 9 },
      9,
    );
    expect(outcome.best.candidate.changes).toEqual(['density-tight', 'keep-loose', 'quotes-1', 'patterns-4']);
    expect(outcome.fits).toBe(true);
    expect(asked.some((name) => name.includes('patterns-3'))).toBe(false);
  });

  test('each step says what it gains in parts of a page, also when no page is saved', () => {
    const { outcome } = search({
      full: { pages: 9, pageFill: [0.9, 0.9, 0.9, 0.9, 0.9, 0.9, 0.9, 0.9, 0.6], splits: 0 },
      'density-tight': { pages: 9, pageFill: [0.9, 0.9, 0.9, 0.9, 0.9, 0.9, 0.9, 0.9, 0.45], splits: 0 },
      'keep-loose': 8,
    });
    expect(outcome.tried.find(({ candidate }) => nameOf(candidate) === 'density-tight')?.gain).toBe(0.15);
    expect(outcome.tried.find(({ candidate }) => nameOf(candidate) === 'keep-loose')?.gain).toBe(0.7);
  });

  test('when nothing fits, the shortest candidate is taken and said not to fit', () => {
    const { outcome } = search({ 'density-tight keep-loose quotes-1': 9 }, 10);
    expect(outcome.fits).toBe(false);
    expect(outcome.best.measured.pages).toBe(9);
  });
});

describe('what may be left out', () => {
  test('steps that would change nothing are not offered', () => {
    const levels = contentLevels({ patterns: 3, hasSecondQuotes: false, hasSeveralCriteria: true, hasDetail: false });
    expect(levels.map(({ change }) => change)).toEqual([null, 'criteria-merged']);
  });

  test('a density that the user has fixed is the only one tried', () => {
    expect(layoutVariants('Letter', 'open').map(({ settings }) => settings.density)).toEqual(['open', 'open']);
  });
});
