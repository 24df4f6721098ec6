/** Waits for the method's figures, and says what is wrong when they cannot be had. */
import type { ReactNode } from 'react';
import { describeFailure } from '../../shared/api/errors.ts';
import type { Figures } from '../../shared/api/analysis.ts';
import { useFileState } from '../data/hooks.ts';
import { Empty, Trouble } from '../ui/states.tsx';
import styles from './figures-gate.module.css';

/** Draws what rests on the figures; old figures stay on the screen while newer ones are computed. */
export function FiguresGate({ children }: { children: (figures: Figures) => ReactNode }) {
  const figures = useFileState((state) => state.readings.figures);
  const error = useFileState((state) => state.readings.error);
  if (figures !== null) return children(figures);
  return (
    <div className={styles.place}>
      {error === null ? (
        <Empty title="Computing the figures" text="They are computed from the rows of this engagement." />
      ) : (
        <Trouble
          title="The figures cannot be computed"
          text={`${describeFailure(error)} What was typed is kept; the figures are computed again after the next change.`}
        />
      )}
    </div>
  );
}
