/** Rows of tables on a page: the layout says where a row stands and how high it is, the kind of table where its columns are. */
import type { ReactNode } from 'react';
import {
  bandColumns,
  type Block,
  keyColumns,
  pairColumns,
  tableColumns,
  type Table,
} from '../../../shared/document/blocks.ts';
import { tableSpecs } from '../../../shared/document/paper/style-table.ts';
import type { BlockBox } from '../../../shared/document/layout.ts';
import { FlowBlocks, FlowParagraph, FlowText } from './paper-flow.tsx';
import { colour, pointsOf } from './paper-style.ts';
import { usePaper } from './paper-text.tsx';
import styles from './paper.module.css';

/** One row where the layout put it. */
export function PaperRow({
  box,
  block,
  density,
}: {
  box: BlockBox;
  block: Block;
  density: 'open' | 'normal' | 'tight';
}) {
  const specs = tableSpecs(density);
  const padding = (id: string): Padding => {
    const { top = 0, right = 0, bottom = 0, left = 0 } = specs.find((spec) => spec.id === id)?.padding ?? {};
    return { top: top / 20, right: right / 20, bottom: bottom / 20, left: left / 20 };
  };
  switch (block.kind) {
    case 'head':
      return (
        <Cells box={box} columns={bandColumns.slice(0, block.band.length)} padding={padding('HeadBand')} shade>
          {block.band.map(({ key }) => (
            <div key={key}>
              <FlowText name={`${key}.label`} style="TableNote" />
              <FlowText name={key} style="TableText" />
            </div>
          ))}
        </Cells>
      );
    case 'key-figures':
      return (
        <Cells box={box} columns={keyColumns.slice(0, block.items.length)} padding={padding('KeyFigures')} above={0.75}>
          {block.items.map(({ key, label, note }) => (
            <div key={key}>
              <FlowText name={key} style="KeyFigure" />
              <FlowText name={label.key} style="KeyLabel" />
              <FlowText name={note.key} style="TableNote" />
            </div>
          ))}
        </Cells>
      );
    case 'pair':
      return (
        <Cells box={box} columns={pairColumns[block.pair]} padding={padding('TwoParts')} firstRight={pointsOf(5)}>
          <FlowBlocks blocks={block.left} />
          <FlowBlocks blocks={block.right} />
        </Cells>
      );
    case 'table':
      return <TableRow box={box} block={block} padding={padding('RuledTable')} />;
    default:
      return null;
  }
}

type Padding = { readonly top: number; readonly right: number; readonly bottom: number; readonly left: number };

function TableRow({ box, block, padding }: { box: BlockBox; block: Table; padding: Padding }) {
  const columns = tableColumns[block.table];
  if (box.row === 0) {
    return (
      <Cells box={box} columns={columns} padding={padding} below={{ points: 1, strong: true }}>
        {block.head.map(({ key }) => (
          <FlowText key={key} name={key} style="TableHead" />
        ))}
      </Cells>
    );
  }
  const row = block.rows[(box.row ?? 1) - 1];
  if (row === undefined) return null;
  // The rule under the head is drawn by the head; each row draws the one below itself.
  const above = box.row === 1 ? 1 : 0.5;
  return (
    <Cells box={box} columns={columns} padding={{ ...padding, top: padding.top + above }} below={{ points: 0.5 }}>
      {row.cells.map((cell, at) => (
        <div key={cell[0]?.key ?? at}>
          {cell.map((paragraph, index) => (
            <FlowParagraph key={paragraph.key} block={paragraph} first={index === 0} />
          ))}
        </div>
      ))}
    </Cells>
  );
}

function Cells({
  box,
  columns,
  padding,
  firstRight,
  above,
  below,
  shade = false,
  children,
}: {
  box: BlockBox;
  columns: readonly number[];
  padding: Padding;
  /** White on the right of the first cell where it differs. */
  firstRight?: number;
  above?: number;
  below?: { readonly points: number; readonly strong?: true };
  shade?: boolean;
  children: ReactNode;
}) {
  const { paper } = usePaper();
  const { palette } = paper;
  const left = pointsOf(paper.page.side);
  const width = pointsOf(columns.reduce((sum, one) => sum + one, 0));
  const cells = (Array.isArray(children) ? children : [children]) as readonly ReactNode[];
  let x = 0;
  return (
    <div
      className={styles.row}
      style={{
        left: `${left}pt`,
        top: `${box.y}pt`,
        width: `${width}pt`,
        height: `${box.height}pt`,
        background: shade ? colour(palette.tint) : undefined,
      }}
    >
      {above !== undefined && (
        <span className={styles.across} style={{ top: 0, height: `${above}pt`, background: colour(palette.rule) }} />
      )}
      {columns.map((column, at) => {
        const from = x;
        x += column;
        const right = at === 0 && firstRight !== undefined ? firstRight : padding.right;
        return (
          <div
            key={from}
            className={styles.cell}
            style={{
              left: `${pointsOf(from)}pt`,
              width: `${pointsOf(column)}pt`,
              paddingTop: `${padding.top + (above ?? 0)}pt`,
              paddingRight: `${right}pt`,
              paddingLeft: `${padding.left}pt`,
            }}
          >
            {cells[at]}
          </div>
        );
      })}
      {below !== undefined && (
        <span
          className={styles.across}
          style={{
            top: '100%',
            height: `${below.points}pt`,
            background: colour(below.strong === true ? palette.primary : palette.rule),
          }}
        />
      )}
    </div>
  );
}
