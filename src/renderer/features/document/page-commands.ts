/** Turning pages by keys. */
import type { Command } from '../../ui/commands.tsx';

/** The keys that turn pages. */
export function pageCommands(turn: (by: number) => void): readonly Command[] {
  return [
    {
      id: 'document.pageUp',
      says: 'Page above',
      short: '',
      group: 'Document',
      keys: ['PageUp'],
      bar: 0,
      run: () => turn(-1),
    },
    {
      id: 'document.pageDown',
      says: 'Page below',
      short: 'page',
      group: 'Document',
      keys: ['PageDown'],
      bar: 1,
      run: () => turn(1),
    },
  ];
}
