/** What is on the pages, by the names that people hear. */
import { expect, type Locator, type Page } from '@playwright/test';

/** The stages, 1 to 8. */
export const stageNames = ['Scope', 'Sources', 'Interviews', 'Patterns', 'Constraint', 'Map', 'Document', 'Review'];

/** The title of a stage's page. */
export function titleOf(page: Page, stage: string): Locator {
  return page.getByRole('heading', { level: 1, name: stage, exact: true });
}

/** Goes to a stage by its key. */
export async function goTo(page: Page, stage: string): Promise<void> {
  await page.keyboard.press(`Alt+${stageNames.indexOf(stage) + 1}`);
  await expect(titleOf(page, stage)).toBeVisible();
}

/** The saved word. */
export function savedWord(page: Page): Locator {
  return page.getByTestId('saved-word');
}

/** The field for the client's name, in its dialog. */
export async function openClientName(page: Page): Promise<Locator> {
  await page.keyboard.press('Alt+f');
  await page.getByRole('menuitem', { name: 'Name of the client and title' }).click();
  return page.getByRole('dialog', { name: 'The client' }).getByLabel('Client', { exact: true });
}
