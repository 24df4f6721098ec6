import { describe, expect, test } from 'vitest';
import { createPen } from '../../../src/shared/figures/pen.ts';
import { strays } from './reading.ts';
import { format, palette } from './sample.ts';

const pictureOf = (draw: (pen: ReturnType<typeof createPen>) => void, factor = 1) => {
  const pen = createPen(100, { palette, format, typeface: { family: 'Any', factor } });
  draw(pen);
  return { width: 100, height: 50, nodes: pen.nodes, warnings: pen.warnings };
};

describe('a label', () => {
  test.each([
    ['start', 90],
    ['middle', 2],
    ['middle', 99],
    ['end', 5],
  ] as const)('anchored at its %s over the edge at %i is moved inside', (anchor, x) => {
    expect(strays(pictureOf((pen) => pen.label(x, 20, 'Capability', { anchor })))).toEqual([]);
  });

  test('wider than the picture is shortened, and the warning keeps the whole', () => {
    const whole = 'A name of sixty characters that somebody typed without mercy';
    const picture = pictureOf((pen) => pen.label(0, 20, whole));
    expect(strays(picture)).toEqual([]);
    expect(picture.warnings).toEqual([{ code: 'label-shortened', subject: whole }]);
  });

  test('in a script that the font lacks is left out with a warning, never drawn as boxes', () => {
    const picture = pictureOf((pen) => pen.label(0, 20, '納品'));
    expect(picture.nodes).toEqual([]);
    expect(picture.warnings).toEqual([{ code: 'label-skipped', subject: '納品' }]);
  });

  test('in a wider font is measured as such', () => {
    const shown = (factor: number) => pictureOf((pen) => pen.label(0, 20, 'Customer success', { most: 80 }), factor);
    expect(shown(1).warnings).toEqual([]);
    expect(shown(1.2).warnings).toEqual([{ code: 'label-shortened', subject: 'Customer success' }]);
  });
});
