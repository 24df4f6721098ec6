/** What is left of the interface while somebody of the client may see the screen. */
import { describeFailure, type Failure } from '../../shared/api/errors.ts';
import type { Command } from '../ui/commands.tsx';

/** Groups of commands of the frame that name nothing. */
const shown = new Set(['Help', 'View']);

/** Ids of commands of the frame that stay. */
const kept = new Set(['app.palette', 'file.saveTrouble']);

/** Keys that lead away work, but nothing lists what they lead to. */
const leads = /^go\./u;

/** Leaves the commands of the interview; undo and redo without the names of their steps, which may name anybody. */
export function discreetCommand(command: Command): Command | null {
  if (command.id === 'file.undo') return { ...command, says: 'Undo' };
  if (command.id === 'file.redo') return { ...command, says: 'Redo' };
  if (command.id.startsWith('interview.') || shown.has(command.group) || kept.has(command.id)) return command;
  return leads.test(command.id) && (command.keys ?? []).length > 0 ? { ...command, keyOnly: true, quiet: true } : null;
}

/** A failure without the name of the file that it is about. */
export function describeDiscreetly(failure: Failure): string {
  return describeFailure(
    'name' in failure.params ? { ...failure, params: { ...failure.params, name: 'that is open' } } : failure,
  );
}
