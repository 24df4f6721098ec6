/** What is behind a cell of a heat map: the answers with the arithmetic, the retellings, or the open work. */
import { mean } from '../../../shared/lib/numbers.ts';
import { useKit, useRows, useWindow } from '../../data/hooks.ts';
import { showDay, showNumber, showPercent } from '../../parts/format.ts';
import { decisionName, personName } from '../../parts/names.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { IdTag } from '../../ui/marks.tsx';
import { Table } from '../../ui/table.tsx';
import { elementName, type HeatLine } from './heat-lines.ts';
import type { HeatChoice } from './heat-table.tsx';
import styles from './why-dialog.module.css';

/** Opens a cell; outside view shows figures only, since names would say what the merging hides. */
export function HeatAnswers({
  choice,
  outside,
  onClose,
}: {
  choice: HeatChoice;
  outside: boolean;
  onClose: () => void;
}) {
  const kit = useKit();
  const window = useWindow();
  const { line, column } = choice;
  const about = column === 'recall' ? 'Recall' : column === 'work' ? 'Own work' : elementName(kit, column);
  return (
    <Dialog
      title={`${line.name}: ${about.toLowerCase()}`}
      size="large"
      reading
      onClose={onClose}
      footer={
        <>
          <Button
            onPress={() => {
              onClose();
              window.go(column === 'work' ? 'sources' : 'interviews');
            }}
          >
            {column === 'work' ? 'Go to the list of work' : 'Go to the interviews'}
          </Button>
          <Button kind="primary" onPress={onClose}>
            Close
          </Button>
        </>
      }
    >
      {column === 'recall' || column === 'work' ? (
        <Shared line={line} outside={outside} />
      ) : (
        <Answers line={line} element={column} outside={outside} />
      )}
    </Dialog>
  );
}

function Answers({ line, element, outside }: { line: HeatLine; element: string; outside: boolean }) {
  const kit = useKit();
  const people = useRows('stakeholder');
  const rows = useRows('pulseAnswer');
  const cell = line.cells.find((one) => one.element === element);
  const ids = new Set(cell?.answers);
  const answers = rows.filter((row) => ids.has(row.id) && row.value !== null);
  const words = new Map(kit.content.scales.agreement.map((step) => [step.value, step.label]));
  const texts = new Map(kit.content.pulse.map((statement) => [statement.id, statement.text]));
  if (cell === undefined || answers.length === 0)
    return <p>Nobody here answered a statement on it. That is no data, not 0.</p>;
  const values = answers.flatMap((row) => row.value ?? []);
  const average = mean(values) ?? 0;
  return (
    <>
      {!outside && (
        <Table caption="Answers behind the number">
          <thead>
            <tr>
              <th scope="col">Statement</th>
              <th scope="col">Person</th>
              <th scope="col">Answer</th>
              <th scope="col">On</th>
            </tr>
          </thead>
          <tbody>
            {answers
              .toSorted((a, b) => (a.statement < b.statement ? -1 : a.statement > b.statement ? 1 : 0))
              .map((row) => (
                <tr key={row.id}>
                  <td>{texts.get(row.statement) ?? row.statement}</td>
                  <td>{personName(people.find(({ id }) => id === row.person))}</td>
                  <td>
                    {row.value} {words.get(row.value ?? 0)}
                  </td>
                  <td>{showDay(row.on)}</td>
                </tr>
              ))}
          </tbody>
        </Table>
      )}
      <p className={styles.line}>
        {answers.length} {answers.length === 1 ? 'answer' : 'answers'} of {cell.n} {cell.n === 1 ? 'person' : 'people'},
        their latest ones. “Cannot say” is left out, and customers are not asked.
      </p>
      <p className={styles.sum}>
        Mean {showNumber(average)} of 1 to 5: ({showNumber(average)} − 1) ÷ 4 × 100 ={' '}
        {showNumber(Math.round(cell.value ?? 0))}
      </p>
    </>
  );
}

function Shared({ line, outside }: { line: HeatLine; outside: boolean }) {
  const { shared } = line;
  const people = useRows('stakeholder');
  if (shared === null) return <p>Nobody here was asked to retell a decision yet.</p>;
  const names = shared.people.map((id) => personName(people.find((row) => row.id === id)));
  return (
    <>
      <Table caption="Recall and own work by decision">
        <thead>
          <tr>
            <th scope="col">Decision</th>
            <th scope="col" data-number="">
              Recall
            </th>
            <th scope="col" data-number="">
              Share of its open work
            </th>
          </tr>
        </thead>
        <tbody>
          {shared.decisions.map(({ decision, recall, share }) => (
            <tr key={decision.id}>
              <th scope="row">
                <IdTag>{decision.label}</IdTag> {decisionName(decision)}
              </th>
              <td data-number="">{recall === null ? 'not asked' : showPercent(recall)}</td>
              <td data-number="">{share === null ? 'no items' : showPercent(share)}</td>
            </tr>
          ))}
        </tbody>
      </Table>
      <p className={styles.line}>
        Recall, mean over the decisions asked: {showPercent(shared.recall)}, n {shared.people.length}
        {outside || names.length === 0 ? '.' : `: ${names.join(', ')}.`}
      </p>
      <p className={styles.line}>
        Own work traced to any decision: {showPercent(shared.traced.share)} of {shared.openItems} open items.
      </p>
      <p className={styles.line}>
        {shared.flagged === null
          ? 'Whether it is heard and not shared takes two people asked and five open items.'
          : shared.flagged
            ? 'Heard, not shared: recall is 60 or more while less than 40 % of its own work is traced.'
            : 'It is flagged as heard, not shared, only from a recall of 60 with less than 40 % of its own work traced.'}
      </p>
    </>
  );
}
