/** Ratings by others beside the one that counts; a difference of two or more is shown, so that it is talked about. */
import { deleteRow, insertRow, updateRow } from '../../../shared/model/change.ts';
import type { Indicator } from '../../../shared/method/kit.ts';
import type { Rating } from '../../../shared/model/index.ts';
import { useEngagement, useFile, useKit, useReadOnly, useRows } from '../../data/hooks.ts';
import { Field } from '../../parts/field.tsx';
import { Button, IconButton } from '../../ui/button.tsx';
import { CheckMark } from '../../ui/check-mark.tsx';
import { Segments } from '../../ui/segments.tsx';
import { makeLead } from './rate.ts';
import styles from './indicator.module.css';

/** Adds an empty rating by somebody else and goes there. */
export function useAddRating(): (indicator: Indicator) => void {
  const file = useFile();
  const engagement = useEngagement().id;
  return (indicator) => {
    const id = file.newId();
    void file.edit(`Add a second rating of “${indicator.handle}”`, [
      insertRow('rating', id, { engagement, indicator: indicator.id, lead: false, second: true }),
    ]);
    requestAnimationFrame(() =>
      document.querySelector<HTMLElement>(`[data-place="rating:${id}:rater"] input`)?.focus(),
    );
  };
}

/** Shows and edits the ratings beside the lead's. */
export function SecondRatings({
  indicator,
  lead,
  others,
}: {
  indicator: Indicator;
  lead: Rating;
  others: readonly Rating[];
}) {
  return (
    <>
      <div className={styles.second}>
        <div className={styles.secondHead}>
          <span className={styles.rater}>
            <Field entity="rating" id={lead.id} name="rater" label="Rater of the rating that counts" bare hideLabel />
          </span>
          <span>The rating above, which counts</span>
        </div>
      </div>
      {others.map((row) => (
        <Other key={row.id} indicator={indicator} lead={lead} row={row} />
      ))}
    </>
  );
}

function Other({ indicator, lead, row }: { indicator: Indicator; lead: Rating; row: Rating }) {
  const kit = useKit();
  const file = useFile();
  const readOnly = useReadOnly();
  const ratings = useRows('rating');
  const difference = row.value === null || lead.value === null ? 0 : Math.abs(row.value - lead.value);
  return (
    <div className={styles.second} data-place={`rating:${row.id}`} role="group" aria-label="Second rating">
      <div className={styles.secondHead}>
        <span className={styles.rater}>
          <Field entity="rating" id={row.id} name="rater" bare hideLabel placeholder="Who rated" />
        </span>
        {difference >= 2 && (
          <span className={styles.difference}>
            <CheckMark kind="warning" />
            {difference} apart from the rating that counts
          </span>
        )}
        {!readOnly && (
          <>
            <Button
              small
              kind="quiet"
              onPress={() =>
                void file.edit(`Let another rating of “${indicator.handle}” count`, makeLead(ratings, row))
              }
            >
              Let it count
            </Button>
            <IconButton
              icon="close"
              label="Remove this rating"
              onPress={() => {
                void file.edit(`Remove a rating of “${indicator.handle}”`, [deleteRow('rating', row.id)]);
                requestAnimationFrame(() =>
                  document
                    .querySelector<HTMLElement>(`[data-place="rating:${lead.id}"] [role=radio][tabindex="0"]`)
                    ?.focus(),
                );
              }}
            />
          </>
        )}
      </div>
      <Segments
        kind="scale"
        label={`Second rating of: ${indicator.text}`}
        hideLabel
        options={kit.content.scales.indicator.map(({ value, label }) => ({ value, says: label }))}
        value={row.value}
        onChange={(value) =>
          void file.edit(`Rate “${indicator.handle}” ${value ?? 'not assessed'} as second`, [
            updateRow('rating', row.id, { value }),
          ])
        }
      />
      <Field entity="rating" id={row.id} name="rationale" bare hideLabel placeholder="Why this rating" />
    </div>
  );
}
