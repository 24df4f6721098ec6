/** What the render job takes and gives, as schemas that both sides of the process boundary check. */
import { z } from 'zod';
import type { DocumentTree } from '../../../shared/document/blocks.ts';
import { type FitChange, fitChanges, type PageRange } from '../../../shared/document/fit.ts';
import type { DocumentLayout } from '../../../shared/document/layout.ts';
import type { Brand, Density, LayoutSettings, Paper } from '../../../shared/document/settings.ts';
import type { RemovedCharacter } from './clean-text.ts';

/** What the job takes. */
export type RenderJobInput = {
  /** The full document first, then each level that leaves more out, with the step that made it. */
  readonly levels: readonly { readonly change: FitChange | null; readonly document: DocumentTree }[];
  readonly paper: Paper;
  /** Fixed by the user; absent when the fit may choose between normal and tight. */
  readonly density?: Density;
  /**
   * Whether the fit may try other settings than the first. `each` lays out every level by itself in the first setting, and
   * the first level in tight rows, to tell what each would gain over the first.
   */
  readonly search: boolean | 'each';
  readonly range: PageRange;
  readonly brand: Brand;
  /** YYYY-MM-DD; the only date that the file carries. */
  readonly issueDate: string;
  /** The folder of the bundled fonts. */
  readonly fontFolder: string;
  /** A firm's .docx whose styles replace ours. */
  readonly template?: Uint8Array;
  /** False lays out only, which costs no bitmap. */
  readonly write: boolean;
};

/** What the job gives. */
export type RenderJobOutput = {
  /** The file; null when it was only laid out. */
  readonly bytes: Uint8Array | null;
  readonly layout: DocumentLayout;
  /** Index of the content level that was taken, and the settings. */
  readonly level: number;
  readonly settings: LayoutSettings;
  /** Whether the pages are inside the range. */
  readonly fits: boolean;
  /** Candidates in the order tried; the gain is in pages over the same one without its last change. */
  readonly steps: readonly {
    readonly changes: readonly FitChange[];
    readonly level: number;
    readonly pages: number;
    readonly gain: number;
  }[];
  /** Characters that the file format forbids and that were left out. */
  readonly removed: readonly RemovedCharacter[];
};

const hexColour = z.string().regex(/^#?[0-9a-fA-F]{6}$/u);
const points = z.number();
const change = z.enum(fitChanges);
const paper = z.enum(['A4', 'Letter']);
const density = z.enum(['open', 'normal', 'tight']);

/** The block tree comes from our own sections; its structure is checked by `structureProblems` in the job. */
const documentTree = z.custom<DocumentTree>(
  (value) => typeof value === 'object' && value !== null && 'sections' in value && Array.isArray(value.sections),
);

const picture = z.strictObject({
  format: z.enum(['svg', 'png']),
  data: z.string().max(3_000_000),
  width: z.number().positive().max(166),
  height: z.number().positive().max(60),
  alt: z.string(),
});

/** The schema of what the job takes. */
export const renderJobInput = z.strictObject({
  levels: z
    .array(z.strictObject({ change: change.nullable(), document: documentTree }))
    .min(1)
    .max(8),
  paper,
  density: density.optional(),
  search: z.union([z.boolean(), z.literal('each')]),
  range: z.strictObject({ min: z.int().min(1), max: z.int().min(1) }),
  brand: z.strictObject({
    name: z.string(),
    primary: hexColour,
    accent: hexColour,
    font: z.string().min(1).max(60),
    logo: picture.optional(),
  }),
  issueDate: z.iso.date(),
  fontFolder: z.string(),
  template: z.instanceof(Uint8Array).optional(),
  write: z.boolean(),
}) as unknown as z.ZodType<RenderJobInput>; // an absent field and an undefined one are the same to zod

const line = z.strictObject({
  text: z.string(),
  x: points,
  y: points,
  width: points,
  height: points,
  textWidth: points,
});

const box = z.strictObject({
  section: z.string(),
  block: z.string(),
  key: z.string(),
  style: z.string(),
  fontSize: points,
  y: points,
  height: points,
  row: z.int().optional(),
  lines: z.array(line),
});

const layout = z.strictObject({
  source: z.enum(['computed', 'guessed']),
  stoppedAt: z.string().optional(),
  pages: z.array(
    z.strictObject({
      number: z.int(),
      width: points,
      height: points,
      fill: z.number(),
      firstLine: z.string(),
      boxes: z.array(box),
      guesses: z.array(z.string()),
    }),
  ),
  shares: z.record(z.string(), z.number()),
  pageFill: z.array(z.number()),
  splits: z.int(),
});

/** The schema of what the job gives. */
export const renderJobOutput = z.strictObject({
  bytes: z.instanceof(Uint8Array).nullable(),
  layout,
  level: z.int(),
  settings: z.strictObject({ paper, density, keep: z.enum(['strict', 'loose']) }),
  fits: z.boolean(),
  steps: z.array(z.strictObject({ changes: z.array(change), level: z.int(), pages: z.int(), gain: z.number() })),
  removed: z.array(z.strictObject({ key: z.string(), character: z.string(), count: z.int() })),
}) as unknown as z.ZodType<RenderJobOutput>;
