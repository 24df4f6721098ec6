/** The test of executability: whether the first 90 days can be agreed as they stand, or the plan goes back to a decision. */
import type { Kit } from '../../method/kit.ts';
import type { ClientData, Initiative, StepBack } from '../../model/index.ts';
import { byRowId } from '../order.ts';
import { ownerReader } from '../readiness/owner.ts';

/** The most initiatives that the first 90 days hold. */
export const mostInitiatives = 7;

/** What an initiative still owes before it can be agreed. */
export type OpenPoint = 'words' | 'priority' | 'lead' | 'answer' | 'measure' | 'dates' | 'milestone' | 'join';

/** How an initiative stands. */
export type InitiativeTest = {
  readonly row: Initiative;
  readonly open: readonly OpenPoint[];
  /** Steps back that were recorded because of it. */
  readonly stepsBack: readonly StepBack[];
  /** Agreed, still open, or not to be agreed: the lead declined, so the decision behind it is to be looked at. */
  readonly state: 'agreed' | 'open' | 'declined' | 'stepped-back';
};

/** How the plan stands. */
export type Executability = {
  readonly initiatives: readonly InitiativeTest[];
  readonly tooMany: boolean;
  /** Every initiative is agreed, there is one, and no more than seven. */
  readonly agreed: boolean;
};

/** The rows that the test reads. */
type TestedRows = Pick<ClientData, 'initiative' | 'milestone' | 'join' | 'stepBack' | 'stakeholder'>;

/** Puts every initiative to the test, in their order. */
export function assessExecutability(data: TestedRows, kit: Kit): Executability {
  const readLead = ownerReader(data, kit);
  const initiatives = data.initiative
    .toSorted((a, b) => a.position - b.position || byRowId(a, b))
    .map((row): InitiativeTest => {
      const stepsBack = data.stepBack.filter((one) => one.initiative === row.id).toSorted(byRowId);
      const open = openPoints(row, data, readLead(row.lead, row.leadName).kind === 'one');
      return { row, open, stepsBack, state: stateOf(row, open, stepsBack) };
    });
  const tooMany = initiatives.length > mostInitiatives;
  return {
    initiatives,
    tooMany,
    agreed: initiatives.length > 0 && !tooMany && initiatives.every((one) => one.state === 'agreed'),
  };
}

function openPoints(row: Initiative, { milestone, join }: TestedRows, hasLead: boolean): OpenPoint[] {
  const joins = join.filter((one) => one.initiative === row.id || one.withInitiative === row.id);
  const points: readonly (readonly [OpenPoint, boolean])[] = [
    ['words', row.title.trim() === ''],
    ['priority', row.priority === null],
    ['lead', !hasLead],
    ['answer', hasLead && row.leadAnswer !== 'accepted'],
    ['measure', row.measure.trim() === ''],
    ['dates', row.from === null || row.to === null || row.to < row.from],
    ['milestone', !milestone.some((one) => one.initiative === row.id && one.on !== null)],
    ['join', joins.some((one) => one.on === null || one.fromFunction === null || one.toFunction === null)],
  ];
  return points.filter(([, isOpen]) => isOpen).map(([point]) => point);
}

function stateOf(row: Initiative, open: readonly OpenPoint[], stepsBack: readonly StepBack[]): InitiativeTest['state'] {
  if (row.leadAnswer === 'declined') return stepsBack.length > 0 ? 'stepped-back' : 'declined';
  return open.length === 0 ? 'agreed' : 'open';
}
