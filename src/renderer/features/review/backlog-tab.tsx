/** The backlog at a review: imported again and compared with what was there, and comparisons with what they found. */
import { useState } from 'react';
import type { Drift } from '../../../shared/analysis/drift.ts';
import type { Imported } from '../../../shared/api/imports.ts';
import { describeImportNote } from '../../../shared/api/import-notes.ts';
import type { Review } from '../../../shared/model/index.ts';
import { useFile, useFileState, useReadOnly, useRows, useToday, useWindow, useWindowState } from '../../data/hooks.ts';
import { countOf } from '../../parts/format.ts';
import { RowList } from '../../parts/row-list.tsx';
import { Button } from '../../ui/button.tsx';
import { DateField } from '../../ui/date-field.tsx';
import styles from './review.module.css';

/** Shows the import and the comparisons. */
export function BacklogTab({ drift, review }: { drift: Drift; review: Review | null }) {
  const window = useWindow();
  const file = useFile();
  const engagement = useFileState((state) => state.engagement);
  const readOnly = useReadOnly();
  const today = useToday();
  const person = useWindowState((state) => state.preferences.person);
  const comparisons = useRows('comparison').toSorted((a, b) => ((a.on ?? '') < (b.on ?? '') ? 1 : -1));
  const items = useRows('backlogItem').length;
  const [exportedOn, setExportedOn] = useState<string | null>(review?.backlogExportedOn ?? today);
  const [done, setDone] = useState<Imported | null>(null);
  const take = async (): Promise<void> => {
    const chosen = await window.choose('open', 'backlog');
    if (chosen === null) return;
    await file.flush();
    const imported = await window.work(
      'Reading the backlog',
      'Items are matched by key. Nothing is changed until all of them are read.',
      (work) =>
        file.client.imports.backlog({
          file: file.handle,
          engagement,
          place: chosen.place,
          opId: file.newId(),
          work,
          ...(exportedOn === null ? {} : { exportedOn }),
        }),
    );
    if (imported === null) return;
    setDone(imported);
    if (review !== null && exportedOn !== null) {
      void file.edit('Date the export of the backlog', [
        { op: 'update', entity: 'review', id: review.id, fields: { backlogExportedOn: exportedOn } },
      ]);
    }
  };
  const fresh = Object.values(drift.newItems).reduce((sum, ids) => sum + ids.length, 0);
  return (
    <div className={styles.scroll}>
      <section className={styles.part} aria-label="Import again">
        <h2>Import the backlog again</h2>
        <p className={styles.means}>
          {items === 0
            ? 'No backlog is in this file yet.'
            : `${countOf(items, 'item is', 'items are')} in this file. A later export of the same tracker is matched by key: new items start as orphans, closed and changed ones are brought up to date, those that are gone are marked. One step of undo takes it all back.`}
        </p>
        {!readOnly && (
          <div className={styles.importing}>
            <DateField label="Exported on" value={exportedOn} onChange={setExportedOn} />
            <Button kind="primary" onPress={() => void take()}>
              Choose the export
            </Button>
          </div>
        )}
        {done !== null && (
          <div role="status">
            <p>
              Taken in: {done.items} new, {done.closed} closed, {done.changed} changed, {done.gone} gone, {done.leftOut}{' '}
              rows left out.
            </p>
            <ul>
              {done.notes.map((note) => (
                <li key={describeImportNote(note)} className={styles.means}>
                  {describeImportNote(note)}
                </li>
              ))}
            </ul>
          </div>
        )}
        <p className={styles.means}>
          Since the last baseline: {countOf(fresh, 'new item', 'new items')}, {drift.newItems.orphan.length} of them
          orphan.
        </p>
      </section>
      <section className={styles.part} aria-label="Comparisons">
        <h2>Comparisons of strategy and work list</h2>
        <RowList
          entity="comparison"
          label="Comparisons"
          rows={comparisons}
          columns={[
            { head: 'On', field: 'on', width: '140px' },
            { head: 'By', field: 'author', width: '200px' },
            { head: 'Finding', field: 'finding' },
          ]}
          fresh={() => ({ on: today, author: person })}
          adds="Add a comparison"
          empty="Strategy and work list have not been compared yet."
        />
      </section>
    </div>
  );
}
