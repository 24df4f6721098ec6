/** One indicator: how present its problem is from 0 to 4, and why. */
import { useId } from 'react';
import type { IndicatorReading } from '../../../shared/analysis/severity.ts';
import { Field } from '../../parts/field.tsx';
import { useFieldChecks } from '../../parts/checks.tsx';
import { useFile, useKit, useReadOnly, useRows } from '../../data/hooks.ts';
import { IdTag } from '../../ui/marks.tsx';
import { Menu } from '../../ui/menu.tsx';
import { ProblemLine } from '../../ui/field.tsx';
import { Segments } from '../../ui/segments.tsx';
import { freshRating, othersOf, ownRating, rate } from './rate.ts';
import { SecondRatings, useAddRating } from './second-ratings.tsx';
import { useRater } from './use-rater.ts';
import styles from './indicator.module.css';

/** Rates an indicator; `number` is its place in the pattern, from 1. */
export function IndicatorRow({
  indicator,
  number,
  current,
  onFocus,
  onLink,
}: {
  indicator: IndicatorReading['indicator'];
  number: number;
  current: boolean;
  onFocus: () => void;
  onLink: () => void;
}) {
  const kit = useKit();
  const file = useFile();
  const readOnly = useReadOnly();
  const rater = useRater();
  const rows = useRows('rating');
  const addRating = useAddRating();
  const heading = useId();
  const lead = ownRating(rows, indicator.id, rater);
  // A second reader sees nothing of what the others rated.
  const others = rater.second === true ? [] : othersOf(rows, indicator.id);
  const problems = useFieldChecks('rating', lead?.id ?? '', undefined);
  const choose = (value: number | null): void => {
    const changes = rate(rows, indicator.id, value, rater);
    if (changes.length > 0) void file.edit(rateLabel(indicator.handle, value), changes);
  };
  return (
    <section className={styles.indicator} aria-labelledby={heading} data-indicator={number} onFocus={onFocus}>
      <div className={styles.head}>
        <span className={styles.tag}>
          <IdTag accent={current}>{number}</IdTag>
        </span>
        <h3 id={heading} className={styles.text}>
          {indicator.text}
        </h3>
        {!readOnly && (
          <Menu
            look="icon"
            label={`More for indicator ${number}`}
            placement="below-end"
            entries={[
              { id: 'link', says: 'Link evidence', icon: 'link', keys: 'E', onPress: onLink },
              {
                id: 'none',
                says: 'Not assessed',
                keys: 'Backspace',
                off: (lead?.value ?? null) === null ? 'It is not assessed.' : '',
                onPress: () => choose(null),
              },
              { id: 'line', line: true },
              {
                id: 'second',
                says: 'Add a second rating',
                icon: 'person',
                off:
                  rater.second === true ? 'This is the second rating.' : lead === null ? 'The lead rates first.' : '',
                onPress: () => addRating(indicator),
              },
            ]}
          />
        )}
      </div>
      <Segments
        kind="scale"
        label={indicator.text}
        hideLabel
        {...(lead === null ? {} : { place: `rating:${lead.id}` })}
        options={kit.content.scales.indicator.map(({ value, label }) => ({ value, says: label }))}
        value={lead?.value ?? null}
        onChange={choose}
        ends={[indicator.zero, indicator.four]}
      />
      {(!readOnly || (lead?.rationale ?? '') !== '') && (
        <div className={styles.rationale} data-rationale>
          <Field
            key={indicator.id}
            entity="rating"
            id={lead?.id ?? null}
            name="rationale"
            fresh={() => freshRating(indicator.id, rater)}
            label={`Rationale for indicator ${number}`}
            hideLabel
            bare
            placeholder="Why this rating"
          />
        </div>
      )}
      {problems.map(({ code, severity, sentence }) => (
        <ProblemLine key={code} kind={severity} says={sentence} code={code} />
      ))}
      {others.length > 0 && lead !== null && <SecondRatings indicator={indicator} lead={lead} others={others} />}
    </section>
  );
}

/** What a rating is called among the steps to undo. */
export function rateLabel(handle: string, value: number | null): string {
  return value === null ? `Make “${handle}” not assessed` : `Rate “${handle}” ${value}`;
}
