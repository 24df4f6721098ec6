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
  expect: { timeout: 15_000 },
  use: { actionTimeout: 15_000 },
  reporter: 'list',
  projects: availableHosts().map((host) => ({ name: host, metadata: { host }, grepInvert: elsewhere(host) })),
});

/** What a host cannot show: only a program apart from its pages can be held up, only native windows ask before they close. */
function elsewhere(host: AppHost): RegExp {
  return host === 'browser' ? /@native/u : /@process/u;
}
