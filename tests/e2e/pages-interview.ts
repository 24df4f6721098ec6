/** The interview screen, and what a client file holds of it as any tool for databases reads it. */
import Sqlite from 'better-sqlite3';
import { expect, type Locator, type Page } from '@playwright/test';
import { goTo } from './pages.ts';

/** The notes under the question that is shown. */
export function notesOf(page: Page): Locator {
  return page.getByRole('textbox', { name: /^Notes under/u });
}

/** Plans an interview with the head of service of the sample, opens and starts it; the notes have the focus. */
export async function startInterview(page: Page): Promise<Locator> {
  await goTo(page, 'Interviews');
  await page.keyboard.press('n');
  await expect(page.getByRole('combobox', { name: 'Who is asked' })).toBeFocused();
  await page.keyboard.type('Head of service');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Control+Enter');
  await page.getByRole('button', { name: 'Start', exact: true }).click();
  await expect(page.getByRole('timer')).toContainText('Time:');
  const notes = notesOf(page);
  await notes.focus();
  return notes;
}

/** Goes from the opening over playback to the first question of the guide. */
export async function firstQuestion(page: Page): Promise<Locator> {
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('textbox', { name: 'Retelling' })).toBeFocused();
  // The retelling ends, then the next question comes.
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('region', { name: 'Playback' }).getByRole('radio').first()).toBeFocused();
  await page.keyboard.press('Control+Enter');
  await expect(notesOf(page)).toBeFocused();
  return notesOf(page);
}

/** Notes as the file holds them. */
export type KeptNotes = { readonly id: string; readonly text: string; readonly lines: string; readonly caret: number };

/** The notes of the newest interview, the last one typed first; and the evidence that their lines are. */
export function readNotes(path: string) {
  const db = new Sqlite(path, { readonly: true });
  try {
    return {
      notes: db
        .prepare(
          `SELECT id, text, lines, caret FROM answer WHERE interview = (SELECT max(id) FROM interview) AND text <> '' ORDER BY id DESC`,
        )
        .all() as KeptNotes[],
      pieces: db
        .prepare(
          `SELECT e.id, e.text, e.kind, e.fidelity, e.objection, e.line, e.answer,
             (SELECT group_concat(coalesce(l.indicator, d.label, 'limit'), ' ') FROM evidence_link l
               LEFT JOIN decision d ON d.id = l.decision WHERE l.evidence = e.id) AS links
           FROM evidence e WHERE e.line <> '' ORDER BY e.id`,
        )
        .all() as readonly Record<string, unknown>[],
    };
  } finally {
    db.close();
  }
}

/** The text that the editor shows, whole. */
export async function shownText(page: Page): Promise<string> {
  const lines = await notesOf(page).locator('> div').allTextContents();
  return lines.join('\n');
}
