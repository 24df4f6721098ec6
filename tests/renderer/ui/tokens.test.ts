import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const sheet = readFileSync(join(import.meta.dirname, '../../../src/renderer/ui/tokens.css'), 'utf8');
const surfaces = ['bg', 'sunk', 'raised', 'hover', 'accent-wash'];

type Theme = 'light' | 'dark';
const selectors: Record<Theme, string> = { light: ':root', dark: "[data-theme='dark']" };

function coloursOf(theme: Theme): ReadonlyMap<string, string> {
  const start = sheet.indexOf(`\n${selectors[theme]} {`);
  const block = sheet.slice(start, sheet.indexOf('\n}', start));
  return new Map(
    [...block.matchAll(/--([\w-]+): (#[0-9a-f]{6});/gu)].map(([, name = '', colour = '']) => [name, colour]),
  );
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

describe.each<Theme>(['light', 'dark'])('colours of the %s theme', (theme) => {
  const colours = coloursOf(theme);
  const colour = (name: string): string => {
    const found = colours.get(name);
    if (found === undefined) throw new Error(`no --${name} in the ${theme} theme`);
    return found;
  };
  const lowest = (name: string): number =>
    Math.min(...surfaces.map((surface) => contrast(colour(name), colour(surface))));

  test.each([
    ['ink', 14.7, 11.9],
    ['ink-2', 7.3, 7.2],
    ['ink-3', 4.9, 4.8],
    ['accent', 6.1, 6.6],
    ['blocker', 6.9, 6.6],
    ['warn', 5.4, 7.4],
  ])('%s can be read on every surface', (name, light, dark) => {
    expect(lowest(name)).toBeGreaterThanOrEqual((theme === 'light' ? light : dark) - 0.05);
  });

  test('edges of controls stand out from every surface', () => {
    expect(lowest('line-ctl')).toBeGreaterThanOrEqual(3);
  });

  test('text on the accent can be read', () => {
    expect(contrast(colour('accent-ink'), colour('accent'))).toBeGreaterThanOrEqual(7);
  });

  test.each([0, 1, 2, 3, 4])('text on step %i of the scale can be read', (step) => {
    expect(contrast(colour(`s${step}-ink`), colour(`s${step}`))).toBeGreaterThanOrEqual(4.5);
  });

  test('every step of the scale is graver than the one before, so that it can be told without colour', () => {
    const steps = [0, 1, 2, 3, 4].map((step) => luminance(colour(`s${step}`)));
    expect(steps).toEqual(steps.toSorted((a, b) => (theme === 'light' ? b - a : a - b)));
  });

  test('secondary text can be read on selected text', () => {
    expect(contrast(colour('ink-2'), colour('select'))).toBeGreaterThanOrEqual(4.5);
  });
});

test('the dark theme replaces every colour of the light one', () => {
  expect([...coloursOf('dark').keys()].toSorted()).toEqual([...coloursOf('light').keys()].toSorted());
});
