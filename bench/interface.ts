/** The interface in a real browser: its first paint, its first screen of the large file, its frames, its size. */
import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { copyBuild, openBrowser } from './interface-app.ts';
import { measureBundle } from './interface-bundle.ts';
import { measureFrames } from './interface-frames.ts';
import { measureFirstPaint, measureFirstScreen } from './interface-start.ts';
import type { Measurement, Place } from './measure.ts';

/** The built browser shell at its printed address, in Chromium without a screen. */
export async function benchInterface({ folder, largeFile }: Place): Promise<Measurement[]> {
  const built = await copyBuild(folder);
  const home = join(folder, 'home');
  mkdirSync(join(home, 'Documents'), { recursive: true });
  const file = join(home, 'Documents', 'Large.throughline');
  copyFileSync(largeFile, file);
  const browser = await openBrowser();
  try {
    const where = { browser, built, home, file };
    return [
      ...(await measureFirstPaint(where)),
      ...(await measureFirstScreen(where)),
      ...(await measureFrames(where)),
      ...measureBundle(folder),
    ];
  } finally {
    await browser.close();
  }
}
