/** A person who has a keyboard and no pointer: goes to things with Tab, types, and presses the keys of the screen. */
import { expect, type Locator, type Page } from '@playwright/test';

/** The most that anybody presses Tab in search of one thing. */
const patience = 150;

/** The keyboard of a page. */
export type Keys = {
  readonly page: Page;
  /** Presses keys one after another. */
  press(...keys: readonly string[]): Promise<void>;
  /** Types into what has the focus. */
  type(text: string): Promise<void>;
  /** Goes with Tab until something has the focus. */
  reach(target: Locator): Promise<void>;
  /** Goes to a button and presses it. */
  pressOn(target: Locator): Promise<void>;
  /** Goes to a field and types into it, in place of what is there. */
  fill(target: Locator, text: string): Promise<void>;
  /** Goes to a field for a day and types YYYY-MM-DD in the order in which the browser asks for it. */
  day(target: Locator, day: string): Promise<void>;
  /** Goes to a list of choices and types the beginning of one. */
  choose(target: Locator, beginning: string): Promise<void>;
  /** Goes to a field with a list, types into it and takes what it offers first. */
  pick(target: Locator, text: string): Promise<void>;
  /** Runs a command by the palette. */
  run(command: string): Promise<void>;
};

/** The keyboard at a page. */
export function keysOf(page: Page): Keys {
  const { keyboard } = page;
  const press = async (...keys: readonly string[]): Promise<void> => {
    for (const key of keys) await keyboard.press(key);
  };
  const type = (text: string): Promise<void> => keyboard.type(text);
  const reach = async (target: Locator): Promise<void> => {
    await expect(target).toBeVisible();
    for (let at = 0; at < patience && !(await target.evaluate(hasFocus)); at++) await keyboard.press('Tab');
    await expect(target).toBeFocused();
  };
  return {
    page,
    press,
    type,
    reach,
    async pressOn(target) {
      await reach(target);
      await press('Enter');
    },
    async fill(target, text) {
      await reach(target);
      await press('Control+a');
      await type(text);
    },
    async day(target, day) {
      await reach(target);
      await type(await page.evaluate(inLocalOrder, day));
      await expect(target).toHaveValue(day);
    },
    async choose(target, beginning) {
      await reach(target);
      await type(beginning);
      await expect(target.locator('option:checked')).toHaveText(new RegExp(`^${beginning}`, 'u'));
    },
    async pick(target, text) {
      await reach(target);
      await type(text);
      await expect(target).toHaveAttribute('aria-activedescendant', /./u);
      await press('Enter');
    },
    async run(command) {
      await press('Control+k');
      const palette = page.getByRole('dialog', { name: 'Find or do anything' });
      await expect(palette).toBeVisible();
      await type(`>${command}`);
      await expect(palette.getByRole('option', { selected: true })).toContainText(command);
      await press('Enter');
      await expect(palette).toBeHidden();
    },
  };
}

/** A day so many weeks after this one's Monday, as YYYY-MM-DD. */
export function dayIn(weeks: number, day = 0): string {
  const now = new Date();
  const on = new Date(Date.UTC(now.getFullYear(), now.getMonth(), now.getDate()));
  on.setUTCDate(on.getUTCDate() - ((on.getUTCDay() + 6) % 7) + weeks * 7 + day);
  return on.toISOString().slice(0, 10);
}

function hasFocus(element: Element): boolean {
  return element === document.activeElement;
}

/** Runs in the page, whose language says in which order a field for a day asks for its parts. */
function inLocalOrder(day: string): string {
  const [year = '', month = '', date = ''] = day.split('-');
  const parts: Readonly<Record<string, string>> = { year, month, day: date };
  return new Intl.DateTimeFormat(navigator.language)
    .formatToParts(new Date())
    .map(({ type }) => parts[type] ?? '')
    .join('');
}
