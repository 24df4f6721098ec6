/** What stands where there is nothing, where something went wrong, where work is under way, and short words about the view. */
import { type ReactNode } from 'react';
import { Button, LinkButton } from './button.tsx';
import { CheckMark } from './check-mark.tsx';
import { Icon } from './icon.tsx';
import styles from './states.module.css';

/** Nothing here yet: says what to do next, and offers it. */
export function Empty({ title, text, actions }: { title: string; text?: ReactNode; actions?: ReactNode }) {
  return (
    <section className={styles.state}>
      <h2 className={styles.title}>{title}</h2>
      {text !== undefined && <div className={styles.text}>{text}</div>}
      {actions !== undefined && <div className={styles.actions}>{actions}</div>}
    </section>
  );
}

/** Something went wrong: what happened, what was kept, what to do. Read out as soon as it is shown. */
export function Trouble({ title, text, actions }: { title: string; text?: ReactNode; actions?: ReactNode }) {
  return (
    <section className={styles.trouble} role="alert">
      <CheckMark kind="blocker" />
      <div className={styles.state}>
        <h2 className={styles.title}>{title}</h2>
        {text !== undefined && <div className={styles.text}>{text}</div>}
        {actions !== undefined && <div className={styles.actions}>{actions}</div>}
      </div>
    </section>
  );
}

/**
 * Work that takes its time: how much is done of how much, and a way out. With a total that is not known yet the bar is
 * empty and the detail says what is being done.
 */
export function Working({
  title,
  detail,
  left,
  done,
  total,
  note,
  onCancel,
}: {
  title: string;
  /** The figures in words: "1,322 of 2,140 rows". */
  detail: string;
  /** How long it may still take, in words. */
  left?: string | undefined;
  done: number;
  total: number | null;
  /** What cancelling would leave behind. */
  note?: string | undefined;
  onCancel?: (() => void) | undefined;
}) {
  const part = total === null || total <= 0 ? 0 : Math.min(1, Math.max(0, done / total));
  return (
    <section className={styles.state}>
      <h2 className={styles.title}>{title}</h2>
      <div
        className={styles.progress}
        role="progressbar"
        aria-label={title}
        aria-valuetext={detail}
        {...(total === null
          ? {}
          : { 'aria-valuenow': Math.round(part * 100), 'aria-valuemin': 0, 'aria-valuemax': 100 })}
      >
        <span style={{ inlineSize: `${part * 100}%` }} />
      </div>
      <div className={styles.figures}>
        <span>{detail}</span>
        {left !== undefined && <span>{left}</span>}
      </div>
      {onCancel !== undefined && (
        <div className={styles.actions}>
          <Button onPress={onCancel} keys="Escape">
            Cancel
          </Button>
          {note !== undefined && <span className={styles.note}>{note}</span>}
        </div>
      )}
    </section>
  );
}

/** One line under the header: that the view can only be read, or a notice about it. */
export function Bar({
  kind,
  title,
  text,
  action,
}: {
  kind: 'read-only' | 'notice' | 'elsewhere' | 'warning';
  title: string;
  text?: ReactNode | undefined;
  action?: { readonly says: string; readonly onPress: () => void } | undefined;
}) {
  const icon = { 'read-only': 'lock', notice: 'advice', elsewhere: 'eye', warning: 'warning' } as const;
  return (
    <div className={styles.bar} data-kind={kind} role="status">
      <Icon name={icon[kind]} />
      <p>
        <b>{title}</b>
        {text !== undefined && <span className={styles.barText}> {text}</span>}
      </p>
      {action !== undefined && <LinkButton onPress={action.onPress}>{action.says}</LinkButton>}
    </div>
  );
}

/** What was just done and can be taken back, floating over the foot of the page. */
export function Snack({
  text,
  actionSays,
  onAction,
  keys = 'Ctrl Z',
}: {
  text: string;
  actionSays?: string | undefined;
  onAction?: (() => void) | undefined;
  keys?: string | undefined;
}) {
  return (
    <div className={styles.snack} role="status">
      <span>{text}</span>
      {onAction !== undefined && (
        <Button small keys={keys} onPress={onAction}>
          {actionSays ?? 'Undo'}
        </Button>
      )}
    </div>
  );
}
