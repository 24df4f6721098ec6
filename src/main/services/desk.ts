/** The desk: the window that a person sits at, what its shell can do, and the places that are chosen. */
import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import { type Capabilities, withEnding } from '../../shared/api/desk.ts';
import { failure, type Failure } from '../../shared/api/errors.ts';
import { fail, ok, type Result } from '../../shared/lib/result.ts';
import type { Services } from '../binding.ts';
import type { DeskPort } from '../desk.ts';
import { openChooser } from './chooser.ts';
import { given } from './given.ts';
import type { ServicePorts } from './ports.ts';
import type { Receiving } from './receiving.ts';

/** What is there where no shell hands in a desk. */
const noDesk: Capabilities = { shell: 'process', dialogs: 'none', menus: false, windows: false, keptKeys: [] };

/** Use cases of `desk`. */
export function deskServices(ports: ServicePorts, receiving: Receiving): Services['desk'] {
  const { desk, places, sessions, windows } = ports;
  const capabilities = desk?.capabilities ?? noDesk;
  const chooser = openChooser(places, () => desk?.roots() ?? []);
  const offered = (has: boolean, what: string): Result<DeskPort, Failure> =>
    desk === null || !has ? fail(failure('not-offered', { what })) : ok(desk);
  return {
    start: (_, __, window) =>
      ok({
        window,
        capabilities,
        version: ports.store.appVersion,
        system: desk?.system ?? systemOf(process.platform),
        today: ports.today(),
        showing: windows.showing(window),
      }),
    show({ showing }, _, window) {
      const session = showing.file === null ? null : sessions.find(showing.file);
      if (session?.ok === false) return session;
      if (!windows.show(window, showing)) return fail(failure('not-found', { what: 'window', id: window }));
      return ok(null);
    },
    async choose({ mode, kind, name }, _, window) {
      const port = offered(capabilities.dialogs === 'native', 'a dialog of the system for choosing files');
      if (!port.ok) return port;
      const path = await port.value.choose(window, { mode, kind, ...given({ name }) });
      if (path === null) return ok(null);
      const whole = mode === 'save' ? withEnding(path, kind) : path;
      return ok({ place: places.grant(whole), name: basename(whole), exists: existsSync(whole) });
    },
    browse({ folder, kind }) {
      const port = offered(capabilities.dialogs === 'inside', 'a list of folders');
      return port.ok ? chooser.browse(folder, kind) : port;
    },
    spot({ folder, name, kind }) {
      const port = offered(capabilities.dialogs === 'inside', 'a list of folders');
      return port.ok ? chooser.spot(folder, name, kind) : port;
    },
    receive: (request, _, window) => receiving.receive(window, request),
    menu({ items }, _, window) {
      const port = offered(capabilities.menus, 'menus of the system');
      if (!port.ok) return port;
      port.value.menu(window, items);
      return ok(null);
    },
    window({ file }) {
      const port = offered(capabilities.windows, 'another window');
      if (!port.ok) return port;
      const session = file === undefined ? null : sessions.find(file);
      if (session?.ok === false) return session;
      const title = session === null ? '' : (session.value.file.rows('client')[0]?.name ?? '');
      port.value.openWindow(file === undefined ? null : { file, engagement: null, stage: null, title });
      return ok(null);
    },
    flushed({ id, unsaved }, _, window) {
      windows.flushed(window, id, unsaved);
      return ok(null);
    },
    asks: (_, signal, window) => windows.listen(window, signal),
  };
}

function systemOf(platform: NodeJS.Platform): 'mac' | 'windows' | 'linux' {
  return platform === 'darwin' ? 'mac' : platform === 'win32' ? 'windows' : 'linux';
}
