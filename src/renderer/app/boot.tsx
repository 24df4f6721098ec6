/** From an empty page to the interface: connect, learn where one is, come back to what was shown. */
import { createRoot } from 'react-dom/client';
import { connect } from '../data/connection.ts';
import { openWindow } from '../data/window.ts';
import { openCommands } from '../ui/commands.tsx';
import { applyTheme, applyZoom } from '../ui/theme.ts';
import { listenToAsks } from './asks.ts';
import { NoWay } from './no-way.tsx';
import { Root } from './root.tsx';
import '../ui/styles.ts';

/** Shows the interface in an element of the page. */
export async function boot(element: HTMLElement): Promise<void> {
  const root = createRoot(element);
  const client = await connect();
  if (typeof client === 'string') {
    root.render(<NoWay why={client} />);
    return;
  }
  const [started, preferences] = await Promise.all([client.desk.start({}), client.preferences.get({})]);
  if (!started.ok || !preferences.ok) {
    root.render(<NoWay why="refused" />);
    return;
  }
  applyTheme(preferences.value.theme);
  applyZoom(preferences.value.zoom);
  const { capabilities, system, version, today, showing } = started.value;
  const window = openWindow({ client, capabilities, system, version, today, preferences: preferences.value });
  const register = openCommands();
  listenToAsks(window, register);
  if (showing?.file) {
    const info = await client.files.info({ file: showing.file });
    if (info.ok) await window.enter({ file: showing.file, info: info.value, notices: [] }, showing);
  }
  root.render(<Root window={window} register={register} />);
}
