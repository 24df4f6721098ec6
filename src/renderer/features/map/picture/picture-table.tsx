/** The picture as a table, for whoever hears it rather than sees it. */
import { writeFigure } from '../../../../shared/analysis/map/figures.ts';
import { useRows } from '../../../data/hooks.ts';
import { showNumber } from '../../../parts/format.ts';
import { decisionName, ownerName } from '../../../parts/names.ts';
import { relationWords } from '../words.ts';
import type { PictureModel } from './model.ts';
import styles from './picture.module.css';

/** One row for each priority. */
export function PictureTable({ model }: { model: PictureModel }) {
  const people = useRows('stakeholder');
  const decisionOf = (id: string): string => {
    const piece = model.byId.get(id);
    return piece?.kind === 'decision' ? `${piece.row.label} ${decisionName(piece.row)}` : '';
  };
  return (
    <table className={styles.spoken}>
      <caption>The map</caption>
      <thead>
        <tr>
          {['Decision', 'Priority', 'Owner', 'Constraint', 'Success criteria'].map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {model.priorities.map(({ id, row, decision, criteria }) => (
          <tr key={id}>
            <td>{decisionOf(decision)}</td>
            <th scope="row">
              {row.label} {row.title}
            </th>
            <td>{ownerName(row, people)}</td>
            <td>{row.relation === null ? 'not placed' : relationWords[row.relation]}</td>
            <td>
              {criteria
                .map((one) => model.byId.get(one))
                .map((piece) => {
                  if (piece?.kind !== 'criterion') return '';
                  const { form, metric, baseline, baselineOf, target, targetOf } = piece.row;
                  const from = writeFigure(form, baseline, baselineOf, showNumber) ?? 'not known';
                  const to = writeFigure(form, target, targetOf, showNumber) ?? 'no target';
                  return `${metric}, ${from} to ${to}`;
                })
                .join('; ')}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
