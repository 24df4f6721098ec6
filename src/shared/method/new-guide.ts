/** A guide that was put together for one interview, as an entry of the kit: named, with ids that nothing else has. */
import { foldText } from '../lib/text.ts';
import type { KitGuide } from './kit-schema.ts';
import type { Kit } from './kit.ts';

/** A question of a draft: one that the kit has, or one in own words. */
export type DraftQuestion = {
  readonly must: boolean;
  /** Id of the kit; null for own words. */
  readonly question: string | null;
  readonly text: string;
  /** Row under which own words stand until now, if they do; it takes the id that they get. */
  readonly answer: string | null;
};

/** A guide as somebody puts it together. */
export type GuideDraft = {
  readonly name: string;
  readonly minutes: number;
  readonly levels: readonly string[];
  readonly blocks: readonly {
    readonly name: string;
    readonly minutes: number;
    readonly questions: readonly DraftQuestion[];
  }[];
};

/** A guide for the kit, with the ids that own words got, by the row under which they stood. */
export type NewGuide = { readonly guide: KitGuide; readonly ids: ReadonlyMap<string, string> };

/** Gives a draft its ids: readable, permanent, and none that the kit has or ever had. */
export function composeGuide(draft: GuideDraft, kit: Kit): NewGuide {
  const retired = kit.content.retired ?? [];
  const guideIds = new Set([...kit.ids.guides, ...retired]);
  const questionIds = new Set([...kit.ids.questions, ...retired]);
  const owned = new Map(
    kit.content.guides
      .flatMap(({ blocks }) => blocks.flatMap(({ questions }) => questions))
      .flatMap((one) => (typeof one === 'string' ? [] : [[one.id, one] as const])),
  );
  const ids = new Map<string, string>();
  const blocks = draft.blocks
    .filter(({ questions }) => questions.length > 0)
    .map(({ name, minutes, questions }) => {
      const made = questions.map(({ question, text, answer, must }) => {
        const id = question ?? freeId(text, 'question', questionIds);
        questionIds.add(id);
        if (question === null && answer !== null) ids.set(answer, id);
        // Words of another guide are written out, so that this one stands when the other goes.
        const entry = question === null ? { id, text: text.trim() } : (owned.get(id) ?? id);
        return { id, entry, must };
      });
      return {
        name: name.trim(),
        minutes,
        must: made.flatMap(({ id, must }) => (must ? [id] : [])),
        questions: made.map(({ entry }) => entry),
      };
    });
  const id = freeId(draft.name, 'guide', guideIds);
  const guide = { id, name: draft.name.trim(), minutes: draft.minutes, for: { levels: [...draft.levels] }, blocks };
  return { guide, ids };
}

/** The first words of a text as an id; numbered where it is taken. */
function freeId(text: string, otherwise: string, taken: ReadonlySet<string>): string {
  const words = foldText(text).match(/[a-z0-9]+/gu) ?? [];
  const stem = words.slice(0, 5).join('-').slice(0, 60).replace(/-+$/u, '') || otherwise;
  for (let at = 1; ; at++) {
    const id = at === 1 ? stem : `${stem}-${at}`;
    if (!taken.has(id)) return id;
  }
}
