/** The keys of coverage. */
import { useCommands } from '../../../ui/commands.tsx';

/** What can be done to items; all of it goes on to the next one. */
export type CoverageActions = {
  /** Links the item to its suggestion of a rank, 0 for the first. */
  readonly accept: (rank: number) => void;
  readonly acceptAll: () => void;
  readonly link: () => void;
  readonly lightsOn: () => void;
  readonly contradicts: () => void;
  readonly unlink: () => void;
  /** Asks on what basis the items were begun. */
  readonly basis: () => void;
  /** Goes on to the next way to sort, to group. */
  readonly sort: () => void;
  readonly group: () => void;
  readonly filter: () => void;
  readonly toList: () => void;
};

const group = 'Coverage';

/** Registers them; `suggested` is how many suggestions the chosen item has, `marked` how many items are gathered. */
export function useCoverageCommands(
  actions: CoverageActions,
  state: {
    readonly readOnly: boolean;
    readonly chosen: boolean;
    readonly linked: boolean;
    readonly suggested: number;
    readonly marked: number;
  },
): void {
  const locked = state.readOnly ? 'The file is open for reading only.' : '';
  const off = locked || (state.chosen || state.marked > 0 ? '' : 'Choose an item first.');
  const noSuggestion = locked || (state.suggested === 0 ? 'Nothing is suggested for this item.' : '');
  useCommands([
    {
      id: 'coverage.move',
      says: 'Next, previous item',
      short: 'move',
      group,
      keys: ['Down'],
      caps: 'Up Down',
      bar: 1,
      keyOnly: true,
      heardElsewhere: true,
      run: actions.toList,
    },
    {
      id: 'coverage.select',
      says: 'Gather the item for an action',
      short: 'select',
      group,
      keys: ['Space'],
      bar: 2,
      keyOnly: true,
      heardElsewhere: true,
      run: actions.toList,
    },
    {
      id: 'coverage.accept',
      says: 'Accept the first suggestion',
      short: 'accept',
      group,
      keys: ['Enter'],
      bar: 3,
      heardElsewhere: true,
      off: noSuggestion,
      run: () => actions.accept(0),
    },
    ...[1, 2, 3].map((rank) => ({
      id: `coverage.accept.${rank}`,
      says: `Accept suggestion ${rank}`,
      group,
      keys: [String(rank)],
      off: noSuggestion || (state.suggested < rank ? 'There are fewer suggestions.' : ''),
      run: () => actions.accept(rank - 1),
    })),
    {
      id: 'coverage.link',
      says: 'Link to a decision or priority',
      short: 'link to',
      group,
      keys: ['L'],
      bar: 4,
      off,
      run: actions.link,
    },
    {
      id: 'coverage.lightsOn',
      says: 'Keeps the lights on',
      short: 'lights on',
      group,
      keys: ['O'],
      bar: 5,
      off,
      run: actions.lightsOn,
    },
    {
      id: 'coverage.contradicts',
      says: 'Contradicts a stop',
      short: 'contradicts',
      group,
      keys: ['C'],
      bar: 6,
      off,
      run: actions.contradicts,
    },
    {
      id: 'coverage.acceptAll',
      says: 'Accept the first suggestion of all selected',
      short: 'accept all selected',
      group,
      keys: ['Ctrl Enter'],
      bar: 7,
      off: locked || (state.marked === 0 ? 'Select items with Space first.' : ''),
      run: actions.acceptAll,
    },
    {
      id: 'coverage.unlink',
      says: 'Take the links of the item back',
      group,
      keys: ['Delete', 'Backspace'],
      off: locked || (state.linked ? '' : 'This item is linked to nothing.'),
      run: actions.unlink,
    },
    { id: 'coverage.basis', says: 'Say on what basis it was begun', group, keys: ['B'], off, run: actions.basis },
    { id: 'coverage.sort', says: 'Sort the items another way', group, keys: ['S'], run: actions.sort },
    { id: 'coverage.group', says: 'Group the items another way', group, keys: ['G'], run: actions.group },
    { id: 'coverage.filter', says: 'Filter the items', group, keys: ['/'], run: actions.filter },
    { id: 'coverage.list', says: 'Go to the list of items', group, run: actions.toList },
  ]);
}
