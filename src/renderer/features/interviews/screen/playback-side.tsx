/** Left side: what the person tells in their own words, and after that the decisions with how each was retold. */
import { updateRow } from '../../../../shared/model/change.ts';
import { useFile } from '../../../data/hooks.ts';
import { Field, placeOf } from '../../../parts/field.tsx';
import { showPercent } from '../../../parts/format.ts';
import { decisionName } from '../../../parts/names.ts';
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
  playback,
  on,
  means,
  onSide,
  onShow,
}: {
  screen: Screen;
  playback: Playback;
  on: boolean;
  means: boolean;
  onSide: () => void;
  onShow: (shown: boolean) => void;
}) {
  const file = useFile();
  const { retold, rows, scale, shown } = playback;
  const ask = screen.asks.find(({ kind }) => kind === 'playback');
  const marked = retold.filter(({ mark }) => mark !== undefined).length;
  const type = (text: string): void => {
    if (ask === undefined) return;
    if (ask.answer !== null) {
      file.type('answer', ask.answer.id, { text }, 'Edit the retelling');
      return;
    }
    const { id, changes } = screen.rowFor(ask);
    void file.edit('Note the retelling', [...changes, updateRow('answer', id, { text })]);
  };
  const options = [
    ...scale.map(({ means: says }, at) => ({ value: at + 1, says })),
    { value: 0, says: 'not asked', apart: true as const },
  ];
  const several = screen.view.parts.length > 1;
  return (
    <section className={styles.playback} aria-label="Playback" onFocus={onSide}>
      <div className={styles.headline}>
        <h2 className={styles.title}>In your own words</h2>
        <span className={styles.quiet}>
          {shown && retold.length > 0 && `${marked} of ${retold.length}`}
          {ask?.answer?.askedAt ? `, ${clockOf(ask.answer.askedAt)}` : ''}
          {means && playback.recall !== null && `, recall ${showPercent(playback.recall)}`}
        </span>
      </div>
      <p className={styles.quiet}>{ask?.text}</p>
      <div className={styles.retelling}>
        <TextField
          label={several ? 'Retelling, as the conversation told it' : 'Retelling'}
          hideLabel
          bare
          multiline
          serif
          placeholder="What they say"
          value={ask?.answer?.text ?? ''}
          onChange={type}
          onBlur={() => void file.flush()}
          place={placeOf('answer', ask?.answer?.id ?? '', 'text')}
        />
      </div>
      {!shown ? (
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
