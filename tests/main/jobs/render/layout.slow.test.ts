import { describe, expect, test } from 'vitest';
import { fennmarkDocument, harrowLane } from '../../../support/fennmark-document.ts';
import { renderForTest } from '../../../support/docx-file.ts';
import { documentSaying, scriptSamples } from '../../../support/script-document.ts';

const document = fennmarkDocument();

describe('the layout of the target', () => {
  test('has six pages that begin where the target’s begin', async () => {
    const layout = (await renderForTest(document)).layout();
    expect(layout.source).toBe('computed');
    expect(layout.pages.map(({ firstLine }) => firstLine)).toEqual([
      '',
      'Measures pull apart',
      'The constraint',
      'Decision 2: Every customer is onboarded to a first proven outcome',
      'Measures',
      'Working with this document',
    ]);
    expect(layout.splits).toBe(0);
  });

  test('is a guess as soon as some of its letters are in no measured font', async () => {
    const layout = (await renderForTest(documentSaying(scriptSamples.hebrew))).layout();
    expect(layout).toMatchObject({ source: 'guessed', stoppedAt: 'text that is written from the right' });
  });

  test('gives each section the share of a page that the target gives it', async () => {
    const layout = (await renderForTest(document)).layout();
    expect(layout.shares).toEqual({
      head: 0.18,
      found: 0.32,
      patterns: 1.06,
      constraint: 0.33,
      translation: 1.15,
      stops: 0.42,
      'ninety-days': 0.51,
      working: 0.28,
      basis: 0.35,
    });
  });

  test('says of each line and row which block it belongs to and where it stands', async () => {
    const layout = (await renderForTest(document)).layout();
    const boxes = layout.pages[2]?.boxes ?? [];
    const title = boxes.find(({ key }) => key === 'constraint.title');
    expect(title).toMatchObject({ section: 'constraint', style: 'Heading1', fontSize: 16 });
    expect(title?.lines[0]).toMatchObject({ text: 'The constraint' });
    // 22 mm from the left and, below the rule and its white, 20 mm and 6 pt from the top.
    expect(title?.lines[0]?.x).toBeCloseTo(62.35, 1);
    expect(title?.lines[0]?.y).toBeCloseTo(62.7, 1);
    expect(boxes.filter(({ block }) => block === 'decision1.priorities').map(({ row }) => row)).toEqual([0, 1, 2, 3]);
  });

  test('a font whose widths nobody knows is laid out by a guess, and the layout says so', async () => {
    const layout = (await renderForTest(document, { brand: { ...harrowLane, font: 'Garamond' } })).layout();
    expect(layout.source).toBe('guessed');
    expect(layout.stoppedAt).toContain('font');
    expect(layout.pages.length).toBeGreaterThan(4);
  });

  test('tight takes less paper than normal and normal less than open', async () => {
    const lengths = [];
    for (const density of ['tight', 'normal', 'open'] as const) {
      const layout = (await renderForTest(document, { density })).layout();
      lengths.push(layout.pages.length - 1 + (layout.pageFill.at(-1) ?? 0));
    }
    expect(lengths.toSorted((a, b) => a - b)).toEqual(lengths);
  });
});
