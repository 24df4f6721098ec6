/** How long one waits: for the first paint, beside that of an empty page, and for the large file after choosing it. */
import type { Browser, Page } from '@playwright/test';
import { largeSizes } from './client-files.ts';
import { openPage, serve } from './interface-app.ts';
import { median, type Measurement } from './measure.ts';

/** What the measurements of the interface share. */
export type Where = {
  readonly browser: Browser;
  /** The built application. */
  readonly built: string;
  /** The person's folder. */
  readonly home: string;
  /** The large file in it. */
  readonly file: string;
};

/** Rounds of which the first only warm up the browser. */
const paintRounds = { warm: 2, measured: 15 };
const screenRounds = { warm: 1, measured: 7 };
/** People of the large file, all of them in interviews: the first screen counts them. */
const heard = Math.ceil(largeSizes.interviews * 0.8);

/** Medians of fifteen visits to each page by turns, each to a program that has just started, in a new profile. */
export async function measureFirstPaint({ browser, built, home }: Where): Promise<Measurement[]> {
  const times = { empty: [] as number[], application: [] as number[], home: [] as number[] };
  for (let round = -paintRounds.warm; round < paintRounds.measured; round += 1) {
    const { shell, address, empty } = await serve(built, home);
    // The program's first answer of all is slower than the next, whichever page asks for it.
    await fetch(empty);
    const visits = [
      async (): Promise<void> => keep(times.empty, await paintOf(await openPage(browser, empty), round)),
      async (): Promise<void> => {
        const page = await openPage(browser, address);
        const seen = (await page.evaluate(`probe.since('h1', 'Client files')`)) as number;
        keep(times.home, round < 0 ? null : seen);
        keep(times.application, await paintOf(page, round));
      },
    ];
    for (const visit of round % 2 === 0 ? visits : visits.toReversed()) await visit();
    await shell.kill('SIGTERM');
  }
  const [empty, application] = [median(times.empty), median(times.application)];
  return [
    { name: 'first paint of an empty page', value: empty, unit: 'ms' },
    { name: 'first paint of the application', value: application, unit: 'ms' },
    { name: 'first paint, application ÷ empty page', value: application / empty, unit: '×', mark: 1.5 },
    { name: 'home on the screen, from its address', value: median(times.home), unit: 'ms' },
  ];
}

/** Medians of seven openings from home, each in a program and a page that have just started. */
export async function measureFirstScreen({ browser, built, home, file }: Where): Promise<Measurement[]> {
  // Opened once, so that it stands in the list of home.
  const first = await serve(built, home, [file]);
  const opening = await openPage(browser, first.address);
  await opening.getByRole('heading', { level: 1, name: 'Scope' }).waitFor();
  await first.shell.kill('SIGTERM');
  const times = { screen: [] as number[], figures: [] as number[] };
  for (let round = -screenRounds.warm; round < screenRounds.measured; round += 1) {
    const { shell, address } = await serve(built, home);
    const page = await openPage(browser, address);
    await page.getByRole('button', { name: /^Open Benchmark/u }).focus();
    await page.keyboard.press('Enter');
    const [screen, figures] = (await page.evaluate(
      `Promise.all([probe.since('main[aria-label="Scope"]', 'Heard ${heard}'), probe.since('section[aria-label="Missing here"]', '')])`,
    )) as [number, number];
    keep(times.screen, round < 0 ? null : screen);
    keep(times.figures, round < 0 ? null : figures);
    await page.context().close();
    await shell.kill('SIGTERM');
  }
  return [
    { name: 'large file on the screen, from the press', value: median(times.screen), unit: 'ms', mark: 1000 },
    { name: 'large file with what is missing, from the press', value: median(times.figures), unit: 'ms' },
  ];
}

/** When a page painted its first words, since it was asked for; the page is left. */
async function paintOf(page: Page, round: number): Promise<number | null> {
  const time = (await page.evaluate(
    `new Promise((resolve) => {
      const look = () => {
        const [entry] = performance.getEntriesByName('first-contentful-paint');
        if (entry === undefined) setTimeout(look, 5);
        else resolve(entry.startTime);
      };
      look();
    })`,
  )) as number;
  await page.context().close();
  return round < 0 ? null : time;
}

function keep(times: number[], time: number | null): void {
  if (time !== null) times.push(time);
}
