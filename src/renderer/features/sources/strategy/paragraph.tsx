/** One passage of a source as it is read: its words with what is marked in them, labels in the margin. */
import { memo } from 'react';
import type { Passage } from '../../../../shared/model/index.ts';
import { classNames } from '../../../ui/class-names.ts';
import { type Segment, segmentsOf, type TextMark } from './text-marks.ts';
import styles from './reader.module.css';

/** Characters from which marked words are a whole section, which a line under every row of it would make hard to read. */
const longMark = 400;

/** Draws a passage; drawn anew only when its own marks or its part of the selection change. */
export const Paragraph = memo(function Paragraph({
  passage,
  at,
  page,
  marks,
  from,
  to,
}: {
  passage: Passage;
  at: number;
  /** The page, where it begins with this passage. */
  page: number | null;
  marks: readonly TextMark[];
  /** The part that is selected, -1 for none. */
  from: number;
  to: number;
}) {
  const { text, id } = passage;
  const level = passage.level ?? 0;
  const segments = segmentsOf(text.length, marks, from < 0 ? null : { from, to });
  const words = segments.map((segment) => (
    <span
      key={segment.from}
      data-from={segment.from}
      data-selected={segment.selected ? '' : undefined}
      className={classNames(
        ...segment.kinds.map((kind) => styles[kind]),
        segment.to - segment.from > longMark && styles.long,
        segment.selected && styles.selected,
      )}
    >
      <Margin segment={segment} marks={marks} />
      {text.slice(segment.from, segment.to)}
    </span>
  ));
  const shared = { 'data-at': at, 'data-place': `passage:${id}` };
  return (
    <>
      {page !== null && <span className={styles.page}>p. {page}</span>}
      {passage.table !== null ? (
        <div {...shared} className={styles.words} dir="auto">
          {words}
        </div>
      ) : level > 0 ? (
        <h2 {...shared} className={styles.heading} aria-level={Math.min(6, level + 1)} data-level={level} dir="auto">
          {words}
        </h2>
      ) : (
        <p
          {...shared}
          className={classNames(styles.paragraph, styles[passage.kind])}
          data-depth={passage.kind === 'item' ? Math.min(4, passage.depth ?? 0) : undefined}
          data-mark={passage.kind === 'item' ? passage.mark || '•' : undefined}
          dir="auto"
        >
          {words}
        </p>
      )}
    </>
  );
});

/** The labels of what begins here, in the margin. They are drawn by the style sheet, so that no offset counts them. */
function Margin({ segment, marks }: { segment: Segment; marks: readonly TextMark[] }) {
  const begins = marks.filter((mark) => mark.from === segment.from && mark.kind !== 'choice');
  const tags = [...new Set(begins.flatMap((mark) => mark.decisions))].filter((label) => label !== '');
  const kept = begins.some((mark) => mark.kind === 'evidence');
  const stops = begins.some((mark) => mark.kind === 'stop');
  const suspect = begins.some((mark) => mark.kind === 'suspect');
  const words = [...tags, ...(kept ? ['Ev'] : []), ...(stops ? ['Stop'] : []), ...(suspect ? ['?'] : [])].join(' ');
  if (words === '') return null;
  return <span className={styles.tag} data-tag={words} data-accent={tags.length > 0 ? '' : undefined} />;
}
