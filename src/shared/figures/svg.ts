/** A drawing as plain data: five shapes that every office program draws alike, and the text of it. */

/** How a shape is painted; lengths in px, colours as #rrggbb. */
export type Paint = {
  readonly fill?: string;
  readonly stroke?: string;
  readonly strokeWidth?: number;
  readonly strokeDasharray?: string;
};

/** A rectangle; `rx` rounds its corners. */
export type RectNode = Paint & {
  readonly tag: 'rect';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly rx?: number;
};

/** A straight line. */
export type LineNode = Paint & {
  readonly tag: 'line';
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
};

/** A circle. */
export type CircleNode = Paint & {
  readonly tag: 'circle';
  readonly cx: number;
  readonly cy: number;
  readonly r: number;
};

/** A closed outline of straight edges. */
export type PathNode = Paint & { readonly tag: 'path'; readonly d: string };

/** One line of text; `y` is its baseline. */
export type TextNode = {
  readonly tag: 'text';
  readonly x: number;
  readonly y: number;
  readonly fontFamily: string;
  readonly fontSize: number;
  readonly fontWeight: 400 | 700;
  readonly textAnchor: 'start' | 'middle' | 'end';
  readonly fill: string;
  readonly text: string;
};

/** A shape; its fields besides `tag` and `text` are the attributes, named as React names them. */
export type SvgNode = RectNode | LineNode | CircleNode | PathNode | TextNode;

/** A whole drawing, px at 96 to the inch. */
export type SvgTree = { readonly width: number; readonly height: number; readonly nodes: readonly SvgNode[] };

/** Two decimals are below what anyone sees, and keep the same data at the same bytes. */
export function roundLength(value: number): number {
  return Math.round(value * 100) / 100 + 0;
}

/** The outline through these points, closed. */
export function outline(points: readonly (readonly [x: number, y: number])[]): string {
  const pairs = points.map(([x, y]) => `${roundLength(x)} ${roundLength(y)}`);
  return `M${pairs.join('L')}Z`;
}

/** The drawing as an SVG file; the same tree always gives the same text. */
export function toSvgText(tree: SvgTree): string {
  const width = roundLength(tree.width);
  const height = roundLength(tree.height);
  const open = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`;
  return `${open}${tree.nodes.map(writeNode).join('')}</svg>`;
}

function writeNode(node: SvgNode): string {
  const attributes = Object.entries(node)
    .filter(([name]) => name !== 'tag' && name !== 'text')
    .map(([name, value]) => ` ${attributeName(name)}="${writeValue(value)}"`)
    .join('');
  if (node.tag === 'text') return `<text${attributes}>${escapeXml(node.text)}</text>`;
  return `<${node.tag}${attributes}/>`;
}

function attributeName(name: string): string {
  return name.replace(/[A-Z]/gu, (letter) => `-${letter.toLowerCase()}`);
}

function writeValue(value: string | number): string {
  return typeof value === 'number' ? String(roundLength(value)) : escapeXml(value);
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** XML 1.0 has no place for most controls, lone surrogates and two non-characters, not even escaped. */
function escapeXml(text: string): string {
  return text
    .replace(/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, '')
    .replace(/[&<>"]/gu, (character) => entities[character] ?? character);
}
