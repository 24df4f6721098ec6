/** What an interview gave to the figures at once: how each decision was retold, person by person and so far in all, and the pulse. */
import { useState } from 'react';
import { type Mark, type Recall, type RecallRow, scoreRetelling } from '../../../shared/analysis/playback.ts';
import { nameIn } from '../../../shared/method/kit.ts';
import { entities, type PlaybackMark, type Stakeholder } from '../../../shared/model/index.ts';
import { useFigures, useKit, useReadOnly, useRows } from '../../data/hooks.ts';
import { countOf, showPercent } from '../../parts/format.ts';
import { decisionName, inOrder, nameAmong } from '../../parts/names.ts';
import { LinkButton } from '../../ui/button.tsx';
import { useCommands } from '../../ui/commands.tsx';
import { KeyCaps } from '../../ui/keys-cap.tsx';
import { IdTag } from '../../ui/marks.tsx';
import { Section } from '../../ui/pane.tsx';
import { PulsePage } from './pulse-page.tsx';
import { PulseSheets } from './screen/pulse-sheets.tsx';
import { type InterviewView, isCustomer } from './use-interview.ts';
import { useOpenSheets } from './use-open-sheets.ts';
import styles from './details.module.css';

/** Shows the readings, with the page of statements to print and its answers to type in. */
export function Readings({ view }: { view: InterviewView }) {
  const readOnly = useReadOnly();
  const [open, setOpen] = useState<'page' | 'sheets' | null>(null);
  const sheets = useOpenSheets(view);
  useCommands(
    view.customer
      ? []
      : [
          {
            id: 'interviews.printStatements',
            says: 'Print the statements',
            group: 'Interviews',
            keys: ['Alt P'],
            run: () => setOpen('page'),
          },
          {
            id: 'interviews.sheets',
            says: 'Type in statements answered on paper',
            group: 'Interviews',
            keys: ['Alt U'],
            off: readOnly ? 'The file is open for reading only.' : '',
            run: () => setOpen('sheets'),
          },
        ],
  );
  if (view.customer) return null;
  const asked = view.parts.flatMap(({ person }) => (person === undefined || isCustomer(person) ? [] : [person]));
  return (
    <Section title="Playback and pulse">
      {asked.map((person) => (
        <PersonReadings key={person.id} interview={view.interview.id} person={person} />
      ))}
      <p className={styles.readingWays}>
        <LinkButton onPress={() => setOpen('page')}>
          Print the statements <KeyCaps of="Alt P" silent />
        </LinkButton>
        {!readOnly && (
          <LinkButton onPress={() => setOpen('sheets')}>
            Type in answers from paper <KeyCaps of="Alt U" silent />
          </LinkButton>
        )}
      </p>
      {open === 'page' && <PulsePage onClose={() => setOpen(null)} />}
      {open === 'sheets' && <PulseSheets views={sheets} onClose={() => setOpen(null)} />}
    </Section>
  );
}

function PersonReadings({ interview, person }: { interview: string; person: Stakeholder }) {
  const kit = useKit();
  const figures = useFigures();
  const people = useRows('stakeholder');
  const decisions = inOrder(useRows('decision'));
  const marks = useRows('playbackMark').filter(isOf(interview, person.id));
  const answered = useRows('pulseAnswer').filter(isOf(interview, person.id)).length;
  const retold = decisions.flatMap((decision) => {
    const mark = marks.find((row) => row.decision === decision.id)?.mark ?? null;
    return mark === null ? [] : [{ decision, mark }];
  });
  const recallOf = (id: string) => figures?.playback.decisions.find(({ decision }) => decision.id === id);
  const functionSays = nameIn(kit.content.functions, person.function);
  const levelSays = nameIn(kit.content.levels, person.level);
  return (
    <div className={styles.reading}>
      <p>
        <b>{nameAmong(people, person.id)}</b>
        <span className={styles.quiet}>
          {' '}
          {answered} of {countOf(kit.content.pulse.length, 'statement', 'statements')} answered
          {retold.length === 0
            ? ', no decision retold'
            : `, recall ${showPercent(scoreRetelling(marks, kit))} of ${countOf(retold.length, 'decision', 'decisions')}`}
        </span>
      </p>
      {retold.map(({ decision, mark }) => {
        const recall = recallOf(decision.id);
        return (
          <div key={decision.id} className={styles.recall}>
            <IdTag>{decision.label}</IdTag>
            <p>
              {decisionName(decision)}: <b>{markSays(mark)}</b>
              {recall !== undefined && (
                <span className={styles.quiet}>
                  {[
                    recallSays('Recall so far', recall),
                    recallSays(functionSays, groupOf(recall.byFunction, person.function)),
                    recallSays(levelSays, groupOf(recall.byLevel, person.level)),
                  ]
                    .filter(Boolean)
                    .join('; ')}
                </span>
              )}
            </p>
          </div>
        );
      })}
    </div>
  );
}

function isOf(interview: string, person: string) {
  return (row: { readonly interview: string | null; readonly person: string }): boolean =>
    row.interview === interview && row.person === person;
}

function groupOf(rows: readonly RecallRow[], id: string | null): Recall | undefined {
  return rows.find(({ group }) => group.members.includes(id));
}

/** A recall with the people that it rests on; empty where nobody was asked. */
function recallSays(of: string, recall: Recall | undefined): string {
  if (of === '' || recall === undefined || recall.recall === null) return '';
  return `${of} ${showPercent(recall.recall)} of ${countOf(recall.n, 'person', 'people')}`;
}

const markWords: Readonly<Record<string, string>> = entities.playbackMark.fields.mark.options ?? {};

function markSays(mark: NonNullable<PlaybackMark['mark']> & Mark): string {
  return (markWords[mark] ?? mark).toLowerCase();
}
