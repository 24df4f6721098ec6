/** The hosts of the built application: the browser shell, Electron on the stand-in, Electron itself. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { AppHost, AppStart, OpenApp } from './app-host.ts';
import { projectRoot } from './built-app.ts';
import { openInBrowser } from './host-browser.ts';
import { openInElectron } from './host-electron.ts';
import { openOnStandIn } from './host-standin.ts';

/** Opens the application; resolves when its first window can be used. */
export function openApp(start: AppStart): Promise<OpenApp> {
  if (start.host === 'browser') return openInBrowser(start);
  if (start.host === 'standin') return openOnStandIn(start);
  const program = electronRuntime();
  if (program === null) throw new Error("Electron's runtime is not here");
  return openInElectron(start, program);
}

/** The hosts that this computer has; a report of tests names them. */
export function availableHosts(): readonly AppHost[] {
  return ['browser', 'standin', ...(electronRuntime() === null ? [] : (['electron'] as const))];
}

/** Path of Electron's own program; null where its runtime was not fetched or cannot have a window. */
function electronRuntime(): string | null {
  const names = { darwin: join('Electron.app', 'Contents', 'MacOS', 'Electron'), win32: 'electron.exe' };
  const name = names[process.platform as keyof typeof names] ?? 'electron';
  const folder = process.env['ELECTRON_OVERRIDE_DIST_PATH'] ?? join(projectRoot, 'node_modules', 'electron', 'dist');
  const display = process.platform !== 'linux' || 'DISPLAY' in process.env || 'WAYLAND_DISPLAY' in process.env;
  return display && existsSync(join(folder, name)) ? join(folder, name) : null;
}
