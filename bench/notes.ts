/** Typing in the notes of an interview in the large file: as fast as keys can be sent, and for three minutes as fast as people type. */
import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import type { Page } from '@playwright/test';
import { copyBuild, openBrowser, openPage, serve } from './interface-app.ts';
import { calm, goTo, openInterview } from './interface-frames.ts';
import type { Frames } from './interface-probe.ts';
import type { Measurement, Place } from './measure.ts';

/** Characters that are sent without a pause, and those of three minutes at 20 a second. */
const unpaced = 72_000;
const paced = { characters: 3600, delay: 50 };
/** The longest that a frame may take, in milliseconds. */
const mark = 50;

/** What is lost, and the longest frame. */
export async function benchNotes({ folder, largeFile }: Place): Promise<Measurement[]> {
  const built = await copyBuild(folder);
  const home = join(folder, 'home');
  const file = join(home, 'Documents', 'Large.throughline');
  mkdirSync(join(home, 'Documents'), { recursive: true });
  copyFileSync(largeFile, file);
  const browser = await openBrowser();
  const { shell, address } = await serve(built, home, [file]);
  try {
    const page = await openPage(browser, address);
    await page.getByRole('region', { name: 'Missing here' }).waitFor();
    await goTo(page, 3, 'Interviews');
    await openInterview(page);
    const measured: Measurement[] = [];
    const runs = [
      { name: '72,000 characters without a pause', text: notes(unpaced), delay: 0 },
      { name: 'three minutes at 20 characters a second', text: notes(paced.characters), delay: paced.delay },
    ];
    for (const { name, text, delay } of runs) {
      await nextNotes(page);
      await page.keyboard.press('Control+End');
      await page.keyboard.press('Enter');
      await calm(page);
      await page.evaluate('probe.begin()');
      await (delay === 0 ? pour(page, text) : page.keyboard.type(text, { delay }));
      const { gap, task, usual, late } = (await page.evaluate('probe.end()')) as Frames;
      await saved(page);
      measured.push({ name: `${name}: not in the file`, value: missing(file, text), unit: 'characters', mark: 0 });
      measured.push({ name: `${name}: longest frame`, value: Math.round(Math.max(gap, task)), unit: 'ms', mark });
      // Others at work on the machine make a few frames long, and hardly the usual one.
      measured.push({ name: `${name}: usual frame`, value: Math.round(usual * 10) / 10, unit: 'ms', mark });
      measured.push({ name: `${name}: frames above 50 ms`, value: late, unit: 'frames' });
    }
    return measured;
  } finally {
    await browser.close();
    await shell.kill('SIGTERM');
  }
}

/** Lines as they are noted, every third a quote. */
function notes(characters: number): string {
  let text = '';
  for (let line = 0; text.length < characters; line += 1)
    text += `${line % 3 === 2 ? '> ' : ''}${line} the plan says one thing and the work another\n`;
  return text.slice(0, characters);
}

/** Keys that are on their way at once: the page is never without one. */
const ahead = 100;

/** Sends keys without waiting until the page has done with each: it does them in their order. */
async function pour(page: Page, text: string): Promise<void> {
  const session = await page.context().newCDPSession(page);
  for (let from = 0; from < text.length; from += ahead) {
    const sent = text
      .slice(from, from + ahead)
      .split('')
      .flatMap((letter) => {
        const key =
          letter === '\n'
            ? { key: 'Enter', code: 'Enter', windowsVirtualKeyCode: 13, text: '\r' }
            : { key: letter, text: letter };
        const { text: _, ...up } = key;
        return [
          session.send('Input.dispatchKeyEvent', { type: 'keyDown', ...key }),
          session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...up }),
        ];
      });
    await Promise.all(sent);
  }
  await session.detach();
}

/** Goes on to the next question that has notes: playback and statements have none. */
async function nextNotes(page: Page): Promise<void> {
  const field = page.getByRole('textbox', { name: /^Notes under/u });
  for (let step = 0; step < 6; step += 1) {
    await page.keyboard.press('Control+Enter');
    await calm(page);
    if ((await field.count()) > 0) break;
  }
  await field.focus();
}

async function saved(page: Page): Promise<void> {
  await calm(page);
  await page.getByTestId('saved-word').filter({ hasText: 'Saved' }).waitFor();
}

/** Characters of a text that no notes end with: all behind the first that differs. */
function missing(file: string, text: string): number {
  const db = new Sqlite(file, { readonly: true });
  const kept = db.prepare('SELECT text FROM answer').pluck().all() as string[];
  db.close();
  const same = kept.map((one) => {
    const tail = one.slice(Math.max(0, one.indexOf(text.slice(0, 60))));
    let at = 0;
    while (at < text.length && tail[at] === text[at]) at += 1;
    return at;
  });
  return text.length - Math.max(...same);
}
