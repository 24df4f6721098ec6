/** The installed browser that tests use. */
import { existsSync } from 'node:fs';

const places = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/microsoft-edge',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/** Path of an installed Chrome, Chromium or Edge; throws where there is none. */
export function chromiumProgram(): string {
  const found = places.find((path) => existsSync(path));
  if (found === undefined) throw new Error('these tests need an installed Chrome, Chromium or Edge');
  return found;
}
