/** Paragraphs that flow in a cell of a table: the layout gives the row, the cell breaks its own lines in the very font and width. */
import type { CSSProperties } from 'react';
import { gapPoints, type Paragraph, type PartBlock } from '../../../shared/document/blocks.ts';
import { figureSize } from '../../../shared/document/figure-size.ts';
import type { StyleId } from '../../../shared/document/paper/style-table.ts';
import { Drawing } from '../../parts/drawing.tsx';
import { cellStyle, colour, dropOf, lineHeight, pointsOf, typeOf } from './paper-style.ts';
import { Keyed, Pieces, usePaper } from './paper-text.tsx';
import styles from './paper.module.css';

/** One keyed paragraph of a style. White before it in points, where it differs from the style's. */
export function FlowText({
  name,
  style,
  before,
  number,
}: {
  name: string;
  style: StyleId;
  before?: number | undefined;
  /** Of an item of a list. */
  number?: number;
}) {
  const { paper, pieces } = usePaper();
  const spec = paper.spec(style);
  const { left = 0, right = 0, hanging = 0 } = spec.indent ?? {};
  const rule = spec.rules?.find(({ side }) => side === 'left');
  const look: CSSProperties = {
    ...typeOf(spec, paper),
    lineHeight: `${lineHeight(spec)}pt`,
    // Of the white after one paragraph and before the next the larger counts, in offices as for margins.
    marginTop: `${before ?? spec.before ?? 0}pt`,
    marginBottom: `${spec.after ?? 0}pt`,
    paddingLeft: `${pointsOf(left)}pt`,
    paddingRight: `${pointsOf(right)}pt`,
    textIndent: number === undefined ? `${-pointsOf(hanging)}pt` : undefined,
  };
  return (
    <Keyed name={name} className={styles.flow} style={look}>
      {rule !== undefined && (
        <span
          className={styles.rule}
          style={{
            left: `${pointsOf(left) - rule.space - rule.points}pt`,
            width: `${rule.points}pt`,
            top: 0,
            bottom: 0,
            background: colour(paper.palette[rule.colour]),
          }}
        />
      )}
      {number !== undefined && (
        <span
          className={styles.number}
          style={{ color: colour(paper.palette.primaryText), top: `${dropOf(spec.size, lineHeight(spec))}pt` }}
        >
          {number}
        </span>
      )}
      <span className={styles.dropped} style={{ top: `${dropOf(spec.size, lineHeight(spec))}pt` }}>
        <Pieces name={name} pieces={pieces.get(name) ?? []} />
      </span>
    </Keyed>
  );
}

/** A paragraph of the tree in a cell; a heading that opens the cell has no white above it. */
export function FlowParagraph({ block, first }: { block: Paragraph; first: boolean }) {
  const style = cellStyle(block.style);
  const opens = first && block.style.startsWith('heading');
  const before = opens ? 0 : block.gap === undefined ? undefined : gapPoints[block.gap];
  return <FlowText name={block.key} style={style} before={before} />;
}

/** The blocks of one part of a two-part row. */
export function FlowBlocks({ blocks }: { blocks: readonly PartBlock[] }) {
  return blocks.map((block, at) => {
    switch (block.kind) {
      case 'paragraph':
        return <FlowParagraph key={block.key} block={block} first={at === 0} />;
      case 'quote':
        return (
          <div key={block.key}>
            <FlowText name={block.key} style="Quote" />
            <FlowText name={block.source.key} style="QuoteSource" />
          </div>
        );
      case 'list':
        return (
          <div key={block.key}>
            {block.items.map((item, index) => (
              <FlowText key={item.key} name={item.key} style="ListNumber" number={index + 1} />
            ))}
          </div>
        );
      case 'caption':
        return <FlowText key={block.key} name={block.key} style="Caption" />;
      case 'figure':
        return <FlowFigure key={block.key} block={block} />;
    }
  });
}

function FlowFigure({ block }: { block: Extract<PartBlock, { kind: 'figure' }> }) {
  const { paper } = usePaper();
  const { width, height } = figureSize(block);
  return (
    <div
      style={{
        width: `${pointsOf(width)}pt`,
        height: `${pointsOf(height)}pt`,
        marginBottom: `${paper.spec('Figure').after ?? 0}pt`,
      }}
    >
      <Drawing tree={block.figure} label={block.figure.alt} />
    </div>
  );
}
