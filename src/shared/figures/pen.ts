/** Draws shapes into a picture and keeps every label inside it, measured before it is placed. */
import { defaultTypeface, type FigureOptions, type FigureWarning, type FigureWarningCode, typeSize } from './figure.ts';
import { covered, measureText, shortenText, type TextStyle } from './measure.ts';
import {
  type CircleNode,
  type LineNode,
  outline,
  type Paint,
  type RectNode,
  roundLength,
  type SvgNode,
} from './svg.ts';

/** How a label is set; a note in ink from the left unless told otherwise. `most` is the widest it may be, px. */
export type LabelStyle = {
  readonly size?: number;
  readonly bold?: boolean;
  readonly fill?: string;
  readonly anchor?: 'start' | 'middle' | 'end';
  readonly most?: number;
};

/** A picture in the making. */
export type Pen = {
  readonly nodes: readonly SvgNode[];
  readonly warnings: readonly FigureWarning[];
  rect(shape: Shape<RectNode>): void;
  line(shape: Shape<LineNode>): void;
  circle(shape: Shape<CircleNode>): void;
  polygon(points: readonly (readonly [x: number, y: number])[], paint: Paint): void;
  /** Places one line of text on a baseline. */
  label(x: number, y: number, text: string, style?: LabelStyle): void;
  /** Size, weight and width factor of a style, for measuring and wrapping. */
  style(style?: LabelStyle): TextStyle;
  /** Width of a text in px. */
  measure(text: string, style?: LabelStyle): number;
  /** A text as it can be drawn: one line without invisible marks; empty where the font lacks its letters. */
  clean(text: string): string;
  /** The name as it can be drawn, or the number of its row where the font lacks its script. */
  name(name: string, row: number): string;
  warn(code: FigureWarningCode, subject: string): void;
};

type Shape<Node> = Omit<Node, 'tag'>;

/** Starts a picture of this width. */
export function createPen(
  width: number,
  options: Pick<FigureOptions<unknown>, 'palette' | 'format' | 'typeface'>,
): Pen {
  const typeface = options.typeface ?? defaultTypeface;
  const nodes: SvgNode[] = [];
  const warnings: FigureWarning[] = [];
  const pen: Pen = {
    nodes,
    warnings,
    rect: (shape) => void nodes.push(rounded({ tag: 'rect', ...shape })),
    line: (shape) => void nodes.push(rounded({ tag: 'line', ...shape })),
    circle: (shape) => void nodes.push(rounded({ tag: 'circle', ...shape })),
    polygon: (points, paint) => void nodes.push(rounded({ tag: 'path', d: outline(points), ...paint })),
    style: (style = {}) => ({ size: style.size ?? typeSize.note, bold: style.bold ?? false, factor: typeface.factor }),
    measure: (text, style) => measureText(text, pen.style(style)),
    warn: (code, subject) => {
      if (!warnings.some((known) => known.code === code && known.subject === subject)) warnings.push({ code, subject });
    },
    clean: drawable,
    name: (name, row) => {
      const shown = drawable(name);
      if (shown !== '') return shown;
      if (name.trim() !== '') pen.warn('name-numbered', name);
      return options.format.number(row, 0);
    },
    label: (x, y, given, style = {}) => {
      const text = drawable(given);
      const shown = text === '' ? '' : shortenText(text, Math.min(style.most ?? width, width), pen.style(style));
      if (shown === '') {
        if (given.trim() !== '') pen.warn('label-skipped', given);
        return;
      }
      if (shown !== text) pen.warn('label-shortened', given);
      const anchor = style.anchor ?? 'start';
      const extent = pen.measure(shown, style);
      const before = anchor === 'start' ? 0 : anchor === 'middle' ? extent / 2 : extent;
      nodes.push(
        rounded({
          tag: 'text',
          x: Math.min(Math.max(x, before), width - extent + before),
          y,
          fontFamily: typeface.family,
          fontSize: style.size ?? typeSize.note,
          fontWeight: (style.bold ?? false) ? 700 : 400,
          textAnchor: anchor,
          fill: style.fill ?? options.palette.ink,
          text: shown,
        }),
      );
    },
  };
  return pen;
}

/** Marks that set the direction, join letters or choose a picture: of no use in a label, and without a shape. */
const invisible = /\p{Cf}|\p{Cs}|\p{Variation_Selector}/gu;

/** One clean line; symbols that the font lacks are left out, and empty if it lacks letters. */
function drawable(text: string): string {
  const line = text
    .normalize('NFC')
    .replace(invisible, '')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
  if (covered(line)) return line;
  const plain = line
    .replace(/[\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Regional_Indicator}]/gu, (one) =>
      covered(one) ? one : '',
    )
    .replace(/ +/gu, ' ')
    .trim();
  return covered(plain) ? plain : '';
}

/** Rounds every length, so that the screen draws exactly what the file holds. */
function rounded<Node extends SvgNode>(node: Node): Node {
  const entries = Object.entries(node).map(([key, value]) => [
    key,
    typeof value === 'number' && key !== 'fontWeight' ? roundLength(value) : value,
  ]);
  return Object.fromEntries(entries) as Node;
}
