/** The check points since the strategy was set: which have passed, what each asks, and the list itself to be changed. */
import type { StrategyAge } from '../../../../shared/analysis/backlog-ages.ts';
import { updateRow } from '../../../../shared/model/change.ts';
import { useEngagement, useFile, useKit, useReadOnly } from '../../../data/hooks.ts';
import { countOf } from '../../../parts/format.ts';
import { Button, IconButton, LinkButton } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { NumberField } from '../../../ui/number-field.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import styles from './check-points.module.css';

/** Says how long ago the strategy was set, what the last check point asks, and when the next one comes. */
export function CheckPoints({ age, onEdit }: { age: StrategyAge; onEdit: () => void }) {
  const last = age.passed.at(-1);
  return (
    <div className={styles.points}>
      <p>
        Set {age.months === 0 ? 'this month' : `${countOf(age.months, 'month', 'months')} ago`}.{' '}
        {last === undefined ? 'No check point has passed.' : `Since month ${last.months}: ${last.ask}`}
      </p>
      <p>
        {age.next !== null && `Next at month ${age.next.months}. `}
        <LinkButton onPress={onEdit}>Check points</LinkButton>
      </p>
    </div>
  );
}

/** Edits the check points of this engagement; without any of its own the kit's hold. */
export function CheckPointsDialog({ onClose }: { onClose: () => void }) {
  const file = useFile();
  const kit = useKit();
  const readOnly = useReadOnly();
  const engagement = useEngagement();
  const own = engagement.checkPoints.length > 0;
  const points = own ? engagement.checkPoints : kit.content.check_points;
  const keep = (label: string, next: typeof points): void =>
    void file.edit(label, [updateRow('engagement', engagement.id, { checkPoints: next })]);
  const change = (at: number, fields: Partial<(typeof points)[number]>): void => {
    const next = points.map((point, place) => (place === at ? { ...point, ...fields } : point));
    file.type('engagement', engagement.id, { checkPoints: next }, 'Edit a check point');
  };
  return (
    <Dialog
      title="Check points since the strategy was set"
      size="large"
      onClose={onClose}
      footer={
        <>
          {own && !readOnly && (
            <Button kind="quiet" onPress={() => keep('Check points as the kit says', [])}>
              As the kit says
            </Button>
          )}
          <Button kind="primary" onPress={onClose}>
            Close
          </Button>
        </>
      }
    >
      <p className={styles.note}>
        {own ? 'These hold for this engagement.' : 'These are the kit’s; a change holds for this engagement only.'}
      </p>
      <ul className={styles.list} aria-label="Check points">
        {points.map((point, at) => (
          <li key={at} className={styles.line}>
            <NumberField
              label={`Months, check point ${at + 1}`}
              hideLabel
              readOnly={readOnly}
              value={point.months}
              least={1}
              most={120}
              whole
              unit="months"
              onChange={(months) => months !== null && change(at, { months })}
            />
            <TextField
              label={`Question, check point ${at + 1}`}
              hideLabel
              readOnly={readOnly}
              value={point.ask}
              maxLength={500}
              onChange={(ask) => change(at, { ask })}
            />
            {!readOnly && points.length > 1 && (
              <IconButton
                icon="close"
                label={`Remove check point ${at + 1}`}
                onPress={() => keep('Remove a check point', points.toSpliced(at, 1))}
              />
            )}
          </li>
        ))}
      </ul>
      {!readOnly && (
        <Button
          kind="quiet"
          icon="plus"
          onPress={() => keep('Add a check point', [...points, { months: (points.at(-1)?.months ?? 0) + 3, ask: '' }])}
        >
          Add a check point
        </Button>
      )}
    </Dialog>
  );
}
