/** The built application with its real interface opens on every host that this computer has, and comes back after what happens to windows. */
import { describe, expect, it } from 'vitest';
import type { Page } from '@playwright/test';
import { makeFolder, removeFolder } from '../../contract/transports.ts';
import { availableHosts, openApp } from '../../support/app-hosts.ts';
import { builtApp } from '../../support/built-app.ts';

const heading = (page: Page | undefined): Promise<string | null> | undefined =>
  page?.locator('h1').first().textContent();

describe.each(availableHosts())('On the host %s, the application', (host) => {
  it('shows the list of files, also after it was loaded again and after its page broke', async () => {
    const folder = makeFolder();
    const app = await openApp({ host, built: await builtApp(), folder });
    try {
      const [page] = await app.pages(1);
      const first = await heading(page);
      expect(first).toBeTruthy();
      const again = page && (await app.reload(page));
      expect(await heading(again)).toBe(first);
      const back = again && (await app.crash(again));
      expect(await heading(back)).toBe(first);
      expect(await app.pages(1)).toHaveLength(1);
    } finally {
      await app.quit();
      removeFolder(folder);
    }
  });

  it('has its commands in a native menu where there are any', async () => {
    const folder = makeFolder();
    const app = await openApp({ host, built: await builtApp(), folder });
    try {
      const [page] = await app.pages(1);
      await heading(page);
      const labels = page && (await app.native?.menu(page))?.map(({ label }) => label);
      expect(labels ?? ['File', 'Edit', 'Window']).toEqual(expect.arrayContaining(['File', 'Edit', 'Window']));
      expect(app.native === null).toBe(host === 'browser');
    } finally {
      await app.kill();
      removeFolder(folder);
    }
  });
});
