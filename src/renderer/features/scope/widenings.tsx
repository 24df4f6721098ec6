/** Widenings of the scope: each a dated choice with its reason and what it does to fee and end. */
import { useRef, useState } from 'react';
import { widenScope } from '../../../shared/model/scope-changes.ts';
import { insertRow, updateRow } from '../../../shared/model/change.ts';
import { useEngagement, useFile, useReadOnly, useRows, useToday } from '../../data/hooks.ts';
import { placeOf } from '../../parts/field.tsx';
import { decisionName, inOrder, lastPosition } from '../../parts/names.ts';
import { RowList } from '../../parts/row-list.tsx';
import { Button } from '../../ui/button.tsx';
import { useCommands } from '../../ui/commands.tsx';
import { MenuList } from '../../ui/menu.tsx';
import { Section } from '../../ui/pane.tsx';
import { Select } from '../../ui/select.tsx';
import styles from './widenings.module.css';

/** Shows the widenings, and takes one more decision into scope. */
export function Widenings() {
  const file = useFile();
  const engagement = useEngagement();
  const today = useToday();
  const readOnly = useReadOnly();
  const decisions = inOrder(useRows('decision'));
  const widenings = useRows('scopeWidening');
  const button = useRef<HTMLButtonElement>(null);
  const [choosing, setChoosing] = useState(false);
  const others = decisions.filter((row) => row.standing !== 'in-scope');
  const none = decisions.length === others.length;

  const widen = (decision: string, label: string, first: Parameters<typeof file.edit>[1] = []): void => {
    const id = file.newId();
    const changes = widenScope({ id, engagement: engagement.id, decision, on: today });
    void file.edit(`Take ${label} into scope`, [...first, ...changes]);
    requestAnimationFrame(() =>
      document.querySelector<HTMLElement>(`[data-place="${placeOf('scopeWidening', id, 'reason')}"] textarea`)?.focus(),
    );
  };
  const withNew = (): void => {
    const id = file.newId();
    const fields = { engagement: engagement.id, position: lastPosition(decisions) };
    widen(id, 'a new decision', [insertRow('decision', id, fields)]);
  };
  const off = readOnly
    ? 'The file is open for reading only.'
    : none
      ? 'The first decision in scope is no widening: write it at the left.'
      : '';
  useCommands([
    {
      id: 'scope.widen',
      says: 'Take another decision into scope',
      group: 'Scope',
      keys: ['W'],
      off,
      run: () => {
        button.current?.focus();
        setChoosing(true);
      },
    },
  ]);
  if (widenings.length === 0 && readOnly) return null;
  return (
    <Section title="Widenings of scope" ruled>
      {widenings.length > 0 && (
        <RowList
          entity="scopeWidening"
          rows={widenings}
          label="Widenings of scope"
          columns={[
            {
              head: 'Decision taken in',
              width: 'minmax(0, 1.2fr)',
              show: (row) => (
                <Select
                  label="Decision taken in"
                  hideLabel
                  bare
                  value={row.decision}
                  none="None"
                  place={placeOf('scopeWidening', row.id, 'decision')}
                  options={decisions.map((one) => ({ id: one.id, says: `${one.label} ${decisionName(one)}`.trim() }))}
                  onChange={(decision) =>
                    void file.edit('Set the decision that was taken in', [
                      updateRow('scopeWidening', row.id, { decision }),
                    ])
                  }
                />
              ),
            },
            { field: 'on', head: 'On', width: '136px' },
            { field: 'reason', head: 'Reason', width: 'minmax(0, 1.4fr)' },
            { field: 'feeEffect', head: 'Effect on the fee', width: 'minmax(0, 1fr)' },
            { field: 'endEffect', head: 'Effect on the end', width: 'minmax(0, 1fr)' },
          ]}
        />
      )}
      {!readOnly && (
        <p className={styles.adds}>
          <Button
            ref={button}
            kind="quiet"
            icon="plus"
            off={off}
            aria-haspopup="menu"
            aria-expanded={choosing}
            onPress={() => setChoosing(true)}
          >
            Take another decision into scope
          </Button>
          {widenings.length === 0 && <span>A choice with its day, reason, and what it does to fee and end</span>}
        </p>
      )}
      {choosing && (
        <MenuList
          anchor={button}
          label="Which decision"
          entries={[
            ...others.map((row) => ({
              id: row.id,
              says: `${row.label} ${decisionName(row)}`.trim(),
              onPress: () => widen(row.id, row.label || 'another decision'),
            })),
            ...(others.length > 0 ? [{ id: 'line', line: true as const }] : []),
            { id: 'new', says: 'A new decision', icon: 'plus' as const, onPress: withNew },
          ]}
          onClose={() => setChoosing(false)}
        />
      )}
    </Section>
  );
}
