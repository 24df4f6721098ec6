/** The two-sided card: what was decided above, what this quarter asks on the ground. */
import { assessCard } from '../../../../shared/analysis/decision-sheet.ts';
import type { Decision } from '../../../../shared/model/index.ts';
import { Field, type FieldName } from '../../../parts/field.tsx';
import { Section } from '../../../ui/pane.tsx';
import styles from './sheet.module.css';

const titles = { above: 'What was decided', ground: 'What this quarter asks' } as const;

/** Draws the part; an empty side is a gap and says so. */
export function CardView({ decision }: { decision: Decision }) {
  return (
    <div className={styles.sides}>
      {assessCard(decision).map(({ side, fields, gap }) => (
        <Section key={side} title={titles[side]} level={3} aside={gap ? 'Nothing stands on this side' : undefined}>
          <div className={styles.column}>
            {fields.map(({ field }) => (
              <Field key={field} entity="decision" id={decision.id} name={field as FieldName<'decision'>} />
            ))}
          </div>
        </Section>
      ))}
    </div>
  );
}
