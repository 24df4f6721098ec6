/** The questions of an interview: those of its guide, or chosen and ordered by hand. */
import { useMemo, useRef, useState } from 'react';
import { plannedQuestions } from '../../../shared/analysis/interview-plan.ts';
import { questionText } from '../../../shared/method/kit.ts';
import { insertRow, updateRow } from '../../../shared/model/change.ts';
import { useEngagement, useFile, useKit, useReadOnly } from '../../data/hooks.ts';
import { placeOf } from '../../parts/field.tsx';
import { countOf } from '../../parts/format.ts';
import { kitName } from '../../parts/kit-words.ts';
import { LinkButton } from '../../ui/button.tsx';
import { useCommands } from '../../ui/commands.tsx';
import { ComboBox } from '../../ui/combo-box.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import { RovingList } from '../../ui/list.tsx';
import { KeepGuideDialog } from './keep-guide-dialog.tsx';
import type { InterviewView } from './use-interview.ts';
import styles from './details.module.css';

type Line = { readonly key: string; readonly text: string; readonly heading?: true; readonly must?: boolean };

/** Lists the questions; Delete leaves one out, Alt with the arrows moves it, more are found by typing. */
export function PlanQuestions({ view }: { view: InterviewView }) {
  const file = useFile();
  const kit = useKit();
  const engagement = useEngagement().id;
  const readOnly = useReadOnly();
  const [chosen, setChosen] = useState<string | null>(null);
  const [keeping, setKeeping] = useState(false);
  const list = useRef<HTMLDivElement>(null);
  const { interview, plan, answers } = view;
  const ids = useMemo(() => plannedQuestions(interview, kit), [interview, kit]);
  const lines = useMemo(
    () =>
      plan.blocks.flatMap(({ name, minutes, asks }): Line[] => {
        const own = asks.filter(({ kind }) => kind === 'question');
        if (own.length === 0) return [];
        const says = minutes === null ? name : `${name}, ${countOf(minutes, 'minute', 'minutes')}`;
        return [{ key: `block ${name}`, text: says, heading: true }, ...own.map((ask) => ({ ...ask }))];
      }),
    [plan],
  );
  const questions = lines.filter(({ heading }) => heading !== true);
  const others = useMemo(
    () =>
      [...kit.ids.questions]
        .filter((id) => !ids.includes(id) && id !== 'opening' && id !== 'closing')
        .map((id) => ({ id, says: questionText(kit, id) ?? id, more: kit.indicators.get(id)?.handle ?? '' })),
    [kit, ids],
  );
  const keep = (label: string, next: readonly string[]): void =>
    void file.edit(label, [updateRow('interview', interview.id, { questions: next })]);
  const leaveOut = (key: string): void => {
    const at = questions.findIndex((one) => one.key === key);
    const answer = answers.find(({ id }) => id === key);
    if (answer !== undefined && answer.text.trim() !== '') return;
    setChosen((questions[at + 1] ?? questions[at - 1])?.key ?? null);
    if (answer !== undefined) void file.edit('Leave a question out', [{ op: 'delete', entity: 'answer', id: key }]);
    else if (ids.length > 1)
      keep(
        'Leave a question out',
        ids.filter((id) => id !== key),
      );
  };
  const move = (key: string, step: 1 | -1): void => {
    const shown = questions.map((one) => one.key).filter((id) => ids.includes(id));
    const [at, to] = [ids.indexOf(key), ids.indexOf(shown[shown.indexOf(key) + step] ?? '')];
    if (at < 0 || to < 0) return;
    const next = ids.filter((id) => id !== key);
    keep('Move a question', next.toSpliced(to, 0, key));
  };
  const changed = interview.questions.length > 0;
  const locked = readOnly ? 'The file is open for reading only.' : '';
  useCommands([
    {
      id: 'interviews.keepGuide',
      says: 'Keep the questions as a guide',
      group: 'Interviews',
      keys: ['K'],
      off: locked || (questions.length === 0 ? 'There are no questions yet.' : ''),
      run: () => setKeeping(true),
    },
  ]);
  return (
    <div className={styles.questions}>
      <Disclosure
        summary={`Questions, ${questions.length}`}
        aside={
          <span className={styles.quiet}>
            {changed ? 'chosen by hand' : kitName(kit, 'guides', interview.guide) || 'no guide'}
          </span>
        }
      >
        <div data-place={placeOf('interview', interview.id, 'questions')}>
          <RovingList
            listRef={list}
            label="Questions of the interview"
            items={lines}
            keyOf={({ key }) => key}
            isHeading={({ heading }) => heading === true}
            selectedId={chosen}
            onSelect={setChosen}
            onKey={(event, key) => {
              if (readOnly || key === null) return false;
              if (event.key === 'Delete') leaveOut(key);
              else if (event.altKey && event.key === 'ArrowUp') move(key, -1);
              else if (event.altKey && event.key === 'ArrowDown') move(key, 1);
              else return false;
              return true;
            }}
            render={(line) =>
              line.heading === true ? (
                <p className={styles.block}>{line.text}</p>
              ) : (
                <p className={styles.question}>
                  <span>{line.text}</span>
                  {line.must === true && <span className={styles.quiet}>must</span>}
                </p>
              )
            }
          />
          {!readOnly && (
            <div className={styles.addQuestion}>
              <ComboBox
                label="Add a question"
                hideLabel
                items={others}
                value={null}
                placeholder="Add a question: type words of it, or a new one"
                onChoose={(id) => id !== null && keep('Add a question', [...ids, id])}
                onCreate={(text) =>
                  void file.edit('Add a question', [
                    insertRow('answer', file.newId(), {
                      engagement,
                      interview: interview.id,
                      unplanned: text.slice(0, 500),
                      position: lastQuestion(view) + 0.5,
                    }),
                  ])
                }
                createSays={(text) => `Ask “${text}”`}
              />
              <p className={styles.quiet}>
                Del leaves the chosen one out, Alt with the arrows moves it.{' '}
                {changed && (
                  <>
                    <LinkButton onPress={() => keep('Ask as the guide says', [])}>Ask as the guide says</LinkButton>
                    {', or '}
                  </>
                )}
                {questions.length > 0 && (
                  <LinkButton onPress={() => setKeeping(true)}>keep these as a guide</LinkButton>
                )}
              </p>
            </div>
          )}
        </div>
      </Disclosure>
      {keeping && <KeepGuideDialog view={view} onClose={() => setKeeping(false)} />}
    </div>
  );
}

/** Where the last question of the plan stands. */
function lastQuestion({ plan }: InterviewView): number {
  const places = plan.blocks.flatMap(({ asks }) => asks).filter(({ kind }) => kind === 'question');
  return places.reduce((last, { position }) => Math.max(last, Math.floor(position)), 1);
}
