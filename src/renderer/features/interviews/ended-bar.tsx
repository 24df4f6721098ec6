/** Says what became of an interview that has just ended, and offers the copy on another drive. */
import { countOf, showTime } from '../../parts/format.ts';
import { useCommands } from '../../ui/commands.tsx';
import { Bar } from '../../ui/states.tsx';
import type { Ended, Ending } from './use-ending.ts';

/** Shows one line, until the copy is made or it is put away. */
export function EndedBar({ ending: { ended, copy, putAway } }: { ending: Ending }) {
  const over = ended !== null && (ended.step === 'done' || ended.step === 'failed');
  const offers = over && ended.copied === '';
  useCommands(
    offers
      ? [
          {
            id: 'interviews.copy',
            says: 'Copy the file to another drive',
            group: 'Interviews',
            keys: ['C'],
            bar: 0,
            short: 'copy to another drive',
            run: () => void copy(),
          },
        ]
      : [],
  );
  if (ended === null) return null;
  return (
    <Bar
      kind={ended.step === 'failed' || ended.unsaved > 0 ? 'warning' : 'notice'}
      title="The interview has ended."
      text={saysOf(ended)}
      {...(over
        ? {
            action: offers
              ? { says: 'Copy to another drive (C)', onPress: () => void copy() }
              : { says: 'Put away', onPress: putAway },
          }
        : {})}
    />
  );
}

function saysOf({ step, unsaved, revision, at, trouble, copied }: Ended): string {
  const saved =
    unsaved === 0
      ? 'Every word is on disk.'
      : `${countOf(unsaved, 'edit is', 'edits are')} not on disk yet: leave this window open, they are tried again every 5 seconds.`;
  if (step === 'saving') return 'Saving.';
  if (step === 'backing-up') return `${saved} A backup is being made and verified.`;
  const kept =
    step === 'done'
      ? `A verified backup of ${showTime(at)} is on this computer, revision ${revision ?? 0}.`
      : `There is no backup of it yet. ${trouble} A copy on another drive holds everything, too.`;
  return `${saved} ${kept}${copied === '' ? '' : ` ${copied} is a verified copy.`}`;
}
