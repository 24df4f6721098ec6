/** The page of a stage: header with title, tabs and what stands at its right, and the body below. */
import { type ReactNode, useEffect, useRef } from 'react';
import { useFileState, useWindow, useWindowState } from '../data/hooks.ts';
import { useCommandRegister, useCommands } from '../ui/commands.tsx';
import { FieldArea } from '../ui/field.tsx';
import { Icon } from '../ui/icon.tsx';
import { KeyCaps } from '../ui/keys-cap.tsx';
import { Tabs } from '../ui/tabs.tsx';
import { Bar } from '../ui/states.tsx';
import { selectWords } from './select-words.ts';
import styles from './stage-page.module.css';

/** A tab of a stage. */
export type StageTab = { readonly id: string; readonly says: string };

/** What a page of a stage is made of. */
export type StagePageProps = {
  /** Id of the stage, such as "map". */
  readonly stage: string;
  readonly title: string;
  readonly tabs?: readonly StageTab[];
  /** The tab that is shown: what `useTab` answers. */
  readonly tab?: string;
  /** Beside the search field: counts, the main button. */
  readonly aside?: ReactNode;
  /** One line below the header: what became of something that has just been done. */
  readonly notice?: ReactNode;
  /** The body scrolls as a whole; left out, it is the page's own panes that scroll. */
  readonly scroll?: true;
  readonly children: ReactNode;
};

/** Draws a page of a stage. */
export function StagePage({ stage, title, tabs, tab, aside, notice, scroll, children }: StagePageProps) {
  const window = useWindow();
  const register = useCommandRegister();
  const readOnly = useFileState((state) => state.info.readOnly);
  const heading = useRef<HTMLHeadingElement>(null);
  // What had the focus may have gone with the page or the view before.
  useEffect(() => {
    if (document.activeElement === document.body) heading.current?.focus();
  }, [tab]);
  useCommands(
    (tabs ?? []).map(({ id, says }) => ({
      id: `${stage}.tab.${id}`,
      says: `Go to ${says}`,
      group: title,
      run: () => window.go(stage, id),
    })),
  );
  return (
    <main className={styles.main} aria-label={title}>
      <header className={styles.head}>
        <h1 ref={heading} tabIndex={-1} className={styles.title} id="stage-title">
          {title}
        </h1>
        {tabs !== undefined && tab !== undefined && (
          <Tabs
            name={stage}
            label={`Views of ${title}`}
            tabs={tabs}
            value={tab}
            onChange={(id) => window.go(stage, id)}
          />
        )}
        <span className={styles.space} />
        {aside}
        <button type="button" className={styles.find} onClick={() => register.run('app.palette')}>
          <Icon name="search" small />
          <span>Find or do anything</span>
          <KeyCaps of="Ctrl K" silent />
        </button>
      </header>
      {readOnly && (
        <Bar
          kind="read-only"
          title="Open for reading only."
          text="You can read, search, copy and export; nothing can be changed."
        />
      )}
      {notice}
      <FieldArea readOnly={readOnly}>
        <div className={scroll ? styles.scroll : styles.body}>{children}</div>
      </FieldArea>
    </main>
  );
}

/** The tab that is shown: the one that was gone to, else the first. */
export function useTab(tabs: readonly StageTab[]): string {
  const wanted = useWindowState((state) => state.place.tab);
  return tabs.find((tab) => tab.id === wanted)?.id ?? tabs[0]?.id ?? '';
}

/** Puts the focus on the field or row that one came for, as soon as it is on the page. */
export function useTarget(): void {
  const target = useWindowState((state) => state.place.target);
  const turn = useWindowState((state) => state.place.turn);
  const done = useRef(0);
  useEffect(() => {
    if (target === null || done.current === turn) return undefined;
    const { entity, id, field } = target;
    const wanted = [
      `[data-place="${entity}:${id}:${field ?? ''}"]`,
      `[data-place="${entity}:${id}"]`,
      `[data-place^="${entity}:${id}:"]`,
    ];
    const find = (): boolean => {
      const place = wanted.map((selector) => document.querySelector<HTMLElement>(selector)).find((one) => one !== null);
      if (place === undefined) return false;
      done.current = turn;
      const inner = place.matches(focusable) ? place : (place.querySelector<HTMLElement>(focusable) ?? place);
      place.scrollIntoView({ block: 'center' });
      if (inner === place && !inner.matches(focusable)) inner.tabIndex = -1;
      inner.focus();
      if (target.words !== undefined) selectWords(place, target.words, target.offset);
      return true;
    };
    if (find()) return undefined;
    // The page may still be fetching what it shows.
    const watch = new MutationObserver(() => {
      if (find()) watch.disconnect();
    });
    watch.observe(document.body, { childList: true, subtree: true });
    return () => watch.disconnect();
  }, [target, turn]);
}

const focusable =
  'input:not([disabled]), textarea, select, button:not([disabled], [tabindex="-1"]), a[href], [tabindex]:not([tabindex="-1"])';
