/** The keys of the chain. */
import type { StepReading } from '../../../shared/analysis/constraint.ts';
import { useCommands } from '../../ui/commands.tsx';
import { stepName } from './words.ts';

/** What the keys act on. */
export type ConstraintActions = {
  readonly readOnly: boolean;
  /** The step that is meant: the one in focus, else the constraint. */
  readonly step: StepReading | null;
  readonly hasFocus: boolean;
  readonly isLast: boolean;
  readonly hasTrial: boolean;
  readonly act: (what: 'earlier' | 'later' | 'remove' | 'evidence') => void;
  readonly add: () => void;
  readonly whatIf: () => void;
  readonly drop: () => void;
  readonly nextFigure: () => void;
  readonly confirm: () => void;
  readonly why: () => void;
};

const group = 'Constraint';

/** Registers them. */
export function useConstraintCommands(actions: ConstraintActions): void {
  const { step, hasFocus, isLast, hasTrial } = actions;
  const locked = actions.readOnly ? 'The file is open for reading only.' : '';
  const none = step === null ? 'There is no step with figures yet.' : '';
  const unfocused = hasFocus ? '' : 'Go to a step first.';
  const name = stepName(step?.step);
  useCommands([
    {
      id: 'constraint.figure',
      says: 'Next figure',
      short: 'next figure',
      group,
      caps: 'Tab',
      bar: 1,
      keyOnly: true,
      run: actions.nextFigure,
    },
    {
      id: 'constraint.later',
      says: isLast ? 'Add a step after this one' : 'Move the step to the right',
      short: 'add or move a step',
      group,
      keys: ['Alt Down'],
      caps: 'Alt Up Down',
      bar: 2,
      inText: true,
      off: locked || unfocused,
      run: () => (isLast ? actions.add() : actions.act('later')),
    },
    {
      id: 'constraint.earlier',
      says: 'Move the step to the left',
      group,
      keys: ['Alt Up'],
      inText: true,
      off: locked || unfocused,
      run: () => actions.act('earlier'),
    },
    { id: 'constraint.add', says: 'Add a step', group, keys: ['Insert'], inText: true, off: locked, run: actions.add },
    {
      id: 'constraint.remove',
      says: 'Remove the step',
      group,
      keys: ['Ctrl Delete'],
      inText: true,
      off: locked || unfocused,
      run: () => actions.act('remove'),
    },
    {
      id: 'constraint.whatIf',
      says: 'What if',
      short: 'what if',
      group,
      keys: ['W'],
      bar: 3,
      off: locked || none,
      run: actions.whatIf,
    },
    {
      id: 'constraint.drop',
      says: 'Drop what is tried out',
      group,
      keys: ['Escape'],
      off: hasTrial ? '' : 'Nothing is tried out.',
      run: actions.drop,
    },
    {
      id: 'constraint.confirm',
      says: step === null ? 'Confirm the constraint' : `Confirm “${name}” as the constraint`,
      short: 'confirm this step',
      group,
      keys: ['Ctrl Enter'],
      bar: 4,
      inText: true,
      off: locked || none,
      run: actions.confirm,
    },
    {
      id: 'constraint.why',
      says: 'Why this number',
      short: 'why this number',
      group,
      keys: ['Y'],
      bar: 5,
      run: actions.why,
    },
    {
      id: 'constraint.evidence',
      says: step === null ? 'Evidence for a step' : `Evidence for “${name}”`,
      group,
      keys: ['E'],
      off: none,
      run: () => actions.act('evidence'),
    },
  ]);
}
