/** Calls that compute the method's figures and rank links for the backlog. */
import { z } from 'zod';
import type { Background } from '../analysis/background.ts';
import type { Analysis } from '../analysis/index.ts';
import type { Suggestion } from '../analysis/suggest/suggest.ts';
import type { Suggestions } from '../analysis/suggestions.ts';
import { call, computed, day, fileHandle, opId } from './call.ts';

/** Every figure of the method, as `analyse` answers it. */
export type Figures = Analysis;
/** Readings beside the figures, as `assessBackground` answers them. */
export type BackgroundFigures = Background;

/** Parts of an answer that differ from what the caller has, with the digest of every part by its name. */
export type News<T> = { readonly changed: Partial<T>; readonly digests: Readonly<Record<string, string>> };

const digests = z.record(z.string().max(64), z.string().max(64));
const engagement = z.uuid().optional();
const pages = z.strictObject({ count: z.int().min(1), source: z.enum(['computed', 'guessed', 'read']) }).optional();

/** Calls that compute figures. */
export const analysis = {
  /**
   * Every figure of the method, computed on `today` (the day of the core's clock when left out). `suggestions: false`
   * leaves out suggested links, which cost more than all the rest together.
   */
  analyse: call(
    { file: fileHandle, engagement, today: day, pages, suggestions: z.boolean().optional() },
    computed<Analysis>(),
  ),
  /** Readings beside the figures: symptoms, warnings known before approval, uptake, limits, the validity window. */
  background: call({ file: fileHandle, engagement, today: day }, computed<Background>()),
  /** Both at once without suggestions, and of them only what differs from what the caller knows by its digests. */
  news: call(
    { file: fileHandle, engagement, today: day, known: z.strictObject({ figures: digests, background: digests }) },
    computed<{ readonly figures: News<Analysis>; readonly background: News<Background> }>(),
  ),
};

/** Calls on suggested links. */
export const suggestions = {
  /** Up to five for each open, unlinked item by key, best first. */
  list: call({ file: fileHandle, engagement }, computed<Suggestions>()),
  /** Decisions that a text may belong to, best first; none where it reads like no decision. */
  decisions: call({ file: fileHandle, engagement, text: z.string().max(20_000) }, computed<readonly Suggestion[]>()),
  /**
   * Links open, unlinked items to their first suggestion where that is at least as strong as asked: one entry, one undo.
   * `items` (keys) are those that a person went through; without it every item is meant.
   */
  accept: call(
    {
      file: fileHandle,
      engagement,
      strength: z.enum(['weak', 'fair', 'strong']),
      items: z.array(z.string()).max(200_000).optional(),
      opId,
    },
    z.strictObject({ revision: z.int(), accepted: z.int(), open: z.int() }),
  ),
};
