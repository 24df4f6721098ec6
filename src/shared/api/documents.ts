/** Calls on the intervention document: draft, write, issue. */
import { z } from 'zod';
import type { DrawnDocument, DrawnIssue, FitOffer } from '../document/drawn.ts';
import { fitChanges } from '../document/fit.ts';
import type { ChangesSince } from '../document/since.ts';
import type { ReleaseEntry } from '../document/release.ts';
import { call, computed, day, fileHandle, opId, placeHandle, workId } from './call.ts';

const engagement = z.uuid().optional();
const settings = {
  file: fileHandle,
  engagement,
  today: day,
  paper: z.enum(['A4', 'Letter']).optional(),
  density: z.enum(['open', 'normal', 'tight']).optional(),
  draft: z.boolean().optional(),
  work: workId,
};

/** What a laid-out document is: pages with their source, shares of a page by section, and how it was made to fit. */
export const layoutReport = z.strictObject({
  pages: z.int(),
  source: z.enum(['computed', 'guessed', 'read']),
  range: z.tuple([z.int(), z.int()]),
  fits: z.boolean(),
  shares: z.array(z.strictObject({ section: z.string(), title: z.string(), share: z.number() })),
  fill: z.array(z.number()),
  density: z.enum(['open', 'normal', 'tight']),
  keep: z.enum(['strict', 'loose']),
  steps: z.array(z.strictObject({ step: z.string(), pages: z.int(), gain: z.number() })),
  empty: z.array(z.strictObject({ stage: z.string(), sentence: z.string() })),
  removed: z.array(z.string()),
});
/** What a laid-out document is. */
export type LayoutReport = z.infer<typeof layoutReport>;

/** Calls on the intervention document. */
export const documents = {
  /** Composes and lays out the document without writing it. */
  layout: call(settings, layoutReport),
  /** Writes the document to a place, whole or not at all. */
  write: call(
    { ...settings, place: placeHandle },
    z.strictObject({
      report: layoutReport,
      bytes: z.int(),
      digest: z.string(),
      /** Marked as a draft: asked for, or because blockers stand. */
      draft: z.boolean(),
      /** Detail that did not fit was written beside it. */
      appendix: z.boolean(),
      blockers: z.array(z.strictObject({ code: z.string(), sentence: z.string() })),
    }),
  ),
  /** What speakers are asked to release before it is printed, speaker by speaker. */
  releaseList: call({ file: fileHandle, engagement, today: day }, computed<readonly ReleaseEntry[]>()),
  /** Writes the letter to one of them as a Word file: only this person's words. */
  releaseLetter: call(
    { file: fileHandle, engagement, today: day, person: z.uuid(), place: placeHandle, work: workId },
    z.strictObject({ bytes: z.int(), quotes: z.int() }),
  ),
  /** Freezes data and document as the next numbered issue; refused while a blocker stands. */
  issue: call(
    { ...settings, opId },
    z.strictObject({
      issue: z.uuid(),
      number: z.string(),
      report: layoutReport,
      digest: z.string(),
      revision: z.int(),
    }),
  ),
  /** Bytes of an issue, as they were sent. */
  issued: call({ file: fileHandle, issue: z.uuid(), place: placeHandle }, z.strictObject({ bytes: z.int() })),
  /** The document with its layout, for drawing its pages on screen: the very one that `write` writes. */
  pages: call(settings, computed<DrawnDocument>()),
  /** What each single further step beyond those taken would make of its length, measured; nothing is changed by asking. */
  offers: call({ ...settings, taken: z.array(z.enum(fitChanges)) }, computed<readonly FitOffer[]>()),
  /** The pages of an issue, laid out again from the data that was frozen with it. */
  issuedPages: call({ file: fileHandle, issue: z.uuid(), work: workId }, computed<DrawnIssue>()),
  /** What changed since an issue, decision by decision. */
  changedSince: call({ file: fileHandle, issue: z.uuid() }, computed<ChangesSince>()),
};
