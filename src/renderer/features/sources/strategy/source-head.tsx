/** The documents that were taken in: which one is read, and what is known about it. */
import { deleteRow } from '../../../../shared/model/change.ts';
import type { Source } from '../../../../shared/model/index.ts';
import { useState } from 'react';
import { useFile, useReadOnly, useRows, useWindow } from '../../../data/hooks.ts';
import { Field } from '../../../parts/field.tsx';
import { countOf, showBytes, showDay } from '../../../parts/format.ts';
import { Button } from '../../../ui/button.tsx';
import { Shown } from '../../../ui/field.tsx';
import { DefinitionList } from '../../../ui/pane.tsx';
import { Notes } from '../document-dialog.tsx';
import type { TakeIn } from '../use-take-in.ts';
import { ChangesDialog } from './changes-dialog.tsx';
import styles from './source-head.module.css';

/** Shows the documents as a row, and under it the facts of the one that is read while they are open. */
export function SourceHead({
  sources,
  source,
  passages,
  open,
  onChoose,
  onOpen,
  takeIn,
  onOpenPassage,
}: {
  sources: readonly Source[];
  source: Source;
  /** How many it has; null while they are being read. */
  passages: number | null;
  open: boolean;
  onChoose: (id: string) => void;
  onOpen: (open: boolean) => void;
  takeIn: TakeIn;
  onOpenPassage: (passage: string) => void;
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
              {sources.some(({ replaces }) => replaces === row.id) ? ', earlier version' : ''}
            </button>
          ))}
        </div>
        <span className={styles.facts}>{facts.join(', ')}</span>
        <Button kind="quiet" small aria-expanded={open} onPress={() => onOpen(!open)}>
          {open ? 'Close the facts' : 'About it'}
        </Button>
      </div>
      {open && <Facts source={source} passages={passages} takeIn={takeIn} onOpenPassage={onOpenPassage} />}
    </div>
  );
}

/** What a source is called. */
export function nameOf(source: Pick<Source, 'title' | 'fileName'>): string {
  return source.title || source.fileName || 'Source without a title';
}

function Facts({
  source,
  passages,
  takeIn,
  onOpenPassage,
}: {
  source: Source;
  passages: number | null;
  takeIn: TakeIn;
  onOpenPassage: (passage: string) => void;
}) {
  const file = useFile();
  const window = useWindow();
  const evidence = useRows('evidence').filter((row) => row.source === source.id).length;
  const [comparing, setComparing] = useState(false);
  const saveOriginal = async (): Promise<void> => {
    const place = await window.choose('save', 'original', source.fileName);
    if (place === null) return;
    const saved = await file.client.sources.saveOriginal({ file: file.handle, source: source.id, place: place.place });
    if (!saved.ok) window.fail(saved.error);
  };
  const readOnly = useReadOnly();
  const { id } = source;
  return (
    <div className={styles.about} data-place={`source:${id}`}>
      <DefinitionList labelWidth={120}>
        <Field entity="source" id={id} name="title" />
        <Field entity="source" id={id} name="author" />
        <Field entity="source" id={id} name="datedOn" />
        <Field entity="source" id={id} name="kind" />
        <Field entity="source" id={id} name="documentKind" />
        <Field entity="source" id={id} name="importedOn" />
        <Field entity="source" id={id} name="remark" />
        <Shown label="File">
          {source.fileName || 'Not from a file'}
          {source.originalBytes === null ? '' : `, ${showBytes(source.originalBytes)}, kept in the client file`}
        </Shown>
      </DefinitionList>
      <Notes notes={source.notes} />
      <div className={styles.ways}>
        {source.originalBytes !== null && (
          <Button kind="quiet" small onPress={() => void saveOriginal()}>
            Save the original
          </Button>
        )}
        {source.replaces !== null && (
          <Button kind="quiet" small onPress={() => setComparing(true)}>
            What changed
          </Button>
        )}
        {!readOnly && (
          <Button kind="quiet" small onPress={() => takeIn.choose('strategy', source.id)}>
            Take in a newer version
          </Button>
        )}
      </div>
      {comparing && <ChangesDialog source={source} onOpen={onOpenPassage} onClose={() => setComparing(false)} />}
      {!readOnly && (
        <Button
          kind="quiet"
          small
          icon="trash"
          onPress={() => void file.edit(`Remove ${nameOf(source)}`.slice(0, 200), [deleteRow('source', id)])}
        >
          Remove this source with its text (
          {[
            countOf(passages ?? 0, 'passage', 'passages'),
            ...(evidence === 0 ? [] : [countOf(evidence, 'piece of evidence', 'pieces of evidence')]),
          ].join(', ')}
          )
        </Button>
      )}
    </div>
  );
}
