/** One piece of the picture: a decision, a priority with owner and evidence, a criterion with its figures. */
import { unitBeside, writeFigure } from '../../../../shared/analysis/map/figures.ts';
import { showNumber } from '../../../parts/format.ts';
import { decisionName } from '../../../parts/names.ts';
import { classNames } from '../../../ui/class-names.ts';
import { CheckMark } from '../../../ui/check-mark.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { IdTag } from '../../../ui/marks.tsx';
import { Spoken } from '../../../ui/spoken.tsx';
import { relationWords } from '../words.ts';
import type { ColumnPlace } from './geometry.ts';
import type { Piece } from './model.ts';
import styles from './picture.module.css';

/** What stands under the words of a priority. */
export type PriorityFacts = {
  readonly owner: string;
  /** Pieces of evidence that support it. */
  readonly evidence: number;
  readonly stops: readonly string[];
  /** What keeps it from being issued, in a few words. */
  readonly blocker: string | null;
};

/** A piece that can have the focus. */
export function PieceButton({
  piece,
  facts,
  place,
  middle,
  isChosen,
  isTogether,
  onChoose,
  onOpen,
}: {
  piece: Piece;
  /** For a priority. */
  facts: PriorityFacts | null;
  place: ColumnPlace;
  /** Pixels from the top. */
  middle: number;
  isChosen: boolean;
  isTogether: boolean;
  onChoose: () => void;
  onOpen: () => void;
}) {
  return (
    <button
      type="button"
      data-piece={piece.id}
      tabIndex={isChosen ? 0 : -1}
      aria-pressed={isChosen}
      className={classNames(styles.piece, styles[piece.kind], isTogether && styles.together, isChosen && styles.chosen)}
      style={{ left: place.left, width: place.width, top: middle }}
      onClick={onChoose}
      onFocus={onChoose}
      onDoubleClick={onOpen}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || event.ctrlKey || event.metaKey || event.altKey) return;
        event.preventDefault();
        onOpen();
      }}
    >
      {piece.kind === 'decision' && (
        <>
          <span>
            <IdTag accent>{piece.row.label}</IdTag>
          </span>
          <span className={styles.title}>{decisionName(piece.row)}</span>
        </>
      )}
      {piece.kind === 'priority' && facts !== null && <PriorityWords piece={piece} facts={facts} />}
      {piece.kind === 'criterion' && <CriterionWords piece={piece} />}
    </button>
  );
}

/** The pill on the line of the constraint. */
export function RelationMark({
  priority,
  left,
  top,
  isOn,
}: {
  priority: Extract<Piece, { kind: 'priority' }>;
  left: number;
  top: number;
  isOn: boolean;
}) {
  const { relation } = priority.row;
  if (relation === null || relation === 'off') return null;
  return (
    <span className={isOn ? styles.markOn : styles.mark} style={{ left, top }} aria-hidden="true">
      {relationWords[relation]}
    </span>
  );
}

function PriorityWords({ piece, facts }: { piece: Extract<Piece, { kind: 'priority' }>; facts: PriorityFacts }) {
  const { row } = piece;
  const { owner, evidence, stops, blocker } = facts;
  const [stop] = stops;
  return (
    <>
      <span>
        <IdTag accent={piece.touches}>{row.label}</IdTag>
        <span className={styles.count}>
          {evidence}
          <Spoken> pieces of evidence</Spoken>
        </span>
      </span>
      <span>
        <span className={styles.words} data-words={row.id}>
          {row.title === '' ? 'Without words yet' : row.title}
        </span>
        <span className={styles.second}>
          {blocker !== null ? (
            <span className={styles.blocker}>
              <CheckMark kind="blocker" /> {blocker}
            </span>
          ) : (
            owner
          )}
          {stop !== undefined &&
            ` · stops ${lowerFirst(stop)}${stops.length > 1 ? ` and ${stops.length - 1} more` : ''}`}
        </span>
        {row.relation !== null && <Spoken>, {relationWords[row.relation]} the constraint</Spoken>}
      </span>
    </>
  );
}

function CriterionWords({ piece }: { piece: Extract<Piece, { kind: 'criterion' }> }) {
  const { row } = piece;
  const unit = unitBeside(row);
  const from = writeFigure(row.form, row.baseline, row.baselineOf, showNumber);
  const to = writeFigure(row.form, row.target, row.targetOf, showNumber);
  return (
    <>
      <span>{row.metric === '' ? 'Without a metric yet' : row.metric}</span>
      <span className={styles.figures}>
        {from ?? <CheckMark kind="blocker" />} <Icon name="arrow-right" small label="to" />{' '}
        <b>
          {to ?? <CheckMark kind="blocker" />}
          {unit !== '' && ` ${unit}`}
        </b>
      </span>
    </>
  );
}

/** A name that begins a line goes on in the middle of a sentence; one written in capitals stays as it is. */
function lowerFirst(text: string): string {
  return /^\p{Lu}\p{Ll}/u.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}
