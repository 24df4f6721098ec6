/** What every screen has to keep, whoever looks at it and however: with a screen reader, large, in the dark, by keyboard. */
import type { Page } from '@playwright/test';
import { expect, test } from './app.ts';
import { seriousOn } from './axe.ts';
import { goTo, openClientName, savedWord, stageNames, titleOf } from './pages.ts';
import { rest, runCommand, visitDialogs, visitFile, visitNewClient, visitStages } from './tour.ts';

const hostile = [
  '<img src=x onerror="globalThis.ran = 1">',
  'javascript:globalThis.ran=1',
  '<svg onload="globalThis.ran=1"><text>x</text></svg>',
] as const;
const everything = hostile.join(' ');

test('axe finds nothing serious on any screen, light and dark @page', async ({ desk }) => {
  test.setTimeout(400_000);
  const found: string[] = [];
  const lookAt =
    (page: Page) =>
    async (screen: string): Promise<void> => {
      await turn(page, 'light');
      const light = await seriousOn(page);
      // Between the themes nothing but colours differs.
      await turn(page, 'dark');
      const dark = await seriousOn(page, { rules: ['color-contrast', 'link-in-text-block'] });
      found.push(...light.map((one) => `${screen}: ${one}`), ...dark.map((one) => `${screen}, dark: ${one}`));
    };
  const first = await desk.open();
  await rest(first.page);
  await lookAt(first.page)('home-empty');
  await visitNewClient(first.page, lookAt(first.page));
  await first.app.quit();

  const { page } = await desk.open([await desk.sample()]);
  await expect(titleOf(page, 'Scope')).toBeVisible();
  await visitFile(page, lookAt(page));
  expect(found).toEqual([]);
});

test('the dark theme is dark and the light one light @page', async ({ desk }) => {
  const { page } = await desk.open([await desk.sample()]);
  await expect(titleOf(page, 'Scope')).toBeVisible();
  await runCommand(page, 'Dark theme');
  for (const stage of stageNames) {
    await goTo(page, stage);
    const dark = await luminance(page);
    expect(dark.surface, stage).toBeLessThan(0.05);
    expect(dark.ink, stage).toBeGreaterThan(0.5);
  }
  await runCommand(page, 'Light theme');
  const light = await luminance(page);
  expect(light.surface).toBeGreaterThan(0.8);
  expect(light.ink).toBeLessThan(0.1);
});

test('at 200 % nothing overflows sideways and every control can be reached @page', async ({ desk }) => {
  test.setTimeout(240_000);
  const { page } = await desk.open([await desk.sample()]);
  await expect(titleOf(page, 'Scope')).toBeVisible();
  // The same room on every host.
  await page.setViewportSize({ width: 1440, height: 900 });
  for (const zoom of ['1.1', '1.25', '1.5', '1.75', '2']) {
    await page.keyboard.press('Control+=');
    await expect.poll(() => page.evaluate(() => document.documentElement.style.getPropertyValue('zoom'))).toBe(zoom);
  }
  const wrong: string[] = [];
  const look = async (screen: string): Promise<void> => {
    for (const one of await page.evaluate(sidewaysOf)) wrong.push(`${screen}: ${one}`);
  };
  await visitFile(page, look);
  expect(wrong).toEqual([]);
});

test('after each change of the stage the focus is on the page and can be seen @page', async ({ desk }) => {
  const { page } = await desk.open([await desk.sample()]);
  await expect(titleOf(page, 'Scope')).toBeVisible();
  const lost: string[] = [];
  for (const stage of [...stageNames.slice(1), 'Scope']) {
    await goTo(page, stage);
    await rest(page);
    const here = await page.evaluate(() => {
      const focused = document.activeElement;
      return { on: focused?.tagName ?? '', inside: document.querySelector('main')?.contains(focused) ?? false };
    });
    if (!here.inside) lost.push(`${stage}: on ${here.on}`);
    await page.keyboard.press('Tab');
    const next = await page.evaluate(focusShown);
    if (next !== '') lost.push(`${stage}, after Tab: ${next}`);
  }
  expect(lost).toEqual([]);
});

test('code that is typed as text stays text, in the name of the client and in every field @page', async ({ desk }) => {
  test.setTimeout(300_000);
  const path = await desk.sample();
  const { app, page } = await desk.open([path]);
  await expect(titleOf(page, 'Scope')).toBeVisible();
  await (await openClientName(page)).fill(everything);
  await page.keyboard.press('Escape');
  const heard: unknown[] = [];
  const look = async (at: Page, screen: string): Promise<void> => {
    const traces = await at.evaluate(tracesOfCode);
    if (traces.length > 0) heard.push({ screen, traces });
  };
  let filled = 0;
  await visitStages(page, async (screen) => {
    filled += await fillFields(page);
    await look(page, screen);
  });
  expect(filled).toBeGreaterThan(20);
  await expect(savedWord(page)).toContainText('Saved');
  await visitDialogs(page, (screen) => look(page, screen));
  await app.quit();

  const again = await desk.open([path]);
  await expect(again.page.getByRole('button', { name: hostile[0] }).first()).toContainText(everything);
  await visitStages(again.page, (screen) => look(again.page, screen));
  await again.page.keyboard.press('Alt+Home');
  await expect(again.page.getByRole('button', { name: hostile[0] }).first()).toBeVisible();
  await look(again.page, 'home');
  expect(heard).toEqual([]);
});

/** Turns the system light or dark, and colours on their way with it. */
async function turn(page: Page, colorScheme: 'light' | 'dark'): Promise<void> {
  await page.emulateMedia({ colorScheme });
  await expect(page.locator('html')).toHaveAttribute('data-theme', colorScheme);
  await page.evaluate(async () => {
    await new Promise((resolve) => requestAnimationFrame(resolve));
    const running = document.getAnimations().filter((one) => one.effect?.getComputedTiming().endTime !== Infinity);
    for (const one of running) one.finish();
  });
}

/** Types code into every field of the screen that takes text; how many there were. */
async function fillFields(page: Page): Promise<number> {
  const fields = page.locator(
    'main :is(textarea, input:not([type]), input[type=text]):not([readonly]):not([disabled]):not([role=combobox])',
  );
  let filled = 0;
  for (const field of (await fields.all()).slice(0, 8)) {
    // A field may go while others are filled, such as one of a row that moves.
    if (!(await field.isVisible())) continue;
    await field.fill(everything);
    filled++;
  }
  return filled;
}

/** Runs in the page: elements and effects that only code could have made. */
function tracesOfCode(): readonly string[] {
  const traces: string[] = [];
  if ('ran' in globalThis) traces.push('code ran');
  const made = '[onerror], [onload], img[src="x"], a[href^="javascript:"], script:not([src])';
  for (const element of document.querySelectorAll(made)) traces.push(element.outerHTML.slice(0, 200));
  return traces;
}

/** Runs in the page: what is wider than its place, and controls that no scrolling brings into view. */
function sidewaysOf(): readonly string[] {
  const wrong: string[] = [];
  const nameOf = (element: Element): string =>
    `${element.tagName.toLowerCase()} ${element.getAttribute('aria-label') ?? element.textContent.trim().slice(0, 40)}`;
  for (const element of [document.documentElement, document.body, ...document.querySelectorAll('main, dialog[open]')])
    if (element.scrollWidth > element.clientWidth + 1)
      wrong.push(`${nameOf(element).slice(0, 40)} is ${element.scrollWidth} wide in ${element.clientWidth}`);
  const page = document.documentElement.getBoundingClientRect();
  const controls = 'button, a[href], input, textarea, select, [role=tab], [role=option], [tabindex="0"]';
  for (const control of document.querySelectorAll<HTMLElement>(controls)) {
    if (!control.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
    // The key bar shows the keys that it has room for; the list of keys has them all.
    if (control.closest('footer:not(dialog footer)') !== null) continue;
    const place = control.getBoundingClientRect();
    if (place.width <= 1 || place.height <= 1) continue;
    let [left, right] = [place.left, place.right];
    let reached = true;
    for (let around = control.parentElement; around !== null && reached; around = around.parentElement) {
      const { overflowX } = getComputedStyle(around);
      if (overflowX === 'visible') continue;
      const edge = around.getBoundingClientRect();
      const scrolls = overflowX === 'auto' || overflowX === 'scroll';
      // Brought into view by scrolling, it is as far as its surroundings are.
      if (scrolls) [left, right] = [edge.left, edge.right];
      else if (right <= edge.left + 4 || left >= edge.right - 4) reached = false;
    }
    if (!reached || left < page.left - 4 || right > page.right + 4) wrong.push(`${nameOf(control)} is out of reach`);
  }
  return [...new Set(wrong)];
}

/** Runs in the page: why the focus cannot be seen; empty when it can. */
function focusShown(): string {
  const focused = document.activeElement;
  if (!(focused instanceof HTMLElement) || focused === document.body) return 'nothing has the focus';
  const shows = (element: Element | null): boolean => {
    if (element === null) return false;
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
    return (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) > 0) || boxShadow !== 'none';
  };
  // A field may leave it to what is around it to show the focus.
  if (!shows(focused) && !shows(focused.parentElement)) return `${focused.outerHTML.slice(0, 120)} shows no focus`;
  const { top, bottom, left, right } = focused.getBoundingClientRect();
  const seen = bottom > 0 && right > 0 && top < innerHeight && left < innerWidth;
  return seen ? '' : `${focused.outerHTML.slice(0, 120)} is out of sight`;
}

/** Relative luminance of the page's surface and of its title. */
async function luminance(page: Page): Promise<{ readonly surface: number; readonly ink: number }> {
  return page.evaluate(() => {
    const of = (color: string): number => {
      const [red = 0, green = 0, blue = 0] = (color.match(/[\d.]+/gu) ?? []).map((part) => {
        const value = Number(part) / 255;
        return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    };
    const title = document.querySelector('h1') ?? document.body;
    let surface: Element | null = title;
    while (surface !== null && getComputedStyle(surface).backgroundColor === 'rgba(0, 0, 0, 0)')
      surface = surface.parentElement;
    return {
      surface: of(getComputedStyle(surface ?? document.documentElement).backgroundColor),
      ink: of(getComputedStyle(title).color),
    };
  });
}
