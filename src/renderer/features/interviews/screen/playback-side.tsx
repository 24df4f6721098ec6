/** Left side: what the person tells in their own words, and after that the decisions with how each was retold. */
import { updateRow } from '../../../../shared/model/change.ts';
import { useFile } from '../../../data/hooks.ts';
import { Field, placeOf } from '../../../parts/field.tsx';
import { decisionName } from '../../../parts/names.ts';
import type { Answer, Stakeholder } from '../../../../shared/model/index.ts';
import { Button, LinkButton } from '../../../ui/button.tsx';
import { KeyCaps } from '../../../ui/keys-cap.tsx';
import { IdTag } from '../../../ui/marks.tsx';
import { Segments } from '../../../ui/segments.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { clockOf } from '../times.ts';
import type { Playback } from './use-playback.ts';
import type { Screen } from './use-screen.ts';
import styles from './playback.module.css';

/** Shows the side. */
export function PlaybackSide({
  screen,
  person,
  hidden,
  playback,
  on,
  means,
  onSide,
  onShow,
}: {
  screen: Screen;
  person: Stakeholder;
  /** The notes are hidden, and with them what was retold and how it was marked. */
  hidden: boolean;
  playback: Playback;
  on: boolean;
  means: boolean;
  onSide: () => void;
  onShow: (shown: boolean) => void;
}) {
  const file = useFile();
  const { retold, rows, scale } = playback;
  const shown = playback.shown && !hidden;
  const ask = screen.asks.find(({ kind }) => kind === 'playback');
  const several = screen.view.parts.length > 1;
  // In a session everybody retells it in words of their own.
  const kept = several ? retellingOf(screen.view.answers, ask?.question ?? null, person.id) : (ask?.answer ?? null);
  const marked = retold.filter(({ mark }) => mark !== undefined).length;
  const type = (text: string): void => {
    if (ask === undefined) return;
    if (kept !== null) {
      file.type('answer', kept.id, { text, ...(several ? { person: person.id } : {}) }, 'Edit the retelling');
      return;
    }
    const { id, changes } = screen.rowFor({ ...ask, answer: null });
    void file.edit('Note the retelling', [
      ...changes,
      updateRow('answer', id, { text, ...(several ? { person: person.id } : {}) }),
    ]);
  };
  const options = [
    ...scale.map(({ means: says }, at) => ({ value: at + 1, says })),
    { value: 0, says: 'not asked', apart: true as const },
  ];
  return (
    <section className={styles.playback} aria-label="Playback" onFocus={onSide}>
      <div className={styles.headline}>
        <h2 className={styles.title}>In your own words</h2>
        <span className={styles.quiet}>
          {[shown && retold.length > 0 ? `${marked} of ${retold.length}` : '', clockOf(kept?.askedAt ?? null)]
            .filter(Boolean)
            .join(', ')}
        </span>
      </div>
      <p className={styles.quiet}>{ask?.text}</p>
      <div className={styles.retelling}>
        <TextField
          label="Retelling"
          hideLabel
          bare
          multiline
          serif
          placeholder="What they say"
          value={kept?.text ?? ''}
          onChange={type}
          onBlur={() => void file.flush()}
          place={placeOf('answer', kept?.id ?? '', 'text')}
        />
      </div>
      {hidden ? (
        <div className={styles.covered}>
          <p>
            Retelling and marks are hidden; what is typed is kept. <KeyCaps of="F4" silent /> shows them.
          </p>
        </div>
      ) : !shown ? (
        <div className={styles.covered}>
          <p>The decisions stay covered until the retelling has ended.</p>
          <Button keys="Ctrl Enter" onPress={() => onShow(true)}>
            The retelling has ended
          </Button>
        </div>
      ) : (
        <>
          <div className={styles.shownSince}>
            <span>
              {retold.length === 0
                ? 'There is no decision yet; Sources and Map hold them.'
                : 'Shown since the retelling ended'}
            </span>
            <LinkButton quiet onPress={() => onShow(false)}>
              <KeyCaps of="Ctrl H" silent /> cover
            </LinkButton>
          </div>
          {retold.map(({ decision, mark }, at) => (
            <div
              key={decision.id}
              className={styles.decision}
              data-row={`playback ${at}`}
              data-on={on && at === rows.at ? '' : undefined}
              onFocus={() => rows.moveTo(at)}
            >
              <IdTag>{decision.label}</IdTag>
              <span className={styles.decisionName}>{decisionName(decision)}</span>
              <Segments
                kind="digits"
                label={`How ${decision.label} was retold`}
                hideLabel
                options={options}
                value={
                  mark === undefined
                    ? null
                    : mark.mark === null
                      ? 0
                      : scale.findIndex(({ value }) => value === mark.mark) + 1
                }
                onChange={(digit) => digit !== null && rows.answer(at, digit)}
                place={mark === undefined ? undefined : placeOf('playbackMark', mark.id, 'mark')}
              />
              {mark !== undefined && (mark.words !== '' || (on && at === rows.at)) && (
                <div className={styles.words}>
                  <Field
                    entity="playbackMark"
                    id={mark.id}
                    name="words"
                    label={`${decision.label} in their words`}
                    hideLabel
                    bare
                    serif
                    placeholder="In their words"
                  />
                </div>
              )}
            </div>
          ))}
          <div className={styles.means}>
            {means ? (
              <dl>
                {scale.map(({ value, means: says }, at) => (
                  <div key={value}>
                    <dt>{at + 1}</dt>
                    <dd>{says}</dd>
                  </div>
                ))}
              </dl>
            ) : (
              <p className={styles.quiet}>
                <KeyCaps of="F2" silent /> hold to see what the figures stand for
              </p>
            )}
          </div>
        </>
      )}
    </section>
  );
}

/** The retelling of one person; one that was noted before anybody was told apart is taken over. */
function retellingOf(answers: readonly Answer[], question: string | null, person: string): Answer | null {
  const own = answers.filter((row) => question !== null && row.question === question);
  return own.find((row) => row.person === person) ?? own.find((row) => row.person === null) ?? null;
}
