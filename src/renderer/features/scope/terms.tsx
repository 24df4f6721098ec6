/** What was agreed with the sponsor: tier, days, fee, and how what is said may be quoted. */
import { proposeEnds } from '../../../shared/analysis/terms.ts';
import { tierOf } from '../../../shared/method/kit.ts';
import { updateRow } from '../../../shared/model/change.ts';
import { useEngagement, useFile, useKit, useReadOnly, useRows, useWindow } from '../../data/hooks.ts';
import { Field } from '../../parts/field.tsx';
import { showDay, showNumber } from '../../parts/format.ts';
import { LinkButton } from '../../ui/button.tsx';
import { ProblemLine, Shown } from '../../ui/field.tsx';
import { DefinitionList } from '../../ui/pane.tsx';
import { CurrencyField } from './currency-field.tsx';
import { useProblem } from './field-problem.ts';
import { PersonField } from './person-field.tsx';
import styles from './terms.module.css';

/** Shows the terms. */
export function Terms() {
  const engagement = useEngagement();
  const kit = useKit();
  const { id } = engagement;
  const tier = tierOf(kit, engagement.tier);
  const start = useProblem('engagement', id, 'startOn');
  const end = useProblem('engagement', id, 'endOn');
  const fee = useProblem('engagement', id, 'fee');
  return (
    <section aria-label="Terms">
      <DefinitionList ruled>
        <PersonField name="sponsor" label="Sponsor" />
        <Field entity="engagement" id={id} name="tier" none={`${tier.id} ${tier.name}, not chosen`} />
        <Field entity="engagement" id={id} name="startOn" {...start} />
        <Field entity="engagement" id={id} name="endOn" {...end} />
        <Ends open={engagement.endOn === null || start.problem !== undefined} />
        <Shown label="Fee">
          <div className={styles.fee}>
            <CurrencyField />
            <Field entity="engagement" id={id} name="fee" hideLabel />
            <span className={styles.fixed}>fixed</span>
          </div>
          {fee.problem !== undefined && typeof fee.problem !== 'string' && <ProblemLine {...fee.problem} />}
          {engagement.fee === null && tier.fee !== undefined && (
            <p className={styles.hint}>
              {tier.fee.currency} {showNumber(tier.fee.from)} to {showNumber(tier.fee.to)} in this tier
            </p>
          )}
        </Shown>
        <WideningEffects />
        <Field entity="engagement" id={id} name="madeRealBy" />
        <Field entity="engagement" id={id} name="quotes" />
      </DefinitionList>
    </section>
  );
}

/** Ends that the tier's weeks give, to be taken with one press. */
function Ends({ open }: { open: boolean }) {
  const file = useFile();
  const engagement = useEngagement();
  const kit = useKit();
  const readOnly = useReadOnly();
  const { startOn, endOn } = engagement;
  if (!open || readOnly || startOn === null) return null;
  const ends = proposeEnds(startOn, tierOf(kit, engagement.tier)).filter(({ on }) => on !== endOn);
  if (ends.length === 0) return null;
  return (
    <div className={styles.below}>
      {ends.map(({ weeks, on }) => (
        <span key={on}>
          <LinkButton
            onPress={() =>
              void file.edit(`End after ${weeks} weeks`, [updateRow('engagement', engagement.id, { endOn: on })])
            }
          >
            {showDay(on, 'weekday')}
          </LinkButton>{' '}
          after {weeks} weeks
        </span>
      ))}
    </div>
  );
}

/** What widenings of the scope did to fee and end. */
function WideningEffects() {
  const window = useWindow();
  const widenings = useRows('scopeWidening').filter((row) => row.feeEffect !== '' || row.endEffect !== '');
  return widenings.map((row) => (
    <div key={row.id} className={styles.below}>
      <span>
        <LinkButton onPress={() => window.go('scope', null, { entity: 'scopeWidening', id: row.id })}>
          {row.on === null ? 'Widening' : `Widened ${showDay(row.on, 'shortDay')}`}
        </LinkButton>
        {row.feeEffect !== '' && `, fee: ${row.feeEffect}`}
        {row.endEffect !== '' && `, end: ${row.endEffect}`}
      </span>
    </div>
  ));
}
