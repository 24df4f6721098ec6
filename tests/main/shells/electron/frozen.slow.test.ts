/** What the program sets up in Electron is frozen: a change of it is a decision about security and stands in the snapshot. */
import { expect, it } from 'vitest';
import { startRelay } from '../../../support/relay.ts';
import { makeFolder, removeFolder } from '../../../contract/transports.ts';

it('Handlers, listeners, switches and the options of a packaged window are those of the snapshot', async () => {
  const folder = makeFolder();
  const standIn = await startRelay(folder, { packaged: true });
  try {
    const [window] = await standIn.windows(1);
    const { preload, ...preferences } = (window?.options['webPreferences'] ?? {}) as Record<string, unknown>;
    expect(preload).toMatch(/preload\/index\.cjs$/);
    expect({ ...window?.options, webPreferences: preferences }).toMatchSnapshot('options of a window');
    const { registered, violations } = await standIn.control.facts();
    expect(registered).toMatchSnapshot('registered');
    expect(violations).toEqual([]);
  } finally {
    await standIn.close();
    removeFolder(folder);
  }
});
