/** Why a step is the one that limits the chain: the rule, the figures of every step, the arithmetic. */
import type { ConstraintReading } from '../../../shared/analysis/constraint.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Table } from '../../ui/table.tsx';
import { showLoad, showRate, stepName } from './words.ts';
import styles from './page.module.css';

/** Shows what made the figures of the chain. */
export function WhyDialog({ reading, onClose }: { reading: ConstraintReading; onClose: () => void }) {
  const { steps, candidate, tied, next, throughput, confirmed, supply } = reading;
  return (
    <Dialog
      title="Why these numbers"
      size="large"
      reading
      onClose={onClose}
      footer={
        <Button kind="primary" onPress={onClose}>
          Close
        </Button>
      }
    >
      <Table caption="Figures of the steps">
        <thead>
          <tr>
            <th scope="col">Step</th>
            <th scope="col">Utilisation = demand ÷ capacity</th>
            <th scope="col">Weeks = waiting ÷ capacity</th>
          </tr>
        </thead>
        <tbody>
          {steps.map(({ step, demand, capacity, waiting, utilisation, waitingWeeks, missing }) => (
            <tr key={step.id} aria-selected={candidate?.step.id === step.id}>
              <th scope="row">{stepName(step)}</th>
              <td>
                {utilisation === null
                  ? `Left out: ${missing.join(' and ')} not known`
                  : `${showRate(demand)} ÷ ${showRate(capacity)} = ${showLoad(utilisation)}`}
              </td>
              <td>
                {waitingWeeks === null
                  ? '–'
                  : `${showRate(waiting)} ÷ ${showRate(capacity)} = ${showRate(waitingWeeks)}`}
              </td>
            </tr>
          ))}
        </tbody>
      </Table>
      <p className={styles.text}>
        The step with the highest utilisation limits the chain. Of equals it is the one with the longer wait, then the
        earlier one. A step without demand, or without a capacity above 0, is left out and named.
      </p>
      {candidate !== null && (
        <p className={styles.text}>
          Here it is {stepName(candidate.step)}
          {tied.length > 0 && `, before ${tied.map(({ step }) => stepName(step)).join(', ')} with the same utilisation`}
          .{next !== null && ` ${stepName(next.step)} comes next.`} The chain delivers the smaller of its demand and its
          capacity: {showRate(throughput)} a week.
        </p>
      )}
      <p className={styles.text}>
        From 85 % another step is tight. Under one week of finished input the constraint starves, over eight weeks it is
        oversupplied
        {confirmed !== null && supply !== null && `; here ${showRate(confirmed.reading.waitingWeeks)} weeks wait`}.
      </p>
    </Dialog>
  );
}
