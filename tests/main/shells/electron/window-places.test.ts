import { expect, it } from 'vitest';
import { arrangementOf, placeWindow, type Screen } from '../../../../src/main/shells/electron/window-places.ts';

const laptop: Screen = { id: 1, workArea: { x: 0, y: 25, width: 1280, height: 775 } };
const desk: Screen = { id: 2, workArea: { x: 1280, y: 0, width: 2560, height: 1400 } };
const place = { x: 1500, y: 100, width: 1600, height: 1000, maximized: false };

it('A first window stands in the middle of the first screen, as large as usual where there is room', () => {
  expect(placeWindow({}, [desk], null)).toEqual({ x: 1840, y: 250, width: 1440, height: 900, maximized: false });
  expect(placeWindow({}, [laptop], null)).toEqual({ x: 0, y: 25, width: 1280, height: 775, maximized: false });
});

it('A window opens at the last place that it had with these screens, whatever order they are told in', () => {
  const places = { [arrangementOf([laptop, desk])]: place };
  expect(placeWindow(places, [desk, laptop], null)).toEqual(place);
  expect(placeWindow(places, [laptop], null)).toMatchObject({ x: 0, y: 25 });
});

it('A further window stands beside the one before', () => {
  expect(placeWindow({}, [laptop, desk], place)).toEqual({ ...place, x: 1528, y: 128 });
});

it('No window opens where it cannot be seen or taken hold of', () => {
  for (const [x, y] of [
    [5000, 100],
    [1500, 1395],
    [-1590, 100],
    [1500, -200],
  ] as const) {
    const places = { [arrangementOf([desk])]: { ...place, x, y } };
    expect(placeWindow(places, [desk], null)).toMatchObject({ x: 1840, y: 250 });
  }
});

it('A maximized window is maximized again', () => {
  const places = { [arrangementOf([laptop])]: { x: 10, y: 30, width: 900, height: 600, maximized: true } };
  expect(placeWindow(places, [laptop], null).maximized).toBe(true);
});
