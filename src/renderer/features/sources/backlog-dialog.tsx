/** An export that was inspected: which column is what, which status means what, and from which day it is. */
import { useMemo, useState } from 'react';
import { describeImportNote } from '../../../shared/api/import-notes.ts';
import {
  backlogFields,
  type BacklogField,
  type Dialect,
  type Mapping,
  type ReadOptions,
  type StatusClass,
} from '../../../shared/api/import-types.ts';
import { handMade } from '../../../shared/model/source.ts';
import { useFile, useFileState, useRows } from '../../data/hooks.ts';
import { countOf } from '../../parts/format.ts';
import { Button } from '../../ui/button.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Select } from '../../ui/select.tsx';
import { Table } from '../../ui/table.tsx';
import { Notes } from './document-dialog.tsx';
import { classesOfLast, delimiterSays, fieldOfColumn, fieldSays, mapColumn, mappingOfLast } from './mapping.ts';
import { readingOf, trackerSays } from './mapping.ts';
import type { Taken, TakeIn } from './use-take-in.ts';
import styles from './take-in.module.css';

const fields = backlogFields.map((id) => ({ id, says: fieldSays[id] }));
const delimiters = Object.entries(delimiterSays).map(([id, says]) => ({ id: id as Dialect['delimiter'], says }));
const encodings = ['utf-8', 'windows-1252', 'iso-8859-1', 'utf-16le', 'macintosh', 'shift_jis', 'gb18030'];
const dateOrders = [
  { id: 'dmy', says: 'Day, month, year' },
  { id: 'mdy', says: 'Month, day, year' },
  { id: 'ymd', says: 'Year, month, day' },
] as const;
const classes: readonly { id: StatusClass; says: string }[] = [
  { id: 'todo', says: 'To do' },
  { id: 'progress', says: 'In progress' },
  { id: 'done', says: 'Done' },
  { id: 'dropped', says: 'Dropped' },
];

/** Asks how an export is to be read, and stores its items. */
export function BacklogDialog({
  taken,
  takeIn,
  onStored,
}: {
  taken: Extract<Taken, { kind: 'backlog' }>;
  takeIn: TakeIn;
  onStored: () => void;
}) {
  const { name, place, inspection } = taken;
  const file = useFile();
  const engagement = useFileState((state) => state.engagement);
  const sources = useRows('source');
  const items = useRows('backlogItem');
  const last = sources.find((row) => row.kind === 'backlog' && row.format !== handMade);
  const remembered = useMemo(() => mappingOfLast(inspection, last), [inspection, last]);
  const [changed, setChanged] = useState<Mapping | null>(null);
  const mapping = changed ?? remembered ?? inspection.mapping;
  const before = useMemo(() => classesOfLast(inspection.statuses, items), [inspection, items]);
  const [chosen, setChosen] = useState<Readonly<Record<string, StatusClass>>>({});
  const statuses = { ...before, ...chosen };
  const [dateOrder, setDateOrder] = useState<NonNullable<ReadOptions['dateOrder']> | null>(null);
  const [exportedOn, setExportedOn] = useState<string | null>(null);
  // Which words are statuses is known for the column that was found only.
  const sameStatus = JSON.stringify(mapping.status) === JSON.stringify(inspection.mapping.status);
  const { dialect, rowCount } = inspection;
  const again = (cut: { encoding?: string; delimiter?: Dialect['delimiter'] }): void => {
    setChanged(null);
    takeIn.inspectAgain({ encoding: dialect.encoding, delimiter: dialect.delimiter, ...cut });
  };
  const store = async (): Promise<void> => {
    const reading = readingOf(inspection, mapping, sameStatus ? statuses : {}, dateOrder);
    const stored = await takeIn.store(`Taking in ${name}`, (work, opId) =>
      file.client.imports.backlog({
        file: file.handle,
        engagement,
        place,
        reading,
        opId,
        work,
        ...(exportedOn === null ? {} : { exportedOn }),
      }),
    );
    if (stored !== null) onStored();
  };
  return (
    <Dialog
      title={`Take in ${name}`}
      size="large"
      onClose={takeIn.leave}
      footer={
        <>
          <Button onPress={takeIn.leave}>Leave it out</Button>
          <Button
            kind="primary"
            onPress={() => void store()}
            off={mapping.title === undefined ? 'Choose the column that holds the titles.' : ''}
          >
            Take in {countOf(rowCount, 'row', 'rows')}
          </Button>
        </>
      }
    >
      <p className={styles.lead}>
        {countOf(rowCount, 'row', 'rows')}, read as {trackerSays[inspection.tracker]}.
        {last === undefined
          ? ' New items start as orphans until they are linked.'
          : ' Items are matched by key with those that are there; what was judged here stays.'}
        {remembered !== null && changed === null && ' The columns are mapped as at the last import.'}
      </p>
      <div className={styles.four}>
        <DateField
          label="Exported on"
          value={exportedOn}
          onChange={setExportedOn}
          hint="Left empty: the latest day that an item names."
        />
        <Select
          label="Between columns"
          value={dialect.delimiter}
          options={delimiters}
          onChange={(delimiter) => delimiter !== null && again({ delimiter })}
        />
        <Select
          label="Encoding"
          value={dialect.encoding}
          options={encodings.map((id) => ({ id, says: id.toUpperCase() }))}
          onChange={(encoding) => encoding !== null && again({ encoding })}
        />
        <Select
          label="Dates are written"
          value={dateOrder}
          none="As found"
          options={dateOrders}
          onChange={setDateOrder}
        />
      </div>
      <Columns inspection={inspection} mapping={mapping} onChange={setChanged} />
      {mapping.status !== undefined &&
        (sameStatus ? (
          <Statuses
            found={inspection.statuses}
            chosen={statuses}
            onChange={(text, status) => setChosen({ ...chosen, [text]: status })}
          />
        ) : (
          <p className={styles.lead}>
            Statuses are recognised while reading; one that is not known counts as to do and can be changed at its item.
          </p>
        ))}
      <Notes notes={inspection.notes.map(describeImportNote)} />
    </Dialog>
  );
}

function Columns({
  inspection,
  mapping,
  onChange,
}: {
  inspection: Extract<Taken, { kind: 'backlog' }>['inspection'];
  mapping: Mapping;
  onChange: (mapping: Mapping) => void;
}) {
  return (
    <Table caption="Columns of the export" look="dense" className={styles.table}>
      <thead>
        <tr>
          <th scope="col">Column</th>
          <th scope="col">First rows</th>
          <th scope="col" data-number>
            Filled
          </th>
          <th scope="col">Taken in as</th>
        </tr>
      </thead>
      <tbody>
        {inspection.columns.map((column) => (
          <tr key={column.index}>
            <th scope="row">{column.name || `Column ${column.index + 1}`}</th>
            <td className={styles.samples}>{column.samples.slice(0, 3).join(' · ')}</td>
            <td data-number>{column.filled}</td>
            <td className={styles.pick}>
              <Select<BacklogField>
                label={`${column.name || `Column ${column.index + 1}`} is taken in as`}
                hideLabel
                value={fieldOfColumn(mapping, column.index)}
                none="Not taken in"
                options={fields}
                onChange={(field) => onChange(mapColumn(mapping, column.index, field))}
              />
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

function Statuses({
  found,
  chosen,
  onChange,
}: {
  found: Extract<Taken, { kind: 'backlog' }>['inspection']['statuses'];
  chosen: Readonly<Record<string, StatusClass>>;
  onChange: (text: string, status: StatusClass) => void;
}) {
  if (found.length === 0) return null;
  return (
    <Table caption="Statuses of the export" look="dense" className={styles.table}>
      <thead>
        <tr>
          <th scope="col">Status</th>
          <th scope="col" data-number>
            Items
          </th>
          <th scope="col">Means</th>
        </tr>
      </thead>
      <tbody>
        {found.map(({ text, count, status }) => (
          <tr key={text}>
            <th scope="row">{text || 'Without a status'}</th>
            <td data-number>{count}</td>
            <td className={styles.pick}>
              <Select
                label={`${text || 'Without a status'} means`}
                hideLabel
                value={chosen[text] ?? status ?? 'todo'}
                options={classes}
                onChange={(id) => id !== null && onChange(text, id)}
              />
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
