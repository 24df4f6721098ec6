/** Short words for writing blocks, so that a section reads like the page it makes. */
import type {
  Caption,
  CaptionSeries,
  FigureBlock,
  Gap,
  Line,
  Mark,
  Paragraph,
  ParagraphStyle,
  Quote,
  ReferenceRun,
  Run,
  TextRun,
} from './blocks.ts';
import type { Figure } from '../figures/figure.ts';

/** Text as the writer's functions take it: a plain string, or runs. */
export type Text = string | readonly Run[];

/** What a paragraph may ask for besides its text. */
export type ParagraphOptions = { readonly gap?: Gap; readonly keepNext?: boolean; readonly bookmark?: string };

/** Runs of a plain string or of runs. */
export function runsOf(text: Text): readonly Run[] {
  return typeof text === 'string' ? [{ text }] : text;
}

/** Text with a mark of meaning. */
export function marked(mark: Mark, text: string): TextRun {
  return { text, mark };
}

/** Bold text. */
export function emphasised(text: string): TextRun {
  return marked('emphasised', text);
}

/** A reference to a caption, written as its word and number (Figure 3). */
export function labelOf(bookmark: string): ReferenceRun {
  return { ref: bookmark, show: 'label' };
}

/** A reference to the page on which a bookmark stands. */
export function pageOf(bookmark: string): ReferenceRun {
  return { ref: bookmark, show: 'page' };
}

/** A paragraph of any style. */
export function paragraph(key: string, style: ParagraphStyle, text: Text, options: ParagraphOptions = {}): Paragraph {
  return { kind: 'paragraph', key, style, runs: runsOf(text), ...options };
}

/** A keyed line of plain text. */
export function line(key: string, text: string): Line {
  return { key, text };
}

/** A quote with its source under it; the key of the source follows from that of the quote. */
export function quote(key: string, text: Text, source: string, keepNext?: boolean): Quote {
  const block: Quote = { kind: 'quote', key, runs: runsOf(text), source: line(`${key}.source`, source) };
  return keepNext === undefined ? block : { ...block, keepNext };
}

/** The line above a figure or table. */
export function caption(key: string, series: CaptionSeries, text: Text, bookmark?: string): Caption {
  const block: Caption = { kind: 'caption', key, series, runs: runsOf(text) };
  return bookmark === undefined ? block : { ...block, bookmark };
}

/** A drawing of the given width in millimetres. */
export function figureBlock(key: string, figure: Figure, width: number, keepNext?: boolean): FigureBlock {
  const block: FigureBlock = { kind: 'figure', key, figure, width };
  return keepNext === undefined ? block : { ...block, keepNext };
}

/** A cell of one paragraph in table text. */
export function cell(key: string, text: Text): readonly Paragraph[] {
  return [paragraph(key, 'table-text', text)];
}

/** Binds both sides of an arrow with no-break spaces: `18% → 50%` stays on one line. */
export function change(from: string, to: string): string {
  return `${from}\u00A0→\u00A0${to}`;
}
