/** Turning pages by keys. */
import type { Command } from '../../ui/commands.tsx';

/** The keys that turn pages. */
export function pageCommands(turn: (by: number) => void): readonly Command[] {
  return [
    { id: 'document.pageUp', says: 'Page above', group: 'Document', keys: ['PageUp'], run: () => turn(-1) },
    {
      id: 'document.pageDown',
      says: 'Page below',
      short: 'page',
      caps: 'PageUp PageDown',
      group: 'Document',
      keys: ['PageDown'],
      bar: 0,
      run: () => turn(1),
    },
  ];
}
