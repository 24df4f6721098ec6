/** The keys of a text that is read. */
import type { Decision } from '../../../../shared/model/index.ts';
import { useCommands } from '../../../ui/commands.tsx';
import type { PassageActions } from './action-bar.tsx';

/** What the keys act on. */
export type ReaderActions = {
  readonly readOnly: boolean;
  readonly selected: boolean;
  readonly likeliest: Decision | null;
  /** Sentences that sound like a choice and wait for an answer. */
  readonly choices: number;
  readonly accepts: string;
  readonly actions: PassageActions;
  readonly choose: () => void;
  readonly walk: (step: 1 | -1) => void;
  readonly accept: () => void;
  readonly passOver: () => void;
  readonly goTo: () => void;
  readonly toDecisions: () => void;
  readonly toText: () => void;
};

const group = 'Sources';

/** Registers them. */
export function useReaderCommands(on: ReaderActions): void {
  const locked = on.readOnly ? 'The file is open for reading only.' : '';
  const off = locked || (on.selected ? '' : 'Select words in the text first.');
  const noChoice = locked || (on.choices === 0 ? 'No sentence here sounds like an open choice.' : '');
  const { likeliest, actions } = on;
  useCommands([
    {
      id: 'sources.nextChoice',
      says: 'Next suggested sentence',
      short: 'next, previous suggestion',
      group,
      keys: ['J'],
      caps: 'J K',
      bar: 1,
      off: noChoice,
      run: () => on.walk(1),
    },
    {
      id: 'sources.previousChoice',
      says: 'Suggested sentence before',
      group,
      keys: ['K'],
      off: noChoice,
      run: () => on.walk(-1),
    },
    { id: 'sources.accept', says: on.accepts, group, keys: ['A'], off: noChoice, run: on.accept },
    {
      id: 'sources.passOver',
      says: 'Dismiss the suggestion for good',
      group,
      keys: ['N'],
      off: noChoice,
      run: on.passOver,
    },
    {
      id: 'sources.widen',
      says: 'Widen the selection by a word',
      short: 'extend the selection',
      group,
      keys: ['Shift Right'],
      bar: 2,
      keyOnly: true,
      heardElsewhere: true,
      run: on.toText,
    },
    {
      id: 'sources.goTo',
      says: 'Go to a page or heading',
      short: 'go to page',
      group,
      keys: ['G'],
      bar: 3,
      run: on.goTo,
    },
    {
      id: 'sources.decisions',
      says: 'Go to the decisions',
      short: 'decisions',
      group,
      keys: ['Alt Right'],
      bar: 4,
      inText: true,
      run: on.toDecisions,
    },
    {
      id: 'sources.text',
      says: 'Go to the text',
      group,
      keys: ['Alt Left'],
      inText: true,
      run: on.toText,
    },
    { id: 'sources.decide', says: 'New decision of the selection', group, keys: ['D'], off, run: actions.decide },
    {
      id: 'sources.link',
      says: likeliest === null ? 'Link the selection to the likeliest decision' : `Link to ${likeliest.label}`,
      group,
      keys: ['Enter'],
      heardElsewhere: true,
      off: off || (likeliest === null ? 'It reads like no decision.' : ''),
      run: () => {
        if (likeliest !== null) actions.link(likeliest);
      },
    },
    {
      id: 'sources.linkOther',
      says: 'Link the selection to another decision',
      group,
      keys: ['L'],
      off,
      run: on.choose,
    },
    { id: 'sources.keep', says: 'Keep the selection as evidence', group, keys: ['E'], off, run: actions.keep },
    { id: 'sources.stop', says: 'Make a stop of the selection', group, keys: ['S'], off, run: actions.stop },
  ]);
}
