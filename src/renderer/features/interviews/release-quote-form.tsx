/** One quote that is to be released: how it would stand, when it was sent, and what its speaker answered. */
import type { ReleaseQuote } from '../../../shared/document/release.ts';
import type { Evidence } from '../../../shared/model/index.ts';
import { useFile, useReadOnly, useToday, useWindow } from '../../data/hooks.ts';
import { Field } from '../../parts/field.tsx';
import { RecognisableMark, useRecognisable } from '../../parts/recognisable.tsx';
import { LinkButton } from '../../ui/button.tsx';
import { CheckMark } from '../../ui/check-mark.tsx';
import { DefinitionList, Section } from '../../ui/pane.tsx';
import { Segments } from '../../ui/segments.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { answerRelease, releaseAnswers } from './release-edits.ts';
import styles from './release.module.css';

/** Why a quote may not stand in the document. */
const breaches: Readonly<Record<NonNullable<ReleaseQuote['breach']>, string>> = {
  withdrawn: 'It was withdrawn.',
  'not-asked': 'Consent was not asked, so it may not be quoted.',
  background: 'Its speaker agreed to background only, so it is never quoted.',
  name: 'It tells the name of its speaker, who may not be named with it.',
  'only-one': 'It is anonymous, and its speaker is the only one of that function and level.',
  refused: 'Its speaker did not release it, so the document does not print it.',
};

/** Shows the quote and takes the answer; new words become the words of the evidence, the old ones stay in the history. */
export function ReleaseQuoteForm({
  quote,
  row,
  onAnswer,
}: {
  quote: ReleaseQuote;
  row: Evidence;
  onAnswer: (answer: Evidence['release']) => void;
}) {
  const file = useFile();
  const window = useWindow();
  const today = useToday();
  const readOnly = useReadOnly();
  const recognisable = useRecognisable();
  return (
    <div className={styles.form} data-place={`evidence:${row.id}`}>
      <blockquote className={styles.whole}>
        <p>{quote.verbatim ? `“${row.text}”` : row.text}</p>
        {quote.under !== '' && <footer>{quote.under}</footer>}
      </blockquote>
      {quote.breach !== null && (
        <p className={styles.breach}>
          <CheckMark kind={quote.breach === 'refused' ? 'advice' : 'blocker'} />
          <span>{breaches[quote.breach]}</span>
        </p>
      )}
      <RecognisableMark of={recognisable(row.speaker)} />
      <Section title="Answer">
        <div className={styles.answer}>
          <Segments
            label="What its speaker answered"
            hideLabel
            kind="plain"
            options={releaseAnswers}
            // A day of release that was set by hand, or brought along by an import, is an answer too.
            value={row.release ?? (row.releasedOn === null ? null : 'released')}
            onChange={onAnswer}
          />
          {row.release === 'reworded' && (
            <TextField
              label="The words that were released"
              multiline
              serif
              value={row.text}
              readOnly={readOnly}
              onChange={(words) =>
                file.type('evidence', row.id, { text: words, releasedText: words }, 'Released words')
              }
              onBlur={() => void file.flush()}
            />
          )}
          {(row.release === 'released' || row.release === 'reworded') &&
            row.releasedText !== '' &&
            row.releasedText !== row.text && (
              <p className={styles.breach}>
                <CheckMark kind="warning" />
                <span>
                  The words changed since. Released was: “{row.releasedText}”.{' '}
                  {!readOnly && (
                    <LinkButton
                      onPress={() =>
                        void file.edit('Release the words as they are now', [answerRelease(row, row.release, today)])
                      }
                    >
                      They are released as they are now
                    </LinkButton>
                  )}
                </span>
              </p>
            )}
        </div>
      </Section>
      <DefinitionList labelWidth={132}>
        <Field entity="evidence" id={row.id} name="releaseAskedOn" label="Sent on" />
        {row.release !== 'refused' && <Field entity="evidence" id={row.id} name="releasedOn" label="Released on" />}
      </DefinitionList>
      <Field entity="evidence" id={row.id} name="printed" label="Preferred for the document" />
      <LinkButton onPress={() => window.go('interviews', 'evidence', { entity: 'evidence', id: row.id })}>
        Show it in the evidence
      </LinkButton>
    </div>
  );
}
