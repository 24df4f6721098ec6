/** How the file is read and why: separator, encoding, sheet, line of the names, dates; each can be said otherwise. */
import { useState } from 'react';
import type { Inspected } from '../../../../shared/api/backlog-preview.ts';
import { describeImportReason } from '../../../../shared/api/import-reasons.ts';
import type { DateOrder, Dialect } from '../../../../shared/api/import-types.ts';
import { CheckBox } from '../../../ui/check-box.tsx';
import { NumberField } from '../../../ui/number-field.tsx';
import { Select } from '../../../ui/select.tsx';
import { delimiterSays, trackerSays } from '../mapping.ts';
import type { Cut } from '../use-take-in.ts';
import styles from './step.module.css';

const delimiters = Object.entries(delimiterSays).map(([id, says]) => ({ id: id as Dialect['delimiter'], says }));
const encodings = [
  'utf-8',
  'windows-1252',
  'iso-8859-1',
  'utf-16le',
  'utf-16be',
  'macintosh',
  'shift_jis',
  'gb18030',
  'euc-kr',
  'windows-1251',
];
const orders: readonly { readonly id: DateOrder; readonly says: string }[] = [
  { id: 'dmy', says: 'Day, month, year' },
  { id: 'mdy', says: 'Month, day, year' },
  { id: 'ymd', says: 'Year, month, day' },
];

/** Shows it; `onCut` has the file looked at again. */
export function HowItIsRead({
  inspection,
  dateOrder,
  onDateOrder,
  onCut,
  notes,
}: {
  inspection: Inspected;
  dateOrder: DateOrder | null;
  onDateOrder: (order: DateOrder | null) => void;
  onCut: (cut: Cut) => void;
  /** What was found while reading, as sentences. */
  notes: readonly string[];
}) {
  const { dialect, reasons, sheets } = inspection;
  const isText = dialect.container === undefined || dialect.container === 'text';
  const [line, setLine] = useState<number | null>(dialect.headerLine);
  const cut = (change: Cut): void =>
    onCut({
      ...(isText ? { encoding: dialect.encoding, delimiter: dialect.delimiter } : {}),
      ...(dialect.sheet === undefined ? {} : { sheet: dialect.sheet }),
      ...change,
    });
  return (
    <section className={styles.how} aria-label="How the file is read">
      <div className={styles.controls}>
        {isText && (
          <>
            <Select
              label="Between columns"
              value={dialect.delimiter}
              options={delimiters}
              onChange={(delimiter) => delimiter !== null && cut({ delimiter })}
            />
            <Select
              label="Encoding"
              value={dialect.encoding}
              options={encodings.map((id) => ({ id, says: id.toUpperCase() }))}
              onChange={(encoding) => encoding !== null && cut({ encoding })}
            />
          </>
        )}
        {sheets.length > 1 && (
          <Select
            label="Sheet"
            value={dialect.sheet ?? null}
            options={sheets.map((id) => ({ id, says: id }))}
            onChange={(sheet) => sheet !== null && cut({ sheet })}
          />
        )}
        {(isText || dialect.container === 'workbook') && (
          <NumberField
            label={dialect.turned === true ? 'Names in column' : 'Names in line'}
            whole
            least={1}
            value={line}
            onChange={setLine}
            onBlur={() => {
              if (line !== null && line !== dialect.headerLine) cut({ headerLine: line });
            }}
          />
        )}
        <Select label="Dates are written" value={dateOrder} none="As found" options={orders} onChange={onDateOrder} />
      </div>
      {(isText || dialect.container === 'workbook') && (
        <CheckBox
          label="The fields stand in the first column: turn the table"
          checked={dialect.turned === true}
          onChange={(turned) => cut({ turned })}
        />
      )}
      <ul className={styles.reasons} aria-label="Why it is read so">
        {reasons.map((reason) => (
          <li key={reason.code}>{describeImportReason(named(reason))}</li>
        ))}
        {notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
    </section>
  );
}

function named(reason: Inspected['reasons'][number]): Inspected['reasons'][number] {
  const id = reason.params['tracker'];
  const says = Object.entries(trackerSays).find(([one]) => one === id)?.[1];
  return says === undefined ? reason : { ...reason, params: { ...reason.params, tracker: says } };
}
