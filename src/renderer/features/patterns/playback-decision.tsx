/** One decision: who retold it, where it breaks, the success that levels name and the choices that functions made. */
import type { DecisionRecall, Recall } from '../../../shared/analysis/playback.ts';
import type { DecisionUptake } from '../../../shared/analysis/uptake.ts';
import { type Kit, nameIn } from '../../../shared/method/kit.ts';
import { useBackground, useEngagement, useKit, useReadOnly, useRows } from '../../data/hooks.ts';
import { Field } from '../../parts/field.tsx';
import { countOf, showDay, showNumber, showPercent } from '../../parts/format.ts';
import { decisionName, personName } from '../../parts/names.ts';
import { CheckMark } from '../../ui/check-mark.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import { IdTag } from '../../ui/marks.tsx';
import { Section } from '../../ui/pane.tsx';
import { Table } from '../../ui/table.tsx';
import { levelName } from './heat-lines.ts';
import { ToldRows } from './told-rows.tsx';
import styles from './playback.module.css';

/** Shows one decision; `part` is the function or level that one was led to. */
export function PlaybackDecision({
  recall,
  work,
  part,
}: {
  recall: DecisionRecall;
  /** Share of all open work that serves it, 0 to 100. */
  work: number | null;
  part: string | null;
}) {
  const kit = useKit();
  const engagement = useEngagement();
  const { decision, break: broken } = recall;
  const uptake = useBackground()?.uptake.find((one) => one.decision.id === decision.id) ?? null;
  const inScope = decision.standing === 'in-scope';
  return (
    <>
      <div className={styles.title}>
        <IdTag accent>{decision.label}</IdTag>
        <h2>{decision.statement || decisionName(decision)}</h2>
      </div>
      <div className={styles.figures}>
        <div>
          <span className={styles.label}>Recall</span>
          <span className={styles.figure}>{showPercent(recall.recall)}</span>
          <span className={styles.small}>
            {recall.n === 0
              ? 'nobody was asked'
              : `${countOf(recall.n, 'person', 'people')} asked: ${countsOf(recall)}`}
          </span>
        </div>
        <div>
          <span className={styles.label}>Open work on it</span>
          <span className={styles.figure}>{showPercent(work)}</span>
          <span className={styles.small}>{work === null ? 'no list of work yet' : 'of all open items'}</span>
        </div>
        {inScope && (
          <div className={styles.guess}>
            <Field
              entity="engagement"
              id={engagement.id}
              name="sponsorGuess"
              label="The sponsor's guess, of ten people"
            />
            {recall.sponsorGuess !== null && recall.recall !== null && (
              <span className={styles.small}>
                {showPercent(recall.sponsorGuess)} guessed, {showPercent(recall.recall)} found
              </span>
            )}
          </div>
        )}
      </div>
      {broken !== null && (
        <p className={styles.break}>
          <CheckMark kind="warning" />
          <span>
            The break lies at {levelName(kit, broken.level).toLowerCase()}: {showNumber(Math.round(broken.drop))} points
            below {levelName(kit, broken.above).toLowerCase()}.
          </span>
        </p>
      )}
      <Levels recall={recall} uptake={uptake} part={part} />
      <Functions recall={recall} uptake={uptake} part={part} />
      <Marks recall={recall} />
    </>
  );
}

type Parts = { recall: DecisionRecall; uptake: DecisionUptake | null; part: string | null };

function Levels({ recall, uptake, part }: Parts) {
  const kit = useKit();
  const readOnly = useReadOnly();
  const ids = idsOf(
    [...kit.ids.levels],
    recall.byLevel.flatMap((row) => row.group.members),
    uptake?.levels.map((one) => one.level) ?? [],
  ).filter((id) => id !== 'customer');
  return (
    <Section title="By level: the success that people name" ruled>
      <Table caption="Recall and named success by level" className={styles.told ?? ''}>
        <Head first="Level" last="Success, as it was named" />
        <tbody>
          {ids.map((level) => {
            const row = recall.byLevel.find((one) => one.group.members.includes(level));
            const state = uptake?.levels.find((one) => one.level === level)?.state ?? 'not-asked';
            const where = recall.break?.level.members.includes(level) === true;
            return (
              <tr key={level}>
                <th scope="row">
                  {nameIn(kit.content.levels, level)}
                  {where && <span className={styles.mark}> the break</span>}
                </th>
                <RecallCells row={row} />
                <td>
                  <ToldRows
                    entity="namedSuccess"
                    decision={recall.decision.id}
                    at={{ level }}
                    place={part === level ? `decision:${recall.decision.id}` : undefined}
                    label={`Success named at ${nameIn(kit.content.levels, level)}`}
                    adds="Add a success"
                    placeholder={state === 'none' ? 'Asked, and no success was named' : 'Not asked yet'}
                  />
                  {state === 'none' && !readOnly && <p className={styles.out}>Translation was left out here.</p>}
                </td>
              </tr>
            );
          })}
        </tbody>
      </Table>
    </Section>
  );
}

function Functions({ recall, uptake, part }: Parts) {
  const kit = useKit();
  const shared = useBackground()?.heardNotShared ?? [];
  const ids = idsOf(
    [...kit.ids.functions],
    recall.byFunction.flatMap((row) => row.group.members),
    uptake?.functions.map((one) => one.function) ?? [],
  ).filter((id) => id !== 'customer');
  if (ids.length === 0) return null;
  return (
    <Section title="By function: a choice that was made because of it" ruled>
      <Table caption="Recall, own work and choices by function" className={styles.told ?? ''}>
        <Head first="Function" work last="What was refused, cut or closed" />
        <tbody>
          {ids.map((id) => {
            const row = recall.byFunction.find((one) => one.group.members.includes(id));
            const own = shared.find((one) => one.group.members.includes(id));
            const share = own?.decisions.find((one) => one.decision.id === recall.decision.id)?.share ?? null;
            const informedOnly = uptake?.functions.find((one) => one.function === id)?.informedOnly === true;
            return (
              <tr key={id}>
                <th scope="row">{nameIn(kit.content.functions, id)}</th>
                <RecallCells row={row} />
                <td data-number="">
                  {share === null ? <span className={styles.faint}>no items</span> : showPercent(share)}
                </td>
                <td>
                  <ToldRows
                    entity="choiceMade"
                    decision={recall.decision.id}
                    at={{ function: id }}
                    place={part === id ? `decision:${recall.decision.id}` : undefined}
                    label={`Choice of ${nameIn(kit.content.functions, id)}`}
                    adds="Add a choice"
                    placeholder={informedOnly ? 'None yet: informed only' : 'Not asked yet'}
                  />
                </td>
              </tr>
            );
          })}
        </tbody>
      </Table>
    </Section>
  );
}

function Head({ first, work, last }: { first: string; work?: true; last: string }) {
  return (
    <thead>
      <tr>
        <th scope="col" className={styles.first}>
          {first}
        </th>
        <th scope="col" data-number="" className={styles.narrow}>
          Recall
        </th>
        <th scope="col" data-number="" className={styles.tiny}>
          n
        </th>
        {work && (
          <th scope="col" data-number="" className={styles.narrow}>
            Own work
          </th>
        )}
        <th scope="col">{last}</th>
      </tr>
    </thead>
  );
}

function RecallCells({ row }: { row: Recall | undefined }) {
  return (
    <>
      <td data-number="">
        {row === undefined || row.recall === null ? (
          <span className={styles.faint}>not asked</span>
        ) : (
          showPercent(row.recall)
        )}
      </td>
      <td data-number="">{row?.n ?? 0}</td>
    </>
  );
}

function Marks({ recall }: { recall: DecisionRecall }) {
  const kit = useKit();
  const people = useRows('stakeholder');
  const rows = useRows('playbackMark').filter((row) => recall.marks.includes(row.id));
  if (rows.length === 0) return null;
  const words: Readonly<Record<string, string>> = {
    named: 'Named',
    partly: 'Partly',
    missed: 'Missed',
    contradicted: 'Contradicted',
  };
  return (
    <div className={styles.marks}>
      <Disclosure summary={`Who retold what: ${countOf(rows.length, 'person', 'people')}`}>
        <Table caption="Who retold what">
          <thead>
            <tr>
              <th scope="col">Person</th>
              <th scope="col">Retold</th>
              <th scope="col">In their words</th>
              <th scope="col">On</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.id}>
                <th scope="row">{personName(people.find(({ id }) => id === row.person))}</th>
                <td>{words[row.mark ?? ''] ?? ''}</td>
                <td className={styles.quote}>{row.words === '' ? '' : `“${row.words}”`}</td>
                <td>{showDay(row.on)}</td>
              </tr>
            ))}
          </tbody>
        </Table>
        <p className={styles.small}>
          Mean of {kit.content.scales.playback.map(({ value, points }) => `${value} ${showNumber(points)}`).join(', ')},
          as a share of 100, never below 0. Marks are changed in the interview.
        </p>
      </Disclosure>
    </div>
  );
}

function countsOf({ counts }: Recall): string {
  return (['named', 'partly', 'missed', 'contradicted'] as const)
    .filter((mark) => counts[mark] > 0)
    .map((mark) => `${counts[mark]} ${mark}`)
    .join(', ');
}

function idsOf(order: readonly string[], ...lists: readonly (readonly (Kit['content']['id'] | null)[])[]): string[] {
  const present = new Set(lists.flat().filter((id) => id !== null));
  return [...order.filter((id) => present.has(id)), ...[...present].filter((id) => !order.includes(id))];
}
