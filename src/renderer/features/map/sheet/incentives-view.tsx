/** What is measured, rewarded and resourced in each function, read against the decision. */
import { useMemo } from 'react';
import { assessConflicts, type Incentive } from '../../../../shared/analysis/conflict-map.ts';
import { deleteRow, insertRow } from '../../../../shared/model/change.ts';
import type { Decision } from '../../../../shared/model/index.ts';
import { useEngagement, useEngagementData, useFile, useKit, useReadOnly } from '../../../data/hooks.ts';
import { Field } from '../../../parts/field.tsx';
import { kitName, kitOptions } from '../../../parts/kit-words.ts';
import { IconButton } from '../../../ui/button.tsx';
import { Select } from '../../../ui/select.tsx';
import { Table } from '../../../ui/table.tsx';
import styles from './sheet.module.css';

const incentives: readonly {
  readonly id: Incentive;
  readonly note: 'measuredNote' | 'rewardedNote' | 'resourcedNote';
  readonly says: string;
}[] = [
  { id: 'measured', note: 'measuredNote', says: 'Measured' },
  { id: 'rewarded', note: 'rewardedNote', says: 'Rewarded' },
  { id: 'resourced', note: 'resourcedNote', says: 'Resourced' },
];

/** Draws the part: a row for each function that was read, and where two of them pull apart. */
export function IncentivesView({ decision }: { decision: Decision }) {
  const file = useFile();
  const kit = useKit();
  const engagement = useEngagement().id;
  const readOnly = useReadOnly();
  const data = useEngagementData();
  const map = useMemo(
    () => assessConflicts({ data, kit }).find((one) => one.decision === decision.id),
    [data, kit, decision.id],
  );
  const rows = map?.rows ?? [];
  const name = (id: string): string => kitName(kit, 'functions', id);
  const open = kitOptions(kit, 'functions').filter((one) => !rows.some((row) => row.function === one.id));
  return (
    <>
      {rows.length === 0 ? (
        <p className={styles.empty}>
          No function was read yet. Choose one, and say what it is measured by, rewarded for and given people and money
          for.
        </p>
      ) : (
        <Table look="reading" caption="Incentives by function">
          <thead>
            <tr>
              <th scope="col">Function</th>
              {incentives.map(({ id, says }) => (
                <th key={id} scope="col">
                  {says}
                </th>
              ))}
              {!readOnly && <td />}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ function: id, row, against }) => (
              <tr key={row.id} data-place={`incentiveReading:${row.id}`} className={styles.reading}>
                <th scope="row">
                  {name(id)}
                  {against > 0 && <span className={styles.facts}>{against} of 3 against</span>}
                </th>
                {incentives.map(({ id: incentive, note, says }) => (
                  <td key={incentive}>
                    <Field
                      entity="incentiveReading"
                      id={row.id}
                      name={incentive}
                      label={`${says} in ${name(id)}`}
                      hideLabel
                      none="Not read"
                    />
                    <Field
                      entity="incentiveReading"
                      id={row.id}
                      name={note}
                      label={`What is ${says.toLowerCase()} in ${name(id)}`}
                      hideLabel
                      bare
                      dense
                      placeholder={`What is ${says.toLowerCase()}`}
                    />
                  </td>
                ))}
                {!readOnly && (
                  <td>
                    <IconButton
                      icon="close"
                      label={`Remove ${name(id)}`}
                      onPress={() =>
                        void file.edit(`Remove the reading of ${name(id)}`, [deleteRow('incentiveReading', row.id)])
                      }
                    />
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </Table>
      )}
      {(map?.conflicts.length ?? 0) > 0 && (
        <ul className={styles.conflicts} aria-label="Where incentives pull apart">
          {map?.conflicts.map(({ incentive, towards, against }) => (
            <li key={`${incentive}:${towards}:${against}`}>
              {incentives.find((one) => one.id === incentive)?.says}: {name(towards)} pulls towards, {name(against)}{' '}
              against.
            </li>
          ))}
        </ul>
      )}
      {!readOnly && open.length > 0 && (
        <div className={styles.adds}>
          <Select
            label="Read one more function"
            value={null}
            none="Choose a function"
            options={open}
            onChange={(id) => {
              if (id === null) return;
              const fields = { engagement, decision: decision.id, function: id };
              void file.edit(`Read the incentives of ${name(id)}`, [
                insertRow('incentiveReading', file.newId(), fields),
              ]);
            }}
          />
        </div>
      )}
    </>
  );
}
