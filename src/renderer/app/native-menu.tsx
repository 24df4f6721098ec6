/** Hands the commands of the screen to the shell where it shows them in a menu of the operating system. */
import { useEffect } from 'react';
import { useWindow, useWindowState } from '../data/hooks.ts';
import { useAllCommands } from '../ui/commands.tsx';

/** Tells the shell of every change of the commands; draws nothing. */
export function NativeMenu() {
  const window = useWindow();
  const menus = useWindowState((state) => state.capabilities.menus);
  const commands = useAllCommands();
  useEffect(() => {
    if (!menus) return undefined;
    const timer = setTimeout(() => {
      const items = commands
        .filter((command) => command.keyOnly !== true && command.findOnly !== true)
        .map(({ id, group, says, keys, off }) => ({
          id,
          menu: group,
          says,
          ...(keys?.[0] === undefined ? {} : { key: keys[0] }),
          enabled: (off ?? '') === '',
        }));
      void window.client.desk.menu({ items }).catch(() => undefined);
    }, 100);
    return () => clearTimeout(timer);
  }, [commands, menus, window]);
  return null;
}
