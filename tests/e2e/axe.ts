/** What axe finds on a page that people could not get around. */
import axe, { type RunOptions } from 'axe-core';
import type { Page } from '@playwright/test';

/** Serious and critical findings, each with its place; `rules` names the only ones to ask for, `inside` a part of the page. */
export async function seriousOn(
  page: Page,
  { rules, inside = 'html' }: { readonly rules?: readonly string[]; readonly inside?: string } = {},
): Promise<readonly string[]> {
  if (!(await page.evaluate(`'axe' in globalThis`))) await page.evaluate(axe.source);
  // Nothing else is asked for: to tell of everything that is right takes longer than to look at it.
  const options: RunOptions = { resultTypes: ['violations'], ...(rules === undefined ? {} : { runOnly: [...rules] }) };
  const { violations } = await page.evaluate(
    ([place, how]) => (globalThis as unknown as { axe: typeof axe }).axe.run(place, how),
    [inside, options] as const,
  );
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ target, html }) => `${id} at ${target.join(' ')}: ${html}`));
}
