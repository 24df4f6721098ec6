/** Builds the application before the first test, and says on which hosts it will run. */
import { availableHosts } from '../support/app-hosts.ts';
import { builtApp } from '../support/built-app.ts';

// Playwright wants a global setup as the default export.
export default async function build(): Promise<void> {
  await builtApp();
  console.log(`Ran on: ${availableHosts().join(', ')}`);
}
