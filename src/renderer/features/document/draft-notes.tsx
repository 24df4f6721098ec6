/** Below the sections: what is edited, what is empty, how the document is set, and how it could be shorter. */
import type { DrawnDocument } from '../../../shared/document/drawn.ts';
import { useEngagement, useKit, useReadOnly, useWindow } from '../../data/hooks.ts';
import { Field } from '../../parts/field.tsx';
import { IconButton, LinkButton } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { FitSteps } from './page-meter.tsx';
import type { Edits } from './use-edits.ts';
import styles from './document.module.css';

const stageNames = {
  scope: 'Scope',
  sources: 'Sources',
  interviews: 'Interviews',
  patterns: 'Patterns',
  constraint: 'Constraint',
  map: 'Map',
} as const;

/** Shows them. */
export function DraftNotes({
  drawn,
  edits,
  onOvertaken,
}: {
  drawn: DrawnDocument;
  edits: Edits;
  onOvertaken: (key: string) => void;
}) {
  const window = useWindow();
  const engagement = useEngagement();
  const readOnly = useReadOnly();
  const { brand } = useKit().content;
  const [next] = edits.overtaken;
  return (
    <div className={styles.notes}>
      {edits.byKey.size > 0 && (
        <div className={styles.list}>
          <p className={styles.legend}>
            <Icon name="pencil" small />
            <span>edited by hand, kept when data changes</span>
          </p>
          {next !== undefined && (
            <p>
              <LinkButton onPress={() => onOvertaken(next)}>
                {edits.overtaken.length === 1
                  ? 'The data changed since one edit'
                  : `The data changed since ${edits.overtaken.length} edits`}
              </LinkButton>
            </p>
          )}
        </div>
      )}
      {edits.unplaced.length > 0 && (
        <section className={styles.list}>
          <h2 className={styles.heading}>Edits whose paragraph is not in the document any more</h2>
          {edits.unplaced.map((edit) => (
            <div key={edit.id} className={styles.lost} data-place={`paragraphEdit:${edit.id}`}>
              <span>{edit.text || 'An empty paragraph'}</span>
              {!readOnly && <IconButton icon="close" label="Remove this edit" small onPress={() => edits.drop(edit)} />}
            </div>
          ))}
        </section>
      )}
      {drawn.empty.length > 0 && (
        <section className={styles.list}>
          <h2 className={styles.heading}>Stages that give it nothing yet</h2>
          {drawn.empty.map(({ stage, sentence }) => (
            <p key={`${stage}${sentence}`}>
              <LinkButton onPress={() => window.go(stage)}>{stageNames[stage]}</LinkButton> {sentence}
            </p>
          ))}
        </section>
      )}
      <FitSteps drawn={drawn} />
      <section className={styles.list}>
        <h2 className={styles.heading}>How it is set</h2>
        <Field
          entity="engagement"
          id={engagement.id}
          name="paper"
          {...(brand?.paper === undefined ? {} : { hint: 'The brand of the kit sets the paper.' })}
        />
        <Field entity="engagement" id={engagement.id} name="density" none="As it fits best" />
      </section>
    </div>
  );
}
