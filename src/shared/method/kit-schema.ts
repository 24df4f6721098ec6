/** The shape of a kit: the method's words, questions and lists as data. Texts stay in the kit; code knows ids and structure only. */
import { z } from 'zod';

const id = z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/u, 'must be an id: small letters, digits and single hyphens');
const words = z.string().min(1);
const named = z.strictObject({ id, name: words });

const indicator = z.strictObject({
  id,
  handle: words,
  tag: id,
  text: words,
  zero: words,
  four: words,
  ask: words,
});

const elementId = z.enum(['clarity', 'capability', 'engagement']);

const pattern = z.strictObject({
  id,
  family: id,
  name: words,
  says: words,
  elements: z.array(elementId).min(1),
  indicators: z.array(indicator).min(1),
  remedy: words,
});

/** A question of a guide: an id of an indicator (`pattern/indicator`) or axis (`axis/id`), or one of the guide's own. */
const questionId = z.string().regex(/^[a-z0-9-]+(?:\/[a-z0-9-]+)?$/u);
const guideQuestion = z.union([questionId, z.strictObject({ id, text: words })]);

const guide = z.strictObject({
  id,
  name: words,
  minutes: z.number().positive(),
  for: z.strictObject({ levels: z.array(id).min(1) }),
  blocks: z
    .array(
      z.strictObject({
        name: words,
        minutes: z.number().positive(),
        must: z.array(questionId),
        questions: z.array(guideQuestion).min(1),
      }),
    )
    .min(1),
});

const tier = z.strictObject({
  id: z.string().min(1),
  name: words,
  weeks: z.tuple([z.number().positive(), z.number().positive()]).optional(),
  pages: z.tuple([z.int().positive(), z.int().positive()]),
  fee: z
    .strictObject({ currency: z.string().length(3), from: z.number().nonnegative(), to: z.number().positive() })
    .optional(),
  presentation: z.boolean().optional(),
});

/** One wording, or its forms by plural category (`one`, `other` …, as `Intl.PluralRules` names them). */
const wording = z.union([words, z.partialRecord(z.enum(['zero', 'one', 'two', 'few', 'many', 'other']), words)]);

const scaleStep = z.strictObject({ value: z.int(), label: words, means: words.optional() });
const meaning = <V extends string>(values: readonly [V, ...V[]]) =>
  z.strictObject({ value: z.enum(values), means: words });

/** A firm's look; its logo and style template are kept beside the kit as bytes. */
const brand = z.strictObject({
  name: words,
  primary: z.string().regex(/^[0-9a-f]{6}$/iu, 'must be six hex digits'),
  accent: z.string().regex(/^[0-9a-f]{6}$/iu, 'must be six hex digits'),
  font: words.max(60),
  paper: z.enum(['A4', 'Letter']).optional(),
});

/** Schema of a kit file. */
export const kitSchema = z.strictObject({
  id,
  version: z.int().positive(),
  language: z.string().regex(/^[a-z]{2,3}(?:-[A-Za-z0-9]+)*$/u),
  scales: z.strictObject({
    indicator: z.array(scaleStep).length(5),
    agreement: z.array(scaleStep).length(5),
    playback: z.array(
      z.strictObject({
        value: z.enum(['named', 'partly', 'missed', 'contradicted']),
        points: z.number().min(-1).max(1),
        means: words,
      }),
    ),
    consent: z.array(meaning(['by-name', 'by-role', 'anonymous', 'background', 'withdrawn'])).length(5),
    fidelity: z.array(meaning(['verbatim', 'paraphrase', 'translated'])).length(3),
    standing: z.array(meaning(['in-scope', 'carried', 'noted'])).length(3),
    axis: z.array(scaleStep).length(5),
  }),
  elements: z.array(z.strictObject({ id: elementId, name: words, asks: words })).length(3),
  pulse: z.array(z.strictObject({ id, element: elementId, text: words })).min(3),
  functions: z.array(named).min(1),
  levels: z.array(named).min(1),
  limit_kinds: z.array(named).min(1),
  families: z.array(z.strictObject({ id, name: words, says: words })).min(1),
  patterns: z.array(pattern).min(1),
  axes: z.array(z.strictObject({ id, name: words, ask: words })).min(1),
  profiles: z.array(z.strictObject({ id, name: words, client: words, words: z.record(z.string(), words) })),
  usual_constraints: z.array(z.strictObject({ business: words, step: words })),
  discovery_modes: z.array(named),
  decision_bases: z.array(named),
  document_kinds: z.array(named).optional(),
  symptoms: z.array(z.strictObject({ id, name: words, indicators: z.array(questionId).min(1) })),
  constraint_remedies: z.strictObject({ temporary: words, permanent: words }),
  worked_examples: z.array(z.strictObject({ id, name: words, checks: z.array(words) })),
  prompts: z.record(z.string(), words),
  document: z.record(z.string(), wording),
  words: z.strictObject({
    theme: z.array(words),
    activity: z.array(words),
    group_owner: z.array(words),
    process: z.array(words),
    blame: z.array(words),
    placeholder: z.array(words),
  }),
  guides: z.array(guide).min(1),
  frame_minutes: z.record(z.string(), z.number().nonnegative()),
  playback_asks: questionId,
  opening: words,
  closing: words,
  review_questions: z.array(z.strictObject({ id, text: words })).min(1),
  refresh_triggers: z.array(named),
  check_points: z.array(z.strictObject({ months: z.number().positive(), ask: words })),
  review_prompts: z.array(words),
  outcome_signs: z.array(z.strictObject({ id, ask: words })),
  validity_quarters: z.strictObject({ from: z.number().positive(), to: z.number().positive() }),
  tiers: z.array(tier).min(1),
  retired: z.array(z.string()).optional(),
  brand: brand.optional(),
});

/** A kit as written. */
export type KitContent = z.infer<typeof kitSchema>;
/** One of the three elements that are read together. */
export type ElementId = z.infer<typeof elementId>;
/** A pattern of the kit. */
export type KitPattern = z.infer<typeof pattern>;
/** An indicator of the kit. */
export type KitIndicator = z.infer<typeof indicator>;
/** A guide of an interview: what is asked, in blocks with their minutes. */
export type KitGuide = z.infer<typeof guide>;
/** A tier of engagement: weeks, pages, fee. */
export type KitTier = z.infer<typeof tier>;
