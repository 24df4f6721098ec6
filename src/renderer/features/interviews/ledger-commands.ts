/** The keys of the ledger. */
import { useReadOnly, useWindow } from '../../data/hooks.ts';
import { useCommands } from '../../ui/commands.tsx';
import type { ManyQuestion } from './ledger-many.tsx';
import type { LedgerActions } from './use-ledger-actions.ts';

/** What the keys act on beside the pieces themselves. */
export type LedgerKeys = {
  readonly actions: LedgerActions;
  /** Pieces are gathered, so that keys act on all of them. */
  readonly gathered: boolean;
  /** The words of the chosen piece were taken back. */
  readonly gone: boolean;
  readonly suggested: number;
  readonly hasContext: boolean;
  readonly add: () => void;
  readonly withdraw: () => void;
  readonly remove: () => void;
  readonly ask: (question: ManyQuestion) => void;
  readonly merge: () => void;
  readonly showContext: () => void;
  readonly release: () => void;
};

const group = 'Evidence';

/** Registers the commands. */
export function useLedgerCommands(keys: LedgerKeys): void {
  const window = useWindow();
  const readOnly = useReadOnly();
  const { actions, gathered } = keys;
  const off = readOnly ? 'The file is open for reading only.' : '';
  const none = off || (actions.pieces.length === 0 ? 'No piece is chosen.' : '');
  const these = gathered ? 'the gathered pieces' : 'the piece';
  const focusLink = (): void =>
    document.querySelector<HTMLElement>('#ledger-piece input[role=combobox][placeholder^=Link]')?.focus();
  useCommands([
    {
      id: 'ledger.find',
      says: 'Find in the evidence',
      group,
      keys: ['/'],
      bar: 1,
      short: 'find',
      run: () => document.querySelector<HTMLElement>('#ledger-find input')?.focus(),
    },
    {
      id: 'ledger.link',
      says: `Link ${these} to something`,
      group,
      keys: ['L'],
      bar: 2,
      short: 'link',
      off: none,
      run: () => (gathered ? keys.ask('link') : focusLink()),
    },
    {
      id: 'ledger.unlink',
      says: `Unlink ${these} from everything`,
      group,
      keys: ['U'],
      off: none || (actions.pieces.every(({ links }) => links.length === 0) ? 'It is linked to nothing.' : ''),
      run: actions.unlinkAll,
    },
    { id: 'ledger.objection', says: 'An objection, or none', group, keys: ['O'], off: none, run: actions.objection },
    { id: 'ledger.later', says: 'To ask later, or asked', group, keys: ['K'], off: none, run: actions.askLater },
    {
      id: 'ledger.fidelity',
      says: `How ${these} was written down`,
      group,
      keys: ['F'],
      off: none,
      run: () => keys.ask('fidelity'),
    },
    { id: 'ledger.speaker', says: `Who said ${these}`, group, keys: ['S'], off: none, run: () => keys.ask('speaker') },
    {
      id: 'ledger.merge',
      says: gathered ? 'Merge the gathered pieces' : 'Merge pieces that say the same',
      group,
      keys: ['M'],
      bar: 4,
      short: 'merge',
      off:
        off ||
        (gathered
          ? actions.pieces.length < 2
            ? 'Gather two pieces or more to merge them.'
            : ''
          : keys.suggested === 0
            ? 'No two pieces say nearly the same. Space gathers pieces to merge them.'
            : ''),
      run: keys.merge,
    },
    { id: 'ledger.add', says: 'Add a piece of evidence', group, keys: ['N'], bar: 3, short: 'add', off, run: keys.add },
    {
      id: 'ledger.context',
      says: 'Show where it stands',
      group,
      keys: ['C'],
      bar: 5,
      short: 'show in context',
      off: keys.hasContext ? '' : 'It was written down by hand and stands nowhere else.',
      run: keys.showContext,
    },
    {
      id: 'ledger.withdraw',
      says: 'Take its words back',
      group,
      keys: ['W'],
      off:
        none ||
        (gathered ? 'Words are taken back one piece at a time.' : keys.gone ? 'Its words were taken back.' : ''),
      run: keys.withdraw,
    },
    { id: 'ledger.remove', says: 'Remove the piece', group, off: none, run: keys.remove },
    {
      id: 'ledger.gather',
      says: 'Gather pieces: one, a run, all',
      short: 'gather',
      group,
      caps: 'Space',
      bar: 6,
      keyOnly: true,
      run: () => undefined,
    },
    {
      id: 'ledger.release',
      says: 'Let the gathered pieces go',
      group,
      keys: ['Escape'],
      off: gathered ? '' : 'No pieces are gathered.',
      run: keys.release,
    },
    { id: 'ledger.plan', says: 'Show the plan', group, keys: ['P'], run: () => window.go('interviews', 'plan') },
  ]);
}
