/** The documents that were taken in: which one is read, and what is known about it. */
import { deleteRow } from '../../../../shared/model/change.ts';
import type { Source } from '../../../../shared/model/index.ts';
import { useFile, useReadOnly, useRows } from '../../../data/hooks.ts';
import { Field } from '../../../parts/field.tsx';
import { countOf, showBytes, showDay } from '../../../parts/format.ts';
import { Button } from '../../../ui/button.tsx';
import { Shown } from '../../../ui/field.tsx';
import { DefinitionList } from '../../../ui/pane.tsx';
import { Notes } from '../document-dialog.tsx';
import type { TakeIn } from '../use-take-in.ts';
import { ChangesDialog } from './changes-dialog.tsx';
import { type SourceWays, useSourceWays } from './source-ways.ts';
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
  const ways = useSourceWays(source, takeIn, () => onOpen(!open));
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
        <Button kind="quiet" small keys="I" aria-expanded={open} onPress={() => onOpen(!open)}>
          {open ? 'Close the facts' : 'About it'}
        </Button>
      </div>
      {open && <Facts source={source} passages={passages} ways={ways} />}
      {ways.comparing && <ChangesDialog source={source} onOpen={onOpenPassage} onClose={ways.leaveComparison} />}
    </div>
  );
}

/** What a source is called. */
export function nameOf(source: Pick<Source, 'title' | 'fileName'>): string {
  return source.title || source.fileName || 'Source without a title';
}

function Facts({ source, passages, ways }: { source: Source; passages: number | null; ways: SourceWays }) {
  const file = useFile();
  const evidence = useRows('evidence').filter((row) => row.source === source.id).length;
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
          <Button kind="quiet" small keys="O" onPress={ways.saveOriginal}>
            Save the original
          </Button>
        )}
        {source.replaces !== null && (
          <Button kind="quiet" small keys="W" onPress={ways.compare}>
            What changed
          </Button>
        )}
        {!readOnly && (
          <Button kind="quiet" small keys="V" onPress={ways.takeNewer}>
            Take in a newer version
          </Button>
        )}
      </div>
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
