/** What a section of the document is: a function from material and options to blocks, with what it left open or printed. */
import type { ReadinessOptions } from '../analysis/readiness/context.ts';
import type { FigureWarning } from '../figures/figure.ts';
import type { ParagraphEdit } from '../model/index.ts';
import type { Block } from './blocks.ts';
import type { ContentSettings } from './fit.ts';
import type { Material } from './material.ts';
import type { Brand } from './settings.ts';
import type { Withheld } from './voices.ts';

/** What differs between two documents of one engagement. */
export type ComposeOptions = {
  /** Number of the issue, as 1.0; null for a draft. */
  readonly version: string | null;
  readonly brand: Brand;
  /** How much of the detail is kept; all of it unless the fit asks for less. */
  readonly content?: ContentSettings;
  /** The issue is frozen in the client file; without it the last line calls the document a version, not an issue. */
  readonly frozen?: boolean;
  /** SHA-256 of the data behind an issue, in hex. */
  readonly snapshotDigest?: string;
  /** Pages where they are known already: some accepted warnings depend on them. */
  readonly pages?: ReadinessOptions['pages'];
  /** Paragraphs written by hand; those of the client file unless others are given. */
  readonly edits?: readonly Pick<ParagraphEdit, 'key' | 'text' | 'draftSeen'>[];
};

/** The stages of the work that a document can be thin in, by the name of their screens. */
export type StageName = 'scope' | 'sources' | 'interviews' | 'patterns' | 'constraint' | 'map';

/** A stage that gave the document nothing, and the sentence that says so in its place. */
export type EmptyStage = { readonly stage: StageName; readonly sentence: string };

/** What a section makes. */
export type SectionResult = {
  readonly blocks: readonly Block[];
  /** Blocks that moved to the appendix. */
  readonly detail?: readonly Block[];
  readonly empty?: readonly EmptyStage[];
  /** Ids of the evidence whose words are printed. */
  readonly printed?: readonly string[];
  /** Ids of the evidence that is told in the consultant's own words. */
  readonly reported?: readonly string[];
  /** What was marked for the document and may not stand in it. */
  readonly withheld?: readonly Withheld[];
  readonly warnings?: readonly FigureWarning[];
};

/** Options with the amount of detail settled. */
export type SectionOptions = ComposeOptions & { readonly content: ContentSettings };

/** A section: its id is the unit in which shares of a page are shown; its title is the wording `section.<id>`. */
export type Section = {
  readonly id: string;
  readonly compose: (material: Material, options: SectionOptions) => SectionResult;
};
