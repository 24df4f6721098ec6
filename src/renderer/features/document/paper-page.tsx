/** One page as it will be printed: everything at the place where the layout of the file put it. */
import { memo } from 'react';
import type { Block } from '../../../shared/document/blocks.ts';
import type { DrawnDocument } from '../../../shared/document/drawn.ts';
import { figureSize } from '../../../shared/document/figure-size.ts';
import type { BlockBox, LaidPage } from '../../../shared/document/layout.ts';
import { Drawing } from '../../parts/drawing.tsx';
import { PaperLines } from './paper-lines.tsx';
import { PaperRow } from './paper-row.tsx';
import { colour, dropOf, pointsOf, typeOf } from './paper-style.ts';
import { usePaper } from './paper-text.tsx';
import styles from './paper.module.css';

/** Draws a page in points; whoever shows it gives it its size on screen. */
export const PaperPage = memo(function PaperPage({
  drawn,
  page,
  blocks,
}: {
  drawn: DrawnDocument;
  page: LaidPage;
  blocks: ReadonlyMap<string, Block>;
}) {
  const { paper } = usePaper();
  return (
    <div
      className={styles.page}
      style={{ width: `${page.width}pt`, height: `${page.height}pt`, fontFamily: paper.font }}
      lang={drawn.document.properties.language}
    >
      <PageHead drawn={drawn} />
      {page.boxes.map((box, at) => (
        <PaperBox
          key={`${box.key} ${box.row ?? ''} ${at}`}
          box={box}
          block={blocks.get(box.block)}
          density={drawn.settings.density}
          joined={{
            before: page.boxes[at - 1]?.style === box.style,
            after: page.boxes[at + 1]?.style === box.style,
          }}
        />
      ))}
      <PageFoot drawn={drawn} page={page} />
    </div>
  );
});

function PaperBox({
  box,
  block,
  density,
  joined,
}: {
  box: BlockBox;
  block: Block | undefined;
  density: 'open' | 'normal' | 'tight';
  joined: { readonly before: boolean; readonly after: boolean };
}) {
  if (block === undefined) return null;
  if (box.row !== undefined) return <PaperRow box={box} block={block} density={density} />;
  const [line] = box.lines;
  if (block.kind === 'figure') {
    const { width, height } = figureSize(block);
    return (
      <div
        className={styles.figure}
        style={{
          left: `${line?.x ?? 0}pt`,
          top: `${box.y}pt`,
          width: `${pointsOf(width)}pt`,
          height: `${pointsOf(height)}pt`,
        }}
      >
        <Drawing tree={block.figure} label={block.figure.alt} />
      </div>
    );
  }
  if (block.kind === 'head' && box.style === 'Logo') {
    return block.logo === undefined ? null : <Logo box={box} logo={block.logo} />;
  }
  return <PaperLines box={box} joined={joined} />;
}

function Logo({
  box,
  logo,
}: {
  box: BlockBox;
  logo: {
    readonly format: 'svg' | 'png';
    readonly data: string;
    readonly width: number;
    readonly height: number;
    readonly alt: string;
  };
}) {
  const source =
    logo.format === 'svg'
      ? `data:image/svg+xml;charset=utf-8,${encodeURIComponent(logo.data)}`
      : `data:image/png;base64,${logo.data}`;
  return (
    <img
      className={styles.figure}
      alt={logo.alt}
      src={source}
      style={{
        left: `${box.lines[0]?.x ?? 0}pt`,
        top: `${box.y}pt`,
        width: `${pointsOf(logo.width)}pt`,
        height: `${pointsOf(logo.height)}pt`,
      }}
    />
  );
}

/** A draft says so at the top of every page. */
function PageHead({ drawn }: { drawn: DrawnDocument }) {
  const { paper } = usePaper();
  const { draft } = drawn.document;
  if (draft === undefined) return null;
  return (
    <div
      className={styles.head}
      style={{
        ...typeOf(paper.spec('Header'), paper),
        top: `${pointsOf(paper.page.edge)}pt`,
        left: `${pointsOf(paper.page.side)}pt`,
        width: `${pointsOf(166)}pt`,
      }}
    >
      <b>{draft}</b>
    </div>
  );
}

function PageFoot({ drawn, page }: { drawn: DrawnDocument; page: LaidPage }) {
  const { paper } = usePaper();
  const { footer, draft } = drawn.document;
  const spec = paper.spec('Footer');
  const [rule] = spec.rules ?? [];
  const drop = { top: `${dropOf(spec.size, spec.pitch ?? spec.size)}pt` };
  const count = footer.page
    .replace('{page}', String(page.number))
    .replace('{pages}', String(drawn.layout.pages.length));
  return (
    <div
      className={styles.foot}
      style={{
        ...typeOf(spec, paper),
        bottom: `${pointsOf(paper.page.edge)}pt`,
        left: `${pointsOf(paper.page.side)}pt`,
        width: `${pointsOf(166)}pt`,
        lineHeight: `${spec.pitch ?? spec.size}pt`,
        ...(rule === undefined
          ? {}
          : {
              borderTop: `${rule.points}pt solid ${colour(paper.palette[rule.colour])}`,
              paddingTop: `${rule.space}pt`,
            }),
      }}
    >
      <span className={styles.dropped} style={drop}>
        {draft !== undefined && <b>{`${draft}  `}</b>}
        {footer.left}
      </span>
      <span className={styles.dropped} style={drop}>
        {count}
      </span>
    </div>
  );
}
