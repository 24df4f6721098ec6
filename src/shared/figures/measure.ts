/** How wide a text runs in the bundled font, and how it is wrapped or shortened to fit. */
import { unitsPerEm, widthRuns } from './font-metrics.ts';

/** Size in px and weight of a text; `factor` is how much wider its font runs than the bundled one (1 = the same). */
export type TextStyle = { readonly size: number; readonly bold?: boolean; readonly factor?: number };

/** A text in lines; `whole` is false where something had to be left out. */
export type FittedText = { readonly lines: readonly string[]; readonly whole: boolean };

/** Width in px: the sum of advance widths. Kerning and ligatures only make it narrower. */
export function measureText(text: string, style: TextStyle): number {
  const widths = (style.bold ?? false) ? table().bold : table().regular;
  let units = 0;
  for (const character of text) units += widths.get(character.codePointAt(0) ?? 0) ?? estimate(character);
  return (units / unitsPerEm) * style.size * (style.factor ?? 1);
}

/** Whether the bundled font has every character of the text. */
export function covered(text: string): boolean {
  for (const character of text) if (!table().regular.has(character.codePointAt(0) ?? 0)) return false;
  return true;
}

/** The text, or as much of it as fits into `width` px with an ellipsis; empty where not even that fits. */
export function shortenText(text: string, width: number, style: TextStyle): string {
  if (measureText(text, style) <= width) return text;
  const characters = [...text];
  while (characters.length > 0) {
    characters.pop();
    const shortened = `${characters.join('').trimEnd()}…`;
    if (measureText(shortened, style) <= width) return characters.length > 0 ? shortened : '';
  }
  return '';
}

/** The text in at most `most` lines of `width` px, broken at spaces and after hyphens and slashes. */
export function wrapText(text: string, width: number, most: number, style: TextStyle): FittedText {
  const lines: string[] = [];
  let rest = text.trim();
  while (rest !== '' && lines.length < most - 1) {
    const taken = takeLine(rest, width, style);
    lines.push(shortenText(taken.trimEnd(), width, style));
    rest = rest.slice(taken.length).trimStart();
  }
  if (rest !== '') lines.push(shortenText(rest, width, style));
  const whole = lines.join('').replace(/\s/gu, '') === text.replace(/\s/gu, '');
  return { lines, whole };
}

/** As many whole pieces as fit, one at least. */
function takeLine(text: string, width: number, style: TextStyle): string {
  let line = '';
  for (const piece of text.match(/[^\s\-/–—]*[\s\-/–—]*/gu) ?? []) {
    if (line !== '' && measureText((line + piece).trimEnd(), style) > width) break;
    line += piece;
  }
  return line;
}

type Widths = ReadonlyMap<number, number>;
let parsed: { readonly regular: Widths; readonly bold: Widths } | undefined;

function table(): { readonly regular: Widths; readonly bold: Widths } {
  parsed ??= { regular: parseWidths(1), bold: parseWidths(2) };
  return parsed;
}

function parseWidths(column: 1 | 2): Widths {
  const widths = new Map<number, number>();
  for (const run of widthRuns) {
    run[column].split(' ').forEach((width, index) => widths.set(run[0] + index, Number(width)));
  }
  return widths;
}

/** Marks take no room; what the font lacks is drawn by another one, mostly one em wide in East Asia and for symbols. */
function estimate(character: string): number {
  if (/^[\p{M}\p{C}]$/u.test(character)) return 0;
  const isWide =
    /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{So}\p{Extended_Pictographic}]$/u;
  return unitsPerEm * (isWide.test(character) ? 1 : 0.6);
}
