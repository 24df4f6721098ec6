/** What a decision's sheet still owes: grounds without evidence, and a side of its card that is empty. */
import type { Decision } from '../model/index.ts';
import { type Backing, backingOf, type EvidenceIndex } from './evidence.ts';

/** What a decision rests on. */
export type GroundName = 'market' | 'need' | 'right';

/** One ground of a decision. */
export type Ground = {
  readonly ground: GroundName;
  /** Field of the decision that holds its words. */
  readonly field: 'groundMarket' | 'groundNeed' | 'groundRight';
  readonly text: string;
  /** Evidence for it speaks; words alone do not argue it. */
  readonly argued: boolean;
  readonly support: Backing;
  readonly counter: Backing;
};

/** A side of the card: what was decided above, what this quarter asks on the ground. */
export type CardSide = {
  readonly side: 'above' | 'ground';
  readonly fields: readonly { readonly field: keyof Decision; readonly text: string }[];
  /** Nothing stands on this side. */
  readonly gap: boolean;
};

/** The market opening, the customer need and the right to win, each with its evidence. */
export function assessGrounds(decision: Decision, evidence: EvidenceIndex): readonly Ground[] {
  return groundFields.map(({ ground, field }) => {
    const backing = backingOf(evidence, (link) => link.decision === decision.id && link.ground === ground);
    return { ground, field, text: decision[field], argued: backing.support.sources.length > 0, ...backing };
  });
}

/** Both sides of the card. */
export function assessCard(decision: Decision): readonly CardSide[] {
  return cardFields.map(({ side, fields }) => {
    const texts = fields.map((field) => ({ field, text: decision[field] }));
    return { side, fields: texts, gap: texts.every(({ text }) => text.trim() === '') };
  });
}

const groundFields = [
  { ground: 'market', field: 'groundMarket' },
  { ground: 'need', field: 'groundNeed' },
  { ground: 'right', field: 'groundRight' },
] as const;

const cardFields = [
  { side: 'above', fields: ['cardMarket', 'cardCustomer', 'cardField', 'cardWay'] },
  { side: 'ground', fields: ['cardTargets', 'cardLoad', 'cardProcesses', 'cardMeasures'] },
] as const;
