/** Where the items come from, and when strategy and backlog were compared. */
import { useState } from 'react';
import { deleteRow } from '../../../../shared/model/change.ts';
import type { Comparison, Source } from '../../../../shared/model/index.ts';
import { handMade } from '../../../../shared/model/source.ts';
import { useFile, useReadOnly, useRows, useToday, useWindowState } from '../../../data/hooks.ts';
import { Field } from '../../../parts/field.tsx';
import { countOf, showDay } from '../../../parts/format.ts';
import { RowList } from '../../../parts/row-list.tsx';
import { Button } from '../../../ui/button.tsx';
import { Shown } from '../../../ui/field.tsx';
import { DefinitionList } from '../../../ui/pane.tsx';
import { Notes } from '../document-dialog.tsx';
import type { TakeIn } from '../use-take-in.ts';
import styles from './backlog-sources.module.css';

/** Shows the exports in a line each, and the comparisons; both open to be edited. */
export function BacklogSources({ takeIn }: { takeIn: TakeIn }) {
  const readOnly = useReadOnly();
  const today = useToday();
  const person = useWindowState((state) => state.preferences.person);
  const sources = useRows('source').filter((row) => row.kind === 'backlog');
  const comparisons = useRows('comparison').toSorted((a, b) => ((a.on ?? '') < (b.on ?? '') ? 1 : -1));
  const { target, turn } = useWindowState((state) => state.place);
  const [open, setOpen] = useState<string | null>(null);
  const [seen, setSeen] = useState(-1);
  if (seen !== turn) {
    setSeen(turn);
    if (target?.entity === 'comparison') setOpen('comparisons');
    if (target?.entity === 'source') setOpen(target.id);
  }
  const toggle = (id: string): void => setOpen(open === id ? null : id);
  const last = comparisons[0]?.on ?? null;
  return (
    <div className={styles.head}>
      {sources.map((source) => (
        <div key={source.id}>
          <div className={styles.line}>
            <span className={styles.name}>{source.title || source.fileName || 'Backlog'}</span>
            <span className={styles.facts}>{factsOf(source)}</span>
            <Button kind="quiet" small aria-expanded={open === source.id} onPress={() => toggle(source.id)}>
              {open === source.id ? 'Close the facts' : 'About it'}
            </Button>
            {!readOnly && source.format !== handMade && (
              <Button kind="quiet" small icon="upload" onPress={() => takeIn.choose('backlog')}>
                Import again
              </Button>
            )}
          </div>
          {open === source.id && <Facts source={source} />}
        </div>
      ))}
      <div className={styles.line}>
        <span className={styles.facts}>
          {comparisons.length === 0
            ? 'Strategy and backlog have not been compared yet'
            : `${countOf(comparisons.length, 'comparison', 'comparisons')} with the strategy${last === null ? '' : `, the last on ${showDay(last)}`}`}
        </span>
        <Button kind="quiet" small aria-expanded={open === 'comparisons'} onPress={() => toggle('comparisons')}>
          {open === 'comparisons' ? 'Close comparisons' : 'Comparisons'}
        </Button>
      </div>
      {open === 'comparisons' && (
        <div className={styles.about}>
          <RowList
            entity="comparison"
            label="Comparisons of strategy and backlog"
            rows={comparisons}
            columns={[
              { head: 'On', field: 'on', width: '130px' },
              { head: 'By', field: 'author', width: '130px' },
              { head: 'What changed', width: '190px', show: countsOf },
              { head: 'Finding', field: 'finding' },
            ]}
            fresh={() => ({ on: today, author: person })}
            adds="Add a comparison"
            empty="No comparison is recorded."
          />
        </div>
      )}
    </div>
  );
}

function Facts({ source }: { source: Source }) {
  const file = useFile();
  const readOnly = useReadOnly();
  const { id } = source;
  return (
    <div className={styles.about} data-place={`source:${id}`}>
      <DefinitionList labelWidth={120}>
        <Field entity="source" id={id} name="title" />
        <Field entity="source" id={id} name="author" />
        <Field entity="source" id={id} name="exportedOn" />
        <Field entity="source" id={id} name="importedOn" />
        <Field entity="source" id={id} name="remark" />
        <Shown label="File">{source.fileName || 'Not from a file'}</Shown>
      </DefinitionList>
      <Notes notes={source.notes} />
      {!readOnly && (
        <Button
          kind="quiet"
          small
          icon="trash"
          onPress={() =>
            void file.edit(`Remove ${source.title || 'a backlog'}`.slice(0, 200), [deleteRow('source', id)])
          }
        >
          Remove this backlog with its items
        </Button>
      )}
    </div>
  );
}

/** The counts of a comparison with a later export; one that was made by hand has none. */
function countsOf({ added, closed, reopened, changed, gone }: Comparison) {
  const parts = [
    [added, 'new'],
    [closed, 'closed'],
    [reopened, 'reopened'],
    [changed, 'changed'],
    [gone, 'gone'],
  ] as const;
  const known = parts.filter(([count]) => count !== null);
  const moved = known.filter(([count]) => count !== 0).map(([count, word]) => `${count} ${word}`);
  return <span className={styles.facts}>{known.length > 0 && moved.length === 0 ? 'nothing' : moved.join(', ')}</span>;
}

function factsOf({ exportedOn, fileName, format }: Source): string {
  if (format === handMade) return 'written here, no export knows them';
  return [fileName, exportedOn === null ? '' : `exported on ${showDay(exportedOn)}`].filter(Boolean).join(', ');
}
