/** How smoothly the large file is worked on: the longest frame of each kind of work, and the palette's first results. */
import type { Page } from '@playwright/test';
import { openPage, serve } from './interface-app.ts';
import type { Frames } from './interface-probe.ts';
import type { Where } from './interface-start.ts';
import { median, type Measurement, quantile } from './measure.ts';

/** The longest that a frame may take, in milliseconds, and the palette's first results after a key. */
const mark = 50;
/** Each kind of work is done so often; the median of the longest frames tells what the interface does, the others the machine. */
const rounds = 5;
/** Milliseconds between two keys of somebody who types fast, and of a key that is held. */
const typed = 60;
const held = 35;
const words = 'the plan says one thing and the work another ';
const queries = ['capac', 'person 1', 'deliver', 'next che', 'the tea'];

/** One kind of work: how it begins, which is not measured, and the work itself. */
type Work = { readonly name: string; prepare(page: Page): Promise<void>; run(page: Page): Promise<void> };

const works: readonly Work[] = [
  {
    name: 'typing in the scope',
    async prepare(page) {
      await goTo(page, 1, 'Scope');
      await page.getByRole('textbox', { name: 'The one decision in scope' }).focus();
      await page.keyboard.press('Control+End');
    },
    run: (page) => page.keyboard.type(words, { delay: typed }),
  },
  {
    name: 'typing in the map',
    async prepare(page) {
      await goTo(page, 6, 'Map');
      await page.getByRole('grid').first().locator('[data-cell^="p:"][data-cell$="\tpriority"]').first().focus();
      await page.keyboard.press('Enter');
      await page.locator('[data-editing] :is(input, textarea)').first().waitFor();
    },
    run: (page) => page.keyboard.type(words, { delay: typed }),
  },
  {
    name: 'typing in the notes of an interview',
    async prepare(page) {
      await goTo(page, 3, 'Interviews');
      await openInterview(page);
    },
    run: (page) => page.keyboard.type(`> ${words}\n`, { delay: typed }),
  },
  {
    name: 'moving in the map',
    async prepare(page) {
      await goTo(page, 6, 'Map');
      await page.getByRole('grid').first().locator('[data-cell][tabindex="0"]').first().focus();
    },
    async run(page) {
      for (const key of ['ArrowDown', 'ArrowRight', 'ArrowUp', 'Tab'])
        for (let step = 0; step < 12; step += 1) await press(page, key);
    },
  },
  {
    name: 'filtering the items',
    async prepare(page) {
      await goTo(page, 2, 'Sources');
      await page.getByRole('tab', { name: 'Backlog' }).click();
      const filter = page.getByRole('main').getByRole('searchbox').first();
      await filter.fill('');
      await filter.focus();
    },
    async run(page) {
      // A word that many items have, and then few: the list is another one after each key.
      await page.keyboard.type('kous OPS-12', { delay: typed });
      for (let step = 0; step < 11; step += 1) await press(page, 'Backspace');
    },
  },
];

/** Works on the large file with keys at the pace of a fast typist. */
export async function measureFrames({ browser, built, home, file }: Where): Promise<Measurement[]> {
  const { shell, address } = await serve(built, home, [file]);
  try {
    const page = await openPage(browser, address);
    await page.getByRole('region', { name: 'Missing here' }).waitFor();
    const measured: Measurement[] = [];
    for (const work of works) {
      const frames: Frames[] = [];
      for (let round = -1; round < rounds; round += 1) {
        await work.prepare(page);
        await calm(page);
        await page.evaluate('probe.begin()');
        await work.run(page);
        const ended = (await page.evaluate('probe.end()')) as Frames;
        if (round >= 0) frames.push(ended);
        await page.keyboard.press('Escape');
      }
      // Whole frames of the screen: three of them are 50 ms, and a hair more by rounding.
      const longest = Math.round(median(frames.map((one) => Math.max(one.gap, one.task))) * 10) / 10;
      measured.push({ name: `longest frame while ${work.name}`, value: longest, unit: 'ms', mark });
    }
    return [...measured, ...(await measurePalette(page))];
  } finally {
    await shell.kill('SIGTERM');
  }
}

/** From each key to the frame that shows what was found for it. */
async function measurePalette(page: Page): Promise<Measurement[]> {
  const times: number[] = [];
  for (const query of queries) {
    await page.keyboard.press('Control+k');
    const found = page.getByRole('listbox', { name: 'Found' });
    await found.waitFor();
    await calm(page);
    const watch = await page.evaluateHandle(`probe.watchList('[role=listbox][aria-label=Found]')`);
    // Slower than one types, so that each key gets its own results.
    await page.keyboard.type(query, { delay: 180 });
    await calm(page);
    times.push(...(await watch.evaluate((one) => (one as { stop(): number[] }).stop())));
    await page.keyboard.press('Escape');
    await found.waitFor({ state: 'detached' });
  }
  return [
    { name: 'palette: from a key to first results, p50', value: median(times), unit: 'ms' },
    { name: 'palette: from a key to first results, p95', value: quantile(times, 0.95), unit: 'ms', mark },
  ];
}

/** Goes to a stage by its key. */
export async function goTo(page: Page, number: number, title: string): Promise<void> {
  await page.keyboard.press(`Alt+${number}`);
  await page.getByRole('heading', { level: 1, name: title }).waitFor();
}

/** Opens the interview that is chosen and goes to the end of its notes. */
export async function openInterview(page: Page): Promise<void> {
  await page.keyboard.press('Control+k');
  const palette = page.getByRole('combobox', { name: 'Find or do anything' });
  await palette.fill('>Open the interview');
  await page.getByRole('option', { name: 'Open the interview' }).first().waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('textbox', { name: /^Notes under/u }).focus();
  await page.keyboard.press('Control+End');
}

async function press(page: Page, key: string): Promise<void> {
  await page.keyboard.press(key, { delay: held });
}

/** Until nothing moves on the page for a moment: what came before is over. */
export async function calm(page: Page): Promise<void> {
  await page.evaluate(`new Promise((resolve, reject) => {
    let timer = setTimeout(resolve, 600);
    setTimeout(() => reject(new Error('the page does not come to rest')), 20000);
    new MutationObserver(() => {
      clearTimeout(timer);
      timer = setTimeout(resolve, 600);
    }).observe(document, { childList: true, subtree: true });
  })`);
}
