/** How suspect the strategy itself is on each axis, with the rationale and the evidence. */
import { useState } from 'react';
import type { AxisReading } from '../../../shared/analysis/routing.ts';
import { insertRow, updateRow } from '../../../shared/model/change.ts';
import type { AxisRating } from '../../../shared/model/index.ts';
import { useEngagement, useFile, useKit, useReadOnly, useRows } from '../../data/hooks.ts';
import { EvidenceDialog } from '../../parts/evidence-dialog.tsx';
import type { LinkTarget } from '../../parts/evidence-links.ts';
import { Field } from '../../parts/field.tsx';
import { countOf } from '../../parts/format.ts';
import { LinkButton } from '../../ui/button.tsx';
import { Segments } from '../../ui/segments.tsx';
import { useRater } from './use-rater.ts';
import styles from './routing.module.css';

/** Rates the axes. */
export function Axes({ axes }: { axes: readonly AxisReading[] }) {
  const kit = useKit();
  const file = useFile();
  const readOnly = useReadOnly();
  const rater = useRater();
  const engagement = useEngagement().id;
  const rows = useRows('axisRating');
  const [shown, setShown] = useState<LinkTarget | null>(null);
  const scale = kit.content.scales.axis;
  const second = rater.second === true;
  const isOwn = (row: AxisRating): boolean => (second ? row.second && row.rater === rater.name : row.lead);
  return (
    <>
      {kit.content.axes.map(({ id, name, ask }) => {
        // The rating that counts is the youngest with a value; else the row that waits for one.
        const own = rows.filter((row) => row.axis === id && isOwn(row));
        const row = own.findLast((one) => one.value !== null) ?? own.at(-1) ?? null;
        const reading = axes.find((one) => one.axis === id);
        const sources = reading?.support.sources.length ?? 0;
        const against = reading?.counter.sources.length ?? 0;
        const fresh = () => ({ axis: id, rater: rater.name, lead: !second, second });
        const rate = (value: number | null): void => {
          if (row === null && value === null) return;
          void file.edit(value === null ? `Take back the rating of ${name}` : `Rate ${name} ${value}`, [
            row === null
              ? insertRow('axisRating', file.newId(), { engagement, ...fresh(), value })
              : updateRow('axisRating', row.id, { value }),
          ]);
        };
        return (
          <div
            key={id}
            className={styles.axis}
            role="group"
            aria-label={name}
            data-place={row === null ? undefined : `axisRating:${row.id}`}
          >
            <div>
              <span title={ask}>{name}</span>
              <span className={styles.step}>
                {row?.value === null || row === null
                  ? 'not rated'
                  : (scale.find((step) => step.value === row.value)?.label.toLowerCase() ?? '')}
              </span>
            </div>
            <div className={styles.scale}>
              <Segments
                kind="scale"
                brief
                label={`${name}: ${ask}`}
                hideLabel
                options={scale.map(({ value, label }) => ({ value, says: label }))}
                value={row?.value ?? null}
                onChange={rate}
              />
            </div>
            <div className={styles.rationale}>
              <Field
                entity="axisRating"
                id={row?.id ?? null}
                name="rationale"
                fresh={fresh}
                label={`Rationale for ${name}`}
                hideLabel
                bare
                placeholder={ask}
              />
              {(!readOnly || sources + against > 0) && (
                <LinkButton
                  quiet
                  aria-haspopup="dialog"
                  onPress={() => setShown({ key: id, tag: '', says: name, fields: { axis: id } })}
                >
                  {sources + against === 0 ? 'Link evidence' : countOf(sources, 'source', 'sources')}
                  {against > 0 && `, ${against} against`}
                </LinkButton>
              )}
            </div>
          </div>
        );
      })}
      {shown !== null && <EvidenceDialog target={shown} onClose={() => setShown(null)} />}
    </>
  );
}
