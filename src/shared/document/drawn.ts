/** A document as the screen draws it: what it says, where everything stands, and what asks for a look. */
import type { DocumentTree } from './blocks.ts';
import type { FitChange, TriedStep } from './fit.ts';
import type { DocumentLayout } from './layout.ts';
import type { EmptyStage } from './section.ts';
import type { Brand, LayoutSettings } from './settings.ts';

/** A part of the document with the pages that it takes. */
export type DrawnSection = { readonly id: string; readonly title: string; readonly share: number };

/** A document that was laid out, with everything that its pages are drawn from. */
export type DrawnDocument = {
  /** Revision of the file that it was made from. */
  readonly revision: number;
  /** Number that it bears; null for a draft. */
  readonly number: string | null;
  readonly document: DocumentTree;
  readonly layout: DocumentLayout;
  readonly settings: LayoutSettings;
  readonly look: Pick<Brand, 'primary' | 'accent' | 'font'>;
  /** A firm's template gives the styles of the file: the pages on screen stand as there and look as ours. */
  readonly template: boolean;
  /** Pages that its tier asks for, least and most, and whether it is inside. */
  readonly range: readonly [min: number, max: number];
  readonly fits: boolean;
  readonly sections: readonly DrawnSection[];
  /** What the fit did to it, and what it tried. */
  readonly taken: readonly FitChange[];
  readonly tried: readonly TriedStep[];
  /** Stages that gave it nothing. */
  readonly empty: readonly EmptyStage[];
  /** Some of its detail stands in a file of its own. */
  readonly appendix: boolean;
  /** Drafts that edits replace, as they are edited, by key. */
  readonly replaced: Readonly<Record<string, string>>;
  /** Keys of edits whose draft has changed since, and of those that are not in this document. */
  readonly overtaken: readonly string[];
  readonly unplaced: readonly string[];
};

/** The pages of an issue, drawn from the data that was frozen with it. */
export type DrawnIssue = {
  readonly drawn: DrawnDocument;
  /** Who answers for it, by name and firm as they stood then. */
  readonly by: string;
  /** Drawn again it gives the very bytes that were issued; otherwise kit, logo or tools have changed since. */
  readonly same: boolean;
};

/** One further step, and what it would really gain. */
export type FitOffer = { readonly change: FitChange; readonly pages: number; readonly gain: number };
