/** Decisions that are only noted: listed apart, with the way to translate them after all. */
import { useRef } from 'react';
import type { MapDecision } from '../../../../shared/analysis/map/rows.ts';
import { useReadOnly } from '../../../data/hooks.ts';
import { Field } from '../../../parts/field.tsx';
import { decisionName } from '../../../parts/names.ts';
import { IconButton, LinkButton } from '../../../ui/button.tsx';
import { IdTag } from '../../../ui/marks.tsx';
import { Section } from '../../../ui/pane.tsx';
import { useDesk } from '../desk.ts';
import type { MapActions } from '../map-actions.ts';
import styles from './noted.module.css';

/** The list; nothing while no decision is only noted. */
export function Noted({ decisions, actions }: { decisions: readonly MapDecision[]; actions: MapActions }) {
  const desk = useDesk();
  const readOnly = useReadOnly();
  const list = useRef<HTMLUListElement>(null);
  if (decisions.length === 0) return null;
  const remove = (at: number): void => {
    const decision = decisions[at];
    if (decision === undefined) return;
    actions.removeDecision(decision);
    const next = decisions[at + 1] ?? decisions[at - 1];
    requestAnimationFrame(() =>
      list.current?.querySelector<HTMLElement>(`[data-place="decision:${next?.row.id ?? ''}"] button`)?.focus(),
    );
  };
  return (
    <Section title="Noted, not translated">
      <ul ref={list} className={styles.list}>
        {decisions.map(({ row }, at) => (
          <li key={row.id} className={styles.row} data-place={`decision:${row.id}`}>
            <IdTag>{row.label}</IdTag>
            <span className={styles.name}>
              <LinkButton quiet onPress={() => desk.openDecision(row.id)}>
                {decisionName(row)}
              </LinkButton>
            </span>
            <Field entity="decision" id={row.id} name="standing" label={`Standing of ${row.label}`} hideLabel dense />
            {!readOnly && <IconButton icon="trash" small label={`Delete ${row.label}`} onPress={() => remove(at)} />}
          </li>
        ))}
      </ul>
    </Section>
  );
}
