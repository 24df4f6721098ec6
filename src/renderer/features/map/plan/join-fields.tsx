/** The fields of a join: who hands what over to whom, and when. */
import type { Join } from '../../../../shared/model/index.ts';
import { Field } from '../../../parts/field.tsx';
import { useProblems } from '../use-problems.ts';
import styles from './dialogs.module.css';

/** Draws the fields. */
export function JoinFields({ join }: { join: Join }) {
  const { id } = join;
  const problems = useProblems('join', id);
  return (
    <>
      <Field entity="join" id={id} name="handsOver" {...problems('handsOver')} />
      <div className={styles.pair}>
        <Field entity="join" id={id} name="fromFunction" {...problems('fromFunction')} />
        <Field entity="join" id={id} name="toFunction" {...problems('toFunction')} />
      </div>
      <div className={styles.pair}>
        <Field entity="join" id={id} name="on" {...problems('on')} />
        <Field entity="join" id={id} name="short" />
      </div>
      <div className={styles.pair}>
        <Field entity="join" id={id} name="initiative" />
        <Field entity="join" id={id} name="withInitiative" />
      </div>
    </>
  );
}
