/** What the shell asks of this window: run a command of its menu, open a file, send what is not sent. */
import { openPlace } from '../data/open-file.ts';
import type { WindowStore } from '../data/window.ts';
import type { CommandRegister } from '../ui/commands.tsx';

/** Listens as long as the page lives, and sends what is not sent whenever the page goes out of sight. */
export function listenToAsks(store: WindowStore, register: CommandRegister): void {
  void listen(store, register);
  void followPreferences(store);
  const flush = (): void => void store.store.getState().file?.flush();
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') flush();
  });
  window.addEventListener('pagehide', flush);
  window.addEventListener('blur', flush);
}

async function listen(store: WindowStore, register: CommandRegister): Promise<void> {
  for (let tries = 0; tries < 20; tries++) {
    try {
      for await (const ask of await store.client.desk.asks({})) {
        tries = 0;
        if (ask.ask === 'run') register.run(ask.command);
        if (ask.ask === 'open') void openPlace(store, ask.place);
        if (ask.ask === 'flush') {
          const unsaved = (await store.store.getState().file?.flush()) ?? 0;
          await store.client.desk.flushed({ id: ask.id, unsaved });
        }
      }
    } catch {
      // Taken up again below; the stream of changes tells the person when the core is gone.
    }
    await new Promise((resolve) => setTimeout(resolve, Math.min(250 * 2 ** tries, 5000)));
  }
}

async function followPreferences(store: WindowStore): Promise<void> {
  try {
    for await (const preferences of await store.client.preferences.watch({})) store.store.setState({ preferences });
  } catch {
    // Settings of other windows no longer arrive; this one's own still work.
  }
}
