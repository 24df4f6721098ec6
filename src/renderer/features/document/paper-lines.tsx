/** A paragraph of the body where the layout put it: each line at its place, with the rules and the ground of its style. */
import type { BlockBox } from '../../../shared/document/layout.ts';
import { type Piece, piecesOfLines } from '../../../shared/document/pieces.ts';
import { colour, dropOf, naturalLine, pointsOf, typeOf } from './paper-style.ts';
import { Keyed, Pieces, usePaper } from './paper-text.tsx';
import styles from './paper.module.css';

/** Draws a box that has lines. `joined` says that a box of the same look comes before or after, so that their grounds meet. */
export function PaperLines({
  box,
  joined,
}: {
  box: BlockBox;
  joined: { readonly before: boolean; readonly after: boolean };
}) {
  const { paper, pieces } = usePaper();
  const spec = paper.spec(box.style);
  const lines = piecesOfLines(
    pieces.get(box.key) ?? [],
    box.lines.map(({ text }) => text),
  );
  const left = Math.min(...box.lines.map(({ x }) => x));
  const right = Math.max(...box.lines.map(({ x, width }) => x + width));
  const natural = spec.size * naturalLine;
  const hangs = pointsOf(paper.page.side + (spec.indent?.left ?? 0)) - left;
  return (
    <Keyed
      name={box.key}
      className={styles.lines}
      style={{ left: `${left}pt`, top: `${box.y}pt`, width: `${right - left}pt`, height: `${box.height}pt` }}
    >
      <Ground box={box} left={left} right={right} joined={joined} />
      {box.lines.map((line, at) => {
        const [start, rest] = splitAtTab(lines[at] ?? [{ text: line.text }]);
        const look = {
          ...typeOf(spec, paper),
          top: `${line.y - box.y + line.height - natural + dropOf(spec.size, natural)}pt`,
          lineHeight: `${natural}pt`,
        };
        return (
          <span key={`${line.x} ${line.y}`}>
            <span
              className={styles.line}
              dir="auto"
              style={{ ...look, left: `${line.x - left}pt`, width: `${line.width}pt` }}
            >
              <Pieces name={box.key} pieces={start} />
            </span>
            {rest !== null && (
              <span className={styles.line} style={{ ...look, left: `${hangs}pt` }}>
                <Pieces name={box.key} pieces={rest} />
              </span>
            )}
          </span>
        );
      })}
    </Keyed>
  );
}

/** Rules and ground of a style, outside of its lines as its spaces say. */
function Ground({
  box,
  left,
  right,
  joined,
}: {
  box: BlockBox;
  left: number;
  right: number;
  joined: { readonly before: boolean; readonly after: boolean };
}) {
  const { paper } = usePaper();
  const spec = paper.spec(box.style);
  const rules = spec.rules ?? [];
  const out = (side: string): number => {
    const rule = rules.find((one) => one.side === side);
    return rule === undefined ? 0 : rule.space + rule.points;
  };
  if (spec.shade !== undefined) {
    const [above, below] = [joined.before ? 0 : out('top'), joined.after ? 0 : out('bottom')];
    return (
      <span
        className={styles.rule}
        style={{
          left: `${-out('left')}pt`,
          width: `${right - left + out('left') + out('right')}pt`,
          top: `${-above}pt`,
          height: `${box.height + above + below}pt`,
          background: colour(paper.palette[spec.shade]),
        }}
      />
    );
  }
  return rules.map(({ side, points, space, colour: name }) => {
    const background = colour(paper.palette[name]);
    const place =
      side === 'left'
        ? { left: `${-space - points}pt`, width: `${points}pt`, top: 0, height: `${box.height}pt` }
        : { left: 0, width: `${right - left}pt`, top: `${-space - points}pt`, height: `${points}pt` };
    return <span key={side} className={styles.rule} style={{ ...place, background }} />;
  });
}

/** A line up to its tab, and what stands after it. */
function splitAtTab(pieces: readonly Piece[]): readonly [readonly Piece[], readonly Piece[] | null] {
  const at = pieces.findIndex(({ text }) => text.includes('\t'));
  const piece = pieces[at];
  if (piece === undefined) return [pieces, null];
  const [before = '', ...after] = piece.text.split('\t');
  return [
    [...pieces.slice(0, at), { ...piece, text: before }],
    [{ ...piece, text: after.join('\t') }, ...pieces.slice(at + 1)],
  ];
}
