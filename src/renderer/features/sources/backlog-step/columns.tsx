/** The columns of an export, each with its first cells and the field that it fills. */
import type { Inspected } from '../../../../shared/api/backlog-preview.ts';
import { backlogFields, type BacklogField, type Mapping } from '../../../../shared/api/import-types.ts';
import { Select } from '../../../ui/select.tsx';
import { Table } from '../../../ui/table.tsx';
import { fieldOfColumn, fieldSays, mapColumn } from '../mapping.ts';
import styles from './step.module.css';

const fields = backlogFields.map((id) => ({ id, says: fieldSays[id] }));

/** Shows them; columns that hold nothing stand last. */
export function Columns({
  inspection,
  mapping,
  onChange,
}: {
  inspection: Inspected;
  mapping: Mapping;
  onChange: (mapping: Mapping) => void;
}) {
  const columns = inspection.columns.toSorted((a, b) => Number(a.filled === 0) - Number(b.filled === 0));
  return (
    <Table caption="Columns of the export" look="dense" fixed>
      <colgroup>
        <col className={styles.nameColumn} />
        <col />
        <col className={styles.pickColumn} />
      </colgroup>
      <thead>
        <tr>
          <th scope="col">Column</th>
          <th scope="col">First cells</th>
          <th scope="col">Taken in as</th>
        </tr>
      </thead>
      <tbody>
        {columns.map((column) => {
          const name = column.name || `Column ${column.index + 1}`;
          return (
            <tr key={column.index}>
              <th scope="row" title={`${name}, filled in ${column.filled} of ${inspection.rowCount} rows`}>
                {name}
              </th>
              <td className={styles.samples}>
                <span title={column.samples.join('\n')}>
                  {column.filled === 0 ? 'Empty' : column.samples.join(' · ')}
                </span>
              </td>
              <td>
                <Select<BacklogField>
                  label={`${name} is taken in as`}
                  hideLabel
                  value={fieldOfColumn(mapping, column.index)}
                  none="Not taken in"
                  options={fields}
                  onChange={(field) => onChange(mapColumn(mapping, column.index, field))}
                />
              </td>
            </tr>
          );
        })}
      </tbody>
    </Table>
  );
}
