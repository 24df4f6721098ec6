/** Tabs: views of one thing, side by side. */
import { type ReactNode, useRef } from 'react';
import { moveAlong } from './segment-moves.ts';
import styles from './tabs.module.css';

/** One tab; `mark` stands after its words, such as a count or the mark of a check. */
export type Tab<Id extends string = string> = { readonly id: Id; readonly says: string; readonly mark?: ReactNode };

/** The row of tabs. Arrows, Home and End choose at once. `name` ties it to its panel and is used once on a page. */
export function Tabs<Id extends string>({
  name,
  label,
  tabs,
  value,
  onChange,
}: {
  name: string;
  label: string;
  tabs: readonly Tab<Id>[];
  value: Id;
  onChange: (id: Id) => void;
}) {
  const row = useRef<HTMLDivElement>(null);
  const at = tabs.findIndex((tab) => tab.id === value);
  return (
    <div
      ref={row}
      role="tablist"
      aria-label={label}
      className={styles.tabs}
      onKeyDown={(event) => {
        if (event.ctrlKey || event.metaKey || event.altKey || event.key === 'ArrowUp' || event.key === 'ArrowDown')
          return;
        const next = moveAlong(event.key, at, tabs.length);
        const tab = next === null ? undefined : tabs[next];
        if (next === null || tab === undefined) return;
        event.preventDefault();
        row.current?.querySelectorAll<HTMLElement>('[role=tab]')[next]?.focus();
        if (tab.id !== value) onChange(tab.id);
      }}
    >
      {tabs.map((tab) => (
        <button
          key={tab.id}
          type="button"
          role="tab"
          id={`${name}-tab-${tab.id}`}
          aria-selected={tab.id === value}
          aria-controls={tab.id === value ? `${name}-panel` : undefined}
          tabIndex={tab.id === value ? 0 : -1}
          className={styles.tab}
          onClick={() => onChange(tab.id)}
        >
          {tab.says}
          {tab.mark}
        </button>
      ))}
    </div>
  );
}

/** What the chosen tab shows; it fills its place. */
export function TabPanel({ name, value, children }: { name: string; value: string; children: ReactNode }) {
  return (
    <div role="tabpanel" id={`${name}-panel`} aria-labelledby={`${name}-tab-${value}`} className={styles.panel}>
      {children}
    </div>
  );
}
