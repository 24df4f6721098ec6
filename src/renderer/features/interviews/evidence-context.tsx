/** The words of a piece of evidence among those that stand around them, without leaving the ledger. */
import { Fragment, useMemo } from 'react';
import { findWords } from '../../../shared/lib/find-words.ts';
import type { Evidence } from '../../../shared/model/index.ts';
import { questionText } from '../../../shared/method/kit.ts';
import { useKit, useRow, useWindow } from '../../data/hooks.ts';
import { goToEvidence, placeOfEvidence } from '../../parts/evidence-place.ts';
import { usePassages } from '../../parts/use-passages.ts';
import { Button } from '../../ui/button.tsx';
import { Section } from '../../ui/pane.tsx';
import { useTurns } from './transcript/use-turns.ts';
import styles from './ledger.module.css';

/** Lines before and after the words that are shown with them. */
const around = 2;

/** Shows the context, and the way to it; nothing for a piece that was written down by hand. */
export function EvidenceContext({ row }: { row: Evidence }) {
  const window = useWindow();
  const place = placeOfEvidence(row);
  if (place === null) return null;
  return (
    <Section
      title="Where it stands"
      aside={
        <Button small keys="C" onPress={() => goToEvidence(window, place)}>
          {place.says}
        </Button>
      }
    >
      {row.answer !== null ? (
        <InAnswer row={row} answer={row.answer} />
      ) : row.turn !== null && row.interview !== null ? (
        <InTurn row={row} interview={row.interview} turn={row.turn} />
      ) : row.passage !== null && row.source !== null ? (
        <InSource row={row} source={row.source} passage={row.passage} />
      ) : (
        <p className={styles.quiet}>
          {row.interview === null ? 'Its place in the source was not kept.' : 'It was kept without a question.'}
        </p>
      )}
    </Section>
  );
}

function InAnswer({ row, answer }: { row: Evidence; answer: string }) {
  const kit = useKit();
  const notes = useRow('answer', answer);
  if (notes === undefined) return <p className={styles.quiet}>The notes are no longer there.</p>;
  const question = notes.question === null ? notes.unplanned : (questionText(kit, notes.question) ?? notes.question);
  return (
    <>
      <p className={styles.quiet}>{question || 'Question that was not planned'}</p>
      <Lines lines={notes.text.split('\n').filter((line) => line.trim() !== '')} words={row.original || row.text} />
    </>
  );
}

function InTurn({ row, interview, turn }: { row: Evidence; interview: string; turn: string }) {
  const { turns, error } = useTurns(interview, row.text);
  const at = turns?.findIndex(({ id }) => id === turn) ?? -1;
  const lines = useMemo(() => (turns ?? []).slice(Math.max(0, at - 1), at + 2).map(({ text }) => text), [turns, at]);
  if (error !== null) return <p className={styles.quiet}>The transcript cannot be read now.</p>;
  if (turns === null) return <p className={styles.quiet}>Reading the transcript</p>;
  if (at < 0) return <p className={styles.quiet}>The turn is no longer in the transcript.</p>;
  return <Lines lines={lines} words={row.original || row.text} />;
}

function InSource({ row, source, passage }: { row: Evidence; source: string; passage: string }) {
  const { passages, error } = usePassages(source);
  const at = passages?.findIndex(({ id }) => id === passage) ?? -1;
  const lines = useMemo(
    () => (passages ?? []).slice(Math.max(0, at - 1), at + 2).map(({ text }) => text),
    [passages, at],
  );
  if (error !== null) return <p className={styles.quiet}>The text of the source cannot be read now.</p>;
  if (passages === null) return <p className={styles.quiet}>Reading the source</p>;
  if (at < 0) return <p className={styles.quiet}>The passage is no longer in the source.</p>;
  return <Lines lines={lines} words={row.original || row.text} />;
}

/** The lines around the one that holds the words, with the words marked. */
function Lines({ lines, words }: { lines: readonly string[]; words: string }) {
  const places = lines.map((line) => findWords(line, words));
  const own = places.findIndex((place) => place !== null);
  if (own < 0) return <p className={styles.quiet}>Its words no longer stand there; they were changed since.</p>;
  const from = Math.max(0, own - around);
  return (
    <blockquote className={styles.context}>
      {lines.slice(from, own + around + 1).map((line, at) => {
        const place = from + at === own ? places[own] : null;
        return (
          <p key={at}>
            {place === null || place === undefined ? (
              line
            ) : (
              <Fragment>
                {line.slice(0, place.from)}
                <mark>{line.slice(place.from, place.to)}</mark>
                {line.slice(place.to)}
              </Fragment>
            )}
          </p>
        );
      })}
    </blockquote>
  );
}
