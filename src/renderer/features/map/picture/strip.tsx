/** More about the chosen piece, under the picture: what it is, a voice behind it, the objection that changed it. */
import type { CountedEvidence } from '../../../../shared/analysis/evidence.ts';
import { useKit, useReadOnly, useRows } from '../../../data/hooks.ts';
import { useEvidenceIndex, useOrigin, wordsOfEvidence } from '../../../parts/evidence-index.ts';
import { countOf, showDay } from '../../../parts/format.ts';
import { kitName } from '../../../parts/kit-words.ts';
import { decisionName } from '../../../parts/names.ts';
import { LinkButton } from '../../../ui/button.tsx';
import { relationWords } from '../words.ts';
import type { Piece, PictureModel } from './model.ts';
import styles from './strip.module.css';

/** Draws the strip. A criterion shows the priority that it reads. */
export function Strip({ piece, model, onEvidence }: { piece: Piece; model: PictureModel; onEvidence: () => void }) {
  const readOnly = useReadOnly();
  const parent = piece.kind === 'criterion' ? model.byId.get(piece.priority) : piece;
  const index = useEvidenceIndex();
  const objections = useRows('objection');
  if (parent === undefined || parent.kind === 'criterion') return null;
  const own = index.links.filter((link) =>
    parent.kind === 'priority' ? link.priority === parent.id : link.decision === parent.id,
  );
  const voices = own.filter((link) => !link.counter).flatMap((link) => index.counted.get(link.evidence) ?? []);
  const objection = objections.find(
    (row) => row.disposition === 'changed-map' && row[parent.kind] === parent.id && index.counted.has(row.evidence),
  );
  return (
    <section className={styles.strip} aria-label="The chosen piece">
      {parent.kind === 'priority' ? (
        <PriorityFacts piece={parent} count={voices.length} />
      ) : (
        <DecisionFacts piece={parent} count={voices.length} />
      )}
      <div>
        <h2 className={styles.head}>Evidence</h2>
        <Voice piece={bestVoice(voices)} />
        {voices.length === 0 && !readOnly && <LinkButton onPress={onEvidence}>Link evidence</LinkButton>}
      </div>
      <div>
        <h2 className={styles.head}>Objection that changed it</h2>
        {objection === undefined ? (
          <p className={styles.none}>No objection changed it.</p>
        ) : (
          <Voice piece={index.counted.get(objection.evidence)} after={objection.changed} />
        )}
      </div>
    </section>
  );
}

function PriorityFacts({ piece, count }: { piece: Extract<Piece, { kind: 'priority' }>; count: number }) {
  const { row } = piece;
  const kit = useKit();
  const initiatives = useRows('initiative').filter((one) => one.priority === row.id);
  const ids = new Set(initiatives.map((one) => one.id));
  const joins = useRows('join')
    .filter((one) => one.priority === row.id || ids.has(one.initiative ?? '') || ids.has(one.withInitiative ?? ''))
    .toSorted((a, b) => ((a.on ?? '9') < (b.on ?? '9') ? -1 : 1));
  const relation =
    row.relation === null
      ? 'not placed yet'
      : row.relation === 'off'
        ? 'off the constraint'
        : `${relationWords[row.relation]} the constraint`;
  return (
    <div>
      <h2 className={styles.head}>
        {row.label}, {relation}
      </h2>
      <p className={styles.title}>{row.title}</p>
      <p className={styles.facts}>
        {row.startOn === null || row.endOn === null
          ? 'Without start and end'
          : `${showDay(row.startOn, 'shortDay')} to ${showDay(row.endOn, 'shortDay')}`}
        {' · '}
        {countOf(count, 'piece of evidence', 'pieces of evidence')}
        {joins.length > 0 && (
          <>
            <br />
            Join{' '}
            {joins
              .map((join) => {
                const other =
                  ids.has(join.initiative ?? '') || join.priority === row.id ? join.toFunction : join.fromFunction;
                const partner = kitName(kit, 'functions', other) || 'a function not set';
                return `with ${partner}${join.on === null ? '' : ` on ${showDay(join.on, 'shortDay')}`}`;
              })
              .join(', ')}
          </>
        )}
      </p>
    </div>
  );
}

function DecisionFacts({ piece, count }: { piece: Extract<Piece, { kind: 'decision' }>; count: number }) {
  const { row, priorities } = piece;
  return (
    <div>
      <h2 className={styles.head}>
        {row.label}, {row.standing === 'in-scope' ? 'in scope' : 'carried'}
      </h2>
      <p className={styles.title}>{decisionName(row)}</p>
      <p className={styles.facts}>
        {row.winningMetric}
        {row.winningMetric !== '' && <br />}
        {countOf(priorities.length, 'priority', 'priorities')} ·{' '}
        {countOf(count, 'piece of evidence', 'pieces of evidence')}
      </p>
    </div>
  );
}

function Voice({ piece, after }: { piece: CountedEvidence | undefined; after?: string }) {
  const origin = useOrigin();
  if (piece === undefined) return <p className={styles.none}>No evidence is linked to it yet.</p>;
  return (
    <>
      <p className={styles.words}>{wordsOfEvidence(piece)}</p>
      <p className={styles.by}>
        {origin(piece)}
        {after !== undefined && after !== '' && `. ${after}`}
      </p>
    </>
  );
}

/** What is preferred for the document goes first, then what somebody said. */
function bestVoice(pieces: readonly CountedEvidence[]): CountedEvidence | undefined {
  return pieces.find(({ row }) => row.printed) ?? pieces.find(({ row }) => row.kind === 'quote') ?? pieces[0];
}
