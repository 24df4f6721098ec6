/** Typed access to a kit: what was written, checked for its inner references, with the look-ups that the method needs. */
import type { KitList } from '../model/define.ts';
import { kitSchema, type KitContent, type KitIndicator, type KitPattern, type KitTier } from './kit-schema.ts';

/** An indicator with the pattern that it belongs to; `id` is the whole id, "pattern/indicator". */
export type Indicator = Omit<KitIndicator, 'id'> & {
  readonly id: string;
  readonly pattern: KitPattern;
  readonly order: number;
};

/** A kit with its look-ups. */
export type Kit = {
  readonly content: KitContent;
  /** Indicators by whole id ("pattern/indicator"), in kit order. */
  readonly indicators: ReadonlyMap<string, Indicator>;
  readonly patterns: ReadonlyMap<string, KitPattern>;
  /** Ids of each list that a field of the model may take. */
  readonly ids: Readonly<Record<KitList, ReadonlySet<string>>>;
};

/** A fault of a kit: where it is and what is wrong. */
export type KitFault = { readonly path: string; readonly problem: string };

/** Reads a kit from plain data. Faults name the path; a kit with faults is not used. */
export function parseKit(data: unknown): { readonly kit: Kit } | { readonly faults: readonly KitFault[] } {
  const parsed = kitSchema.safeParse(data);
  if (!parsed.success) {
    return { faults: parsed.error.issues.map((issue) => ({ path: issue.path.join('.'), problem: issue.message })) };
  }
  const faults = checkReferences(parsed.data);
  return faults.length > 0 ? { faults } : { kit: indexKit(parsed.data) };
}

/** Name of an entry of one of the kit's named lists; the id itself where the kit no longer has it. */
export function nameIn(list: readonly { readonly id: string; readonly name: string }[], id: string | null): string {
  if (id === null) return '';
  return list.find((entry) => entry.id === id)?.name ?? id;
}

/** The tier of an engagement; the first of the kit where none was chosen. */
export function tierOf(kit: Kit, id: string | null): KitTier {
  const found = kit.content.tiers.find((tier) => tier.id === id) ?? kit.content.tiers[0];
  if (found === undefined) throw new Error('a kit has at least one tier');
  return found;
}

/** Text of a question by its id: an indicator's, an axis's, or one of the guides' own; null where the kit has none. */
export function questionText(kit: Kit, id: string): string | null {
  const indicator = kit.indicators.get(id);
  if (indicator !== undefined) return indicator.ask;
  const axis = kit.content.axes.find((entry) => `axis/${entry.id}` === id);
  if (axis !== undefined) return axis.ask;
  for (const question of guideQuestions(kit.content)) {
    if (typeof question !== 'string' && question.id === id) return question.text;
  }
  return null;
}

/** Text of a wording of the document for a count; the general form where the language has no other. */
export function wordingFor(kit: Kit, key: string, category: Intl.LDMLPluralRule = 'other'): string {
  const wording = kit.content.document[key];
  if (wording === undefined) throw new Error(`the kit has no wording "${key}"`);
  if (typeof wording === 'string') return wording;
  const text = wording[category] ?? wording.other;
  if (text === undefined) throw new Error(`the wording "${key}" has no general form`);
  return text;
}

function indexKit(content: KitContent): Kit {
  const indicators = new Map<string, Indicator>();
  for (const pattern of content.patterns) {
    for (const indicator of pattern.indicators) {
      const id = `${pattern.id}/${indicator.id}`;
      indicators.set(id, { ...indicator, id, pattern, order: indicators.size });
    }
  }
  const set = (list: readonly { readonly id: string }[]): ReadonlySet<string> => new Set(list.map((entry) => entry.id));
  return {
    content,
    indicators,
    patterns: new Map(content.patterns.map((pattern) => [pattern.id, pattern])),
    ids: {
      functions: set(content.functions),
      levels: set(content.levels),
      limitKinds: set(content.limit_kinds),
      patterns: set(content.patterns),
      indicators: new Set(indicators.keys()),
      axes: set(content.axes),
      pulse: set(content.pulse),
      profiles: set(content.profiles),
      discoveryModes: set(content.discovery_modes),
      decisionBases: set(content.decision_bases),
      documentKinds: set(content.document_kinds ?? []),
      guides: set(content.guides),
      questions: questionIds(content, indicators),
      reviewQuestions: set(content.review_questions),
      refreshTriggers: set(content.refresh_triggers),
      outcomeSigns: set(content.outcome_signs),
      tiers: set(content.tiers),
    },
  };
}

function questionIds(content: KitContent, indicators: ReadonlyMap<string, Indicator>): ReadonlySet<string> {
  const own = guideQuestions(content).flatMap((question) => (typeof question === 'string' ? [] : [question.id]));
  return new Set([
    ...indicators.keys(),
    ...content.axes.map((axis) => `axis/${axis.id}`),
    ...own,
    'opening',
    'closing',
  ]);
}

function guideQuestions(content: KitContent) {
  return content.guides.flatMap((guide) => guide.blocks.flatMap((block) => block.questions));
}

/** Inner references that the schema cannot see: unknown ids, ids used twice, retired ids in use. */
function checkReferences(content: KitContent): KitFault[] {
  const faults: KitFault[] = [];
  const unique = (path: string, ids: readonly string[]): void => {
    const seen = new Set<string>();
    for (const id of ids) {
      if (seen.has(id)) faults.push({ path, problem: `the id "${id}" is used twice` });
      if (content.retired?.includes(id))
        faults.push({ path, problem: `the id "${id}" is retired and may not be used again` });
      seen.add(id);
    }
  };
  const known = (path: string, id: string, ids: ReadonlySet<string>): void => {
    if (!ids.has(id)) faults.push({ path, problem: `"${id}" is not an id of this kit` });
  };
  const idsOf = (list: readonly { readonly id: string }[]): string[] => list.map((entry) => entry.id);
  for (const list of [
    'patterns',
    'functions',
    'levels',
    'axes',
    'pulse',
    'guides',
    'families',
    'tiers',
    'review_questions',
  ] as const) {
    unique(list, idsOf(content[list]));
  }
  const { indicators, ids } = indexKit(content);
  unique(
    'patterns.indicators',
    content.patterns.flatMap((pattern) => pattern.indicators.map((one) => `${pattern.id}/${one.id}`)),
  );
  unique(
    'patterns.indicators.tag',
    [...indicators.values()].map((indicator) => indicator.tag),
  );
  const families = new Set(idsOf(content.families));
  for (const pattern of content.patterns) known(`patterns.${pattern.id}.family`, pattern.family, families);
  for (const symptom of content.symptoms) {
    for (const id of symptom.indicators) known(`symptoms.${symptom.id}`, id, ids.indicators);
  }
  for (const guide of content.guides) {
    for (const level of guide.for.levels) known(`guides.${guide.id}.for`, level, ids.levels);
    for (const block of guide.blocks) {
      const path = `guides.${guide.id}.${block.name}`;
      const here = block.questions.map((question) => (typeof question === 'string' ? question : question.id));
      for (const question of block.questions) if (typeof question === 'string') known(path, question, ids.questions);
      for (const id of block.must) known(`${path}.must`, id, new Set(here));
    }
  }
  known('playback_asks', content.playback_asks, ids.indicators);
  return faults;
}
