/** A walk past every screen, for whoever has to look at each of them. */
import { expect, type Locator, type Page } from '@playwright/test';
import { goTo, stageNames } from './pages.ts';

/** What is done at a screen, when it has come to rest. */
export type Visit = (screen: string) => Promise<void>;

/** Every stage with its tabs, an interview with its two sides, and the screens of the file that are no stages. */
export async function visitStages(page: Page, visit: Visit): Promise<void> {
  for (const stage of stageNames) {
    await goTo(page, stage);
    await visitTabs(page, stage, visit);
  }
  for (const screen of ['Backups', 'History']) {
    await runCommand(page, screen);
    await rest(page);
    await visit(slug(screen));
  }
}

/** The screen of an interview, and its other side with playback and pulse. */
export async function visitInterview(page: Page, visit: Visit): Promise<void> {
  await goTo(page, 'Interviews');
  await runCommand(page, 'Open the interview');
  await expect(page.getByRole('navigation', { name: 'Stages' })).toHaveCount(0);
  await rest(page);
  await visit('interview');
  await page.keyboard.press('Control+b');
  await rest(page);
  await visit('interview-playback');
  await page.keyboard.press('Control+l');
  await rest(page);
  await visit('interview-pulse');
  await page.keyboard.press('Alt+1');
  await rest(page);
}

/** What floats above a file: what Interviews asks and prints, palette, keys, settings, menu, the client's name. */
export async function visitDialogs(page: Page, visit: Visit): Promise<void> {
  await goTo(page, 'Interviews');
  for (const [tab, key, screen] of [
    ['Plan', 'Alt+p', 'interviews-statements'],
    ['Plan', 'Alt+u', 'interviews-sheets'],
    ['Evidence', 'w', 'interviews-withdrawal'],
  ] as const) {
    await page.getByRole('tab', { name: tab, exact: true }).click();
    await rest(page);
    await page.keyboard.press(key);
    await expect(page.getByRole('dialog')).toBeVisible();
    await rest(page);
    await visit(screen);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
  }
  await goTo(page, 'Patterns');
  await page.keyboard.press('Control+k');
  await rest(page);
  await visit('palette');
  await page.keyboard.type('capacity');
  await rest(page);
  await visit('palette-found');
  await page.keyboard.press('Escape');
  for (const [key, screen] of [
    ['F1', 'keys'],
    ['Control+,', 'settings'],
    ['Alt+f', 'menu'],
  ] as const) {
    await page.keyboard.press(key);
    await rest(page);
    await visit(screen);
    await page.keyboard.press('Escape');
    await rest(page);
  }
  await page.keyboard.press('Alt+f');
  await page.getByRole('menuitem', { name: 'Name of the client and title' }).click();
  await rest(page);
  await visit('client-name');
  await page.keyboard.press('Escape');
}

/** Everything there is of an open file, and home behind it. */
export async function visitFile(page: Page, visit: Visit): Promise<void> {
  await visitStages(page, visit);
  await visitInterview(page, visit);
  await visitDialogs(page, visit);
  await page.keyboard.press('Alt+Home');
  await rest(page);
  await visit('home');
}

/** The question for a new client's name. */
export async function visitNewClient(page: Page, visit: Visit): Promise<void> {
  await page.keyboard.press('Alt+n');
  await rest(page);
  await visit('new-client');
  await page.keyboard.press('Escape');
}

/** Sets theme or anything else by the name of its command. */
export async function runCommand(page: Page, says: string): Promise<void> {
  await page.keyboard.press('Control+k');
  const field = page.getByRole('combobox', { name: 'Find or do anything' });
  await field.fill(`>${says}`);
  await expect(found(page, says)).toBeVisible();
  await found(page, says).click();
  await expect(field).toHaveCount(0);
}

/** Waits until the page has drawn what it shows: figures, pages, fonts. */
export async function rest(page: Page): Promise<void> {
  // Pages are laid out in a process of their own, which may have to wait for a busy machine.
  await expect(page.getByText(/^(Computing the figures|Laying out)/u)).toHaveCount(0, { timeout: 60_000 });
  await expect(page.locator('main [aria-busy=true]')).toHaveCount(0);
  await page.evaluate(async () => {
    await document.fonts.ready;
    await new Promise<void>((resolve) => {
      let timer = setTimeout(resolve, 300);
      new MutationObserver(() => {
        clearTimeout(timer);
        timer = setTimeout(resolve, 300);
      }).observe(document.body, { childList: true, subtree: true, characterData: true });
      // A clock that runs on a screen is no reason to wait for ever.
      setTimeout(resolve, 5000);
    });
  });
}

async function visitTabs(page: Page, stage: string, visit: Visit): Promise<void> {
  await rest(page);
  const tabs = page.getByRole('tablist', { name: `Views of ${stage}` }).getByRole('tab');
  const names = await tabs.allInnerTexts();
  if (names.length === 0) await visit(slug(stage));
  for (const [at, name] of names.entries()) {
    await tabs.nth(at).click();
    await expect(tabs.nth(at)).toHaveAttribute('aria-selected', 'true');
    await rest(page);
    await visit(slug(`${stage} ${name}`));
  }
}

function found(page: Page, says: string): Locator {
  return page.getByRole('listbox', { name: 'Found' }).getByRole('option').filter({ hasText: says }).first();
}

function slug(words: string): string {
  return words
    .trim()
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/gu, '-');
}
