/** One client file in the list of home. */
import type { RecentFile } from '../../../shared/api/home.ts';
import { showDay } from '../../parts/format.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { CheckMark } from '../../ui/check-mark.tsx';
import { classNames } from '../../ui/class-names.ts';
import { Icon } from '../../ui/icon.tsx';
import { Spoken } from '../../ui/spoken.tsx';
import { openedWord, readinessWord, stageWord } from './facts.ts';
import styles from './page.module.css';

type Props = {
  readonly file: RecentFile;
  readonly today: string;
  /** The one that arrows move from. */
  readonly current: boolean;
  readonly onChoose: () => void;
  readonly onOpen: () => void;
  readonly onPin: () => void;
  readonly onRemove: () => void;
  readonly onLook: () => void;
  readonly onBackups: () => void;
};

/** Shows a file with its last known facts; a missing one says where it was. */
export function FileRow({ file, today, current, onChoose, onOpen, onPin, onRemove, onLook, onBackups }: Props) {
  const { says, blocked } = readinessWord(file);
  const next = file.facts?.due.find(({ on }) => on >= today);
  const name = file.client || file.fileName;
  if (file.missing) {
    return (
      <li className={classNames(styles.row, current && styles.on)} onFocus={onChoose}>
        <span className={styles.missing}>
          <Icon name="file-missing" small />
          <span>{name}</span>
        </span>
        <span className={styles.lost}>
          Not found at {file.folder}. Moved, or on a drive that is not connected.{' '}
          <Button small onPress={onLook}>
            Look for it
          </Button>{' '}
          <Button small kind="quiet" onPress={onBackups}>
            Backups
          </Button>{' '}
          <Button small kind="quiet" onPress={onRemove}>
            Remove from list
          </Button>
        </span>
        <span className={styles.opened}>{openedWord(file.openedAt, today)}</span>
        <span />
      </li>
    );
  }
  return (
    <li className={classNames(styles.row, current && styles.on)} onFocus={onChoose}>
      <button type="button" className={styles.open} data-file={file.id} tabIndex={current ? 0 : -1} onClick={onOpen}>
        <Spoken>Open </Spoken>
        <span className={styles.name}>{name}</span>
        <Spoken>, </Spoken>
        <span className={styles.second}>{file.facts?.title || file.fileName}</span>
        {file.interrupted && <Spoken>, not closed last time</Spoken>}
      </button>
      <span>{stageWord(file)}</span>
      <span>
        <span className={styles.strip} aria-hidden="true">
          {(file.facts?.stages ?? []).map((state, at) => (
            <i key={`${at}${state}`} data-state={state} />
          ))}
        </span>
        <span className={styles.fact}>
          {blocked && <CheckMark kind="blocker" />}
          {says}
        </span>
      </span>
      <span>
        {next !== undefined && (
          <>
            <span className={styles.date}>{showDay(next.on, 'weekday')}</span>
            <span className={styles.second}>{next.says}</span>
          </>
        )}
      </span>
      <span className={styles.opened}>{file.open ? 'Open now' : openedWord(file.openedAt, today)}</span>
      <span className={classNames(styles.pin, file.pinned && styles.pinned)}>
        <IconButton icon="pin" small label={file.pinned ? `Unpin ${name}` : `Pin ${name}`} onPress={onPin} />
      </span>
    </li>
  );
}
