/** The end-to-end tests: the built application, as a consultant uses it, on every host that is here. */
import { defineConfig } from '@playwright/test';
import type { AppHost } from '../support/app-host.ts';
import { availableHosts } from '../support/app-hosts.ts';

// Playwright wants its configuration as the default export.
export default defineConfig({
  testDir: '.',
  outputDir: '../../.tmp/e2e',
  globalSetup: './build.ts',
  forbidOnly: true,
  // Each test starts the application for itself, with its own folder.
  fullyParallel: true,
  workers: 2,
  timeout: 120_000,
  // Limits catch what hangs, not a busy machine.
  expect: { timeout: 30_000 },
  use: { actionTimeout: 30_000 },
  reporter: 'list',
  projects: availableHosts().map((host) => ({ name: host, metadata: { host }, grepInvert: elsewhere(host) })),
});

/**
 * What a host leaves out. Only a program apart from its pages can be held up (`@process`), only native windows ask before they
 * close (`@native`). What is decided by the page alone (`@page`: colours, zoom, the editor) is looked at on one host, and on
 * every one with THROUGHLINE_EVERY_HOST=1.
 */
function elsewhere(host: AppHost): RegExp {
  if (host === 'browser') return /@native/u;
  return process.env['THROUGHLINE_EVERY_HOST'] === '1' ? /@process/u : /@process|@page/u;
}
