/** The head of an interview: who is asked, how it may be quoted, and the time. */
import { useState } from 'react';
import { nameIn } from '../../../../shared/method/kit.ts';
import { useKit, useReadOnly } from '../../../data/hooks.ts';
import { showDay } from '../../../parts/format.ts';
import { personName } from '../../../parts/names.ts';
import { Button, IconButton } from '../../../ui/button.tsx';
import { useCommandRegister, useCommands } from '../../../ui/commands.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { Spoken } from '../../../ui/spoken.tsx';
import { consentSays } from '../names.ts';
import { clockOf, secondsBetween, showSeconds } from '../times.ts';
import { ConsentDialog } from './consent-dialog.tsx';
import { HeldDialog } from './held-dialog.tsx';
import { useNow } from './use-now.ts';
import type { Screen } from './use-screen.ts';
import styles from './screen.module.css';

/** Shows the head. */
export function ScreenHead({ screen, onLeave }: { screen: Screen; onLeave: () => void }) {
  const kit = useKit();
  const readOnly = useReadOnly();
  const register = useCommandRegister();
  const [open, setOpen] = useState<'consent' | 'held' | null>(null);
  const { interview, parts } = screen.view;
  const held = interview.status === 'done' && !readOnly;
  useCommands([
    {
      id: 'interview.people',
      says: 'People and consent',
      group: 'Interview',
      keys: ['Alt W'],
      inText: true,
      run: () => setOpen('consent'),
    },
    {
      id: 'interview.held',
      says: 'Day and times',
      group: 'Interview',
      keys: ['Alt T'],
      inText: true,
      off: held ? '' : 'The clock sets them.',
      run: () => setOpen('held'),
    },
  ]);
  const [only] = parts;
  const alone = parts.length === 1 ? only : undefined;
  const missing = parts.filter(({ row }) => row.consent === null).length;
  const names = parts.map(({ person }) => personName(person) || 'A voice without a name').join(', ');
  const place = [
    nameIn(kit.content.functions, alone?.person?.function ?? null),
    nameIn(kit.content.levels, alone?.person?.level ?? null),
  ].filter(Boolean);
  const agreed =
    parts.length === 0
      ? 'Nobody is named yet'
      : alone !== undefined
        ? consentSays(alone.row.consent)
        : missing > 0
          ? `Consent of ${missing} of ${parts.length} not asked yet`
          : 'Consent given by all';
  const clock = clockOf(interview.startedAt) || interview.plannedTime;
  const when = [showDay(interview.heldOn ?? interview.plannedOn, 'weekday'), clock].filter(Boolean).join(', ');
  return (
    <header className={styles.head}>
      <IconButton icon="arrow-left" label="Leave the interview" keys="Escape" onPress={onLeave} />
      <h1 className={styles.who}>
        <b>{names || 'Interview'}</b>
        {place.length > 0 && `, ${place.join(', ')}`}
      </h1>
      <button type="button" className={styles.agreed} aria-haspopup="dialog" onClick={() => setOpen('consent')}>
        <Icon name="person" small />
        <span>{agreed}</span>
      </button>
      <span className={styles.space} />
      {held ? (
        <button type="button" className={styles.agreed} aria-haspopup="dialog" onClick={() => setOpen('held')}>
          {when || 'Set day and times'}
        </button>
      ) : (
        <span className={styles.when}>{when}</span>
      )}
      <Clock screen={screen} />
      {interview.status === 'planned' && !readOnly && (
        <Button kind="primary" icon="play" keys="Alt S" onPress={() => register.run('interview.start')}>
          Start
        </Button>
      )}
      {screen.running && (
        <Button keys="Ctrl Shift E" onPress={() => register.run('interview.end')}>
          End
        </Button>
      )}
      {open === 'consent' && <ConsentDialog view={screen.view} onClose={() => setOpen(null)} />}
      {open === 'held' && <HeldDialog view={screen.view} onClose={() => setOpen(null)} />}
    </header>
  );
}

function Clock({ screen }: { screen: Screen }) {
  const { interview, plan } = screen.view;
  const now = useNow(screen.running);
  const { startedAt, endedAt } = interview;
  const until = screen.running ? new Date(now).toISOString() : endedAt;
  const seconds = secondsBetween(startedAt, until);
  if (seconds === null && interview.status === 'done') return null;
  const planned = (
    <span className={styles.of}>
      {seconds === null ? '' : 'of '}
      {showSeconds(plan.minutes * 60)}
    </span>
  );
  return (
    <span className={styles.clock} role="timer">
      <Spoken>{seconds === null ? 'Planned: ' : 'Time: '}</Spoken>
      {seconds !== null && `${showSeconds(seconds)} `}
      {planned}
    </span>
  );
}
