/** What home says about a file, in words. */
import type { RecentFile } from '../../../shared/api/home.ts';
import { showDay, showMoment, showTime } from '../../parts/format.ts';

const stages = ['Scope', 'Sources', 'Interviews', 'Patterns', 'Constraint', 'Map', 'Document', 'Review'];

/** The stage that was open last. */
export function stageWord({ facts }: RecentFile): string {
  return facts === null ? '' : (stages[facts.stage - 1] ?? '');
}

/** How ready the document is, in one line. */
export function readinessWord({ facts }: RecentFile): { readonly says: string; readonly blocked: boolean } {
  if (facts === null) return { says: '', blocked: false };
  if (facts.issue !== null) {
    const drift = facts.drift === null ? '' : ` · drift ${Math.round(facts.drift)}`;
    return { says: `Issue ${facts.issue}${drift}`, blocked: false };
  }
  if (!facts.decisionInScope) return { says: 'No decision in scope', blocked: false };
  if (facts.stages[5] === 'empty') return { says: 'Nothing to issue yet', blocked: false };
  if (facts.blockers > 0)
    return { says: facts.blockers === 1 ? '1 blocker' : `${facts.blockers} blockers`, blocked: true };
  return { says: 'Ready to issue', blocked: false };
}

/** When a file was opened, shorter the nearer it is. */
export function openedWord(openedAt: string, today: string): string {
  const moment = showMoment(openedAt);
  const day = openedAt.slice(0, 10);
  if (day === today) return showTime(openedAt);
  const yesterday = new Date(`${today}T12:00:00Z`);
  yesterday.setUTCDate(yesterday.getUTCDate() - 1);
  if (day === yesterday.toISOString().slice(0, 10)) return 'Yesterday';
  return day.slice(0, 4) === today.slice(0, 4) ? showDay(day, 'shortDay') : showDay(day) || moment;
}
