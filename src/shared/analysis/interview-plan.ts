/** What is asked in an interview, in order: the frame of the kit, the guide or the questions chosen by hand, and what came up. */
import type { KitGuide } from '../method/kit-schema.ts';
import { type Kit, questionText } from '../method/kit.ts';
import type { Answer, Interview } from '../model/index.ts';
import { byRowId } from './order.ts';

/** Part of the conversation; playback and pulse have a screen of their own. */
export type AskKind = 'opening' | 'playback' | 'question' | 'pulse' | 'closing';

/** One thing to ask. */
export type Ask = {
  /** Tells it apart within the interview: the id of the question, or of the answer of one that was not planned. */
  readonly key: string;
  readonly kind: AskKind;
  /** Id of the kit; null for what was not planned, and for the pulse. */
  readonly question: string | null;
  readonly text: string;
  /** Has to be asked even when time runs short. */
  readonly must: boolean;
  /** What was noted under it; null while nothing was. */
  readonly answer: Answer | null;
  /** Where a note under it stands among the answers. */
  readonly position: number;
};

/** Questions that belong together, with the minutes that the guide gives them; null where it gives none. */
export type AskBlock = { readonly name: string; readonly minutes: number | null; readonly asks: readonly Ask[] };

/** Everything that is asked in an interview. */
export type InterviewPlan = { readonly blocks: readonly AskBlock[]; readonly minutes: number };

type Slot = Omit<Ask, 'answer' | 'position'>;
type SlotBlock = { readonly name: string; readonly minutes: number | null; readonly slots: Slot[] };

/** Composes the plan. `customer` leaves out playback and pulse, which customers are not asked. */
export function composeInterviewPlan(
  interview: Pick<Interview, 'guide' | 'questions' | 'minutes'>,
  answers: readonly Answer[],
  kit: Kit,
  customer: boolean,
): InterviewPlan {
  const { content } = kit;
  const guide = content.guides.find(({ id }) => id === interview.guide);
  const frame = (kind: 'opening' | 'playback' | 'pulse' | 'closing', name: string, text: string): SlotBlock => ({
    name,
    minutes: content.frame_minutes[kind] ?? null,
    slots: [
      {
        key: kind === 'playback' ? content.playback_asks : kind,
        kind,
        question: kind === 'playback' ? content.playback_asks : kind === 'pulse' ? null : kind,
        text,
        must: false,
      },
    ],
  });
  const retelling = questionText(kit, content.playback_asks) ?? '';
  const blocks: SlotBlock[] = [
    frame('opening', 'Opening', content.opening),
    ...(customer ? [] : [frame('playback', 'Playback', retelling)]),
    ...questionBlocks(interview, kit, customer ? '' : content.playback_asks),
    ...(customer ? [] : [frame('pulse', 'Pulse', '')]),
    frame('closing', 'Closing', content.closing),
  ];
  // What the guide leaves free stays free when questions go or come.
  const free = guide === undefined ? 0 : guide.minutes - minutesOf(guide, content.frame_minutes, customer);
  const minutes = interview.minutes ?? Math.max(1, sumOf(blocks) + free);
  addAnswered(blocks, answers, kit);
  return { blocks: number(fitBlocks(blocks, minutes), answers), minutes };
}

/** Ids of the questions of an interview as they stand: those chosen by hand, else those of its guide. */
export function plannedQuestions(interview: Pick<Interview, 'guide' | 'questions'>, kit: Kit): readonly string[] {
  if (interview.questions.length > 0) return [...new Set(interview.questions)];
  const guide = kit.content.guides.find(({ id }) => id === interview.guide);
  return (guide?.blocks ?? []).flatMap(({ questions }) => questions.map(idOf));
}

/** The questions in the blocks of the guide; what the guide does not have stands in a block of its own. */
function questionBlocks(
  interview: Pick<Interview, 'guide' | 'questions'>,
  kit: Kit,
  without: string,
): readonly SlotBlock[] {
  const guide = kit.content.guides.find(({ id }) => id === interview.guide);
  const home = new Map((guide?.blocks ?? []).flatMap((block) => block.questions.map((one) => [idOf(one), block])));
  const blocks = new Map<string, SlotBlock>();
  for (const id of plannedQuestions(interview, kit)) {
    const text = questionText(kit, id);
    if (text === null || id === without || id === 'opening' || id === 'closing') continue;
    const own = home.get(id);
    const name = own?.name ?? further;
    const block = blocks.get(name) ?? { name, minutes: null, slots: [] };
    block.slots.push({ key: id, kind: 'question', question: id, text, must: own?.must.includes(id) ?? false });
    blocks.set(name, block);
  }
  const each = guide === undefined ? null : sumOf(guide.blocks) / Math.max(1, home.size);
  return [...blocks.values()].map((block) => {
    const own = guide?.blocks.find(({ name }) => name === block.name);
    const share =
      own === undefined
        ? each === null
          ? null
          : each * block.slots.length
        : (own.minutes * block.slots.length) / own.questions.filter((one) => idOf(one) !== without).length;
    return { ...block, minutes: share === null ? null : Math.max(1, Math.round(share)) };
  });
}

/** Blocks in less time than they would take: the frame keeps its minutes, the questions share what is left. */
function fitBlocks(blocks: readonly SlotBlock[], minutes: number): readonly SlotBlock[] {
  const asks = blocks.filter(({ slots }) => slots[0]?.kind === 'question');
  const [all, inBlocks] = [sumOf(blocks), sumOf(asks)];
  if (all <= minutes || inBlocks === 0) return blocks;
  const part = Math.max(0, minutes - (all - inBlocks)) / inBlocks;
  return blocks.map((block) =>
    asks.includes(block) && block.minutes !== null
      ? { ...block, minutes: Math.max(1, Math.round(block.minutes * part)) }
      : block,
  );
}

/** Minutes that a guide gives to its blocks and their frame. */
function minutesOf(guide: KitGuide, frame: Kit['content']['frame_minutes'], customer: boolean): number {
  const around = customer ? ['opening', 'closing'] : ['opening', 'playback', 'pulse', 'closing'];
  return sumOf(guide.blocks) + around.reduce((sum, kind) => sum + (frame[kind] ?? 0), 0);
}

const further = 'Further questions';

/** Puts what was answered and is not planned where it was asked: after the question that stands before its position. */
function addAnswered(blocks: SlotBlock[], answers: readonly Answer[], kit: Kit): void {
  const planned = new Set(blocks.flatMap(({ slots }) => slots.map(({ question }) => question)));
  const count = blocks.reduce((sum, { slots }) => sum + slots.length, 0);
  const places = blocks.flatMap((block) => block.slots.map((slot) => ({ block, slot })));
  const last = new Map<Slot, Slot>();
  for (const answer of answers.toSorted(inOrder)) {
    if (answer.question !== null && planned.has(answer.question)) continue;
    const known = answer.question === null ? null : questionText(kit, answer.question);
    const text = known ?? (answer.unplanned || answer.question || 'Question without words');
    const slot: Slot = { key: answer.id, kind: 'question', question: answer.question, text, must: false };
    const at = places[Math.min(count - 1, Math.max(1, Math.floor(answer.position))) - 1];
    if (at === undefined) continue;
    const after = last.get(at.slot) ?? at.slot;
    at.block.slots.splice(at.block.slots.indexOf(after) + 1, 0, slot);
    last.set(at.slot, slot);
  }
}

/** Joins the answers and numbers the planned ones from 1; what was not planned lies between two numbers. */
function number(blocks: readonly SlotBlock[], answers: readonly Answer[]): AskBlock[] {
  const byQuestion = new Map(
    answers
      .toSorted(inOrder)
      .toReversed()
      .map((row) => [row.question, row]),
  );
  const byId = new Map(answers.map((row) => [row.id, row]));
  let at = 0;
  return blocks.map(({ name, minutes, slots }) => ({
    name,
    minutes,
    asks: slots.map((slot): Ask => {
      const own = byId.get(slot.key);
      if (own === undefined) at += 1;
      const found = own ?? (slot.question === null ? undefined : byQuestion.get(slot.question));
      return { ...slot, answer: found ?? null, position: own?.position ?? at };
    }),
  }));
}

function inOrder(a: Answer, b: Answer): number {
  return a.position - b.position || byRowId(a, b);
}

function sumOf(blocks: readonly { readonly minutes: number | null }[]): number {
  return blocks.reduce((sum, { minutes }) => sum + (minutes ?? 0), 0);
}

function idOf(question: string | { readonly id: string }): string {
  return typeof question === 'string' ? question : question.id;
}
