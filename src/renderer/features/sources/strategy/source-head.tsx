/** The documents that were taken in: which one is read, and what is known about it. */
import { deleteRow } from '../../../../shared/model/change.ts';
import type { Source } from '../../../../shared/model/index.ts';
import { useFile, useReadOnly } from '../../../data/hooks.ts';
import { Field } from '../../../parts/field.tsx';
import { countOf, showDay } from '../../../parts/format.ts';
import { Button } from '../../../ui/button.tsx';
import { Shown } from '../../../ui/field.tsx';
import { DefinitionList } from '../../../ui/pane.tsx';
import { Notes } from '../document-dialog.tsx';
import styles from './source-head.module.css';

/** Shows the documents as a row, and under it the facts of the one that is read while they are open. */
export function SourceHead({
  sources,
  source,
  passages,
  open,
  onChoose,
  onOpen,
}: {
  sources: readonly Source[];
  source: Source;
  /** How many it has; null while they are being read. */
  passages: number | null;
  open: boolean;
  onChoose: (id: string) => void;
  onOpen: (open: boolean) => void;
}) {
  const facts = [
    source.datedOn === null ? '' : showDay(source.datedOn),
    source.author,
    passages === null ? '' : countOf(passages, 'passage', 'passages'),
  ].filter((fact) => fact !== '');
  return (
    <div className={styles.head}>
      <div className={styles.line}>
        <div className={styles.names} role="group" aria-label="Documents">
          {sources.map((row) => (
            <button
              key={row.id}
              type="button"
              className={styles.name}
              aria-pressed={row.id === source.id}
              onClick={() => onChoose(row.id)}
            >
              {nameOf(row)}
            </button>
          ))}
        </div>
        <span className={styles.facts}>{facts.join(', ')}</span>
        <Button kind="quiet" small aria-expanded={open} onPress={() => onOpen(!open)}>
          {open ? 'Close the facts' : 'About it'}
        </Button>
      </div>
      {open && <Facts source={source} />}
    </div>
  );
}

/** What a source is called. */
export function nameOf(source: Pick<Source, 'title' | 'fileName'>): string {
  return source.title || source.fileName || 'Source without a title';
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
        <Field entity="source" id={id} name="datedOn" />
        <Field entity="source" id={id} name="kind" />
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
          onPress={() => void file.edit(`Remove ${nameOf(source)}`.slice(0, 200), [deleteRow('source', id)])}
        >
          Remove this source with its text
        </Button>
      )}
    </div>
  );
}
