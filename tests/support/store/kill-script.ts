/** The scripted interview of the kill test: what each step writes, so that every step can be looked up afterwards. */
import type { Change } from '../../../src/shared/model/change.ts';
import { testId } from './ports.ts';

/** Step 1, 31, 61 … begin an interview; the steps between type into its notes, each adding a word that occurs once. */
export function interviewStep(step: number, engagement: string): Change {
  const first = step - ((step - 1) % 30);
  const id = testId(first, '5');
  if (step === first)
    return { op: 'insert', entity: 'interview', id, fields: { engagement, title: `Interview ${first}`, notes: '' } };
  const notes = Array.from({ length: step - first }, (_, index) => `step${first + 1 + index}`).join(' ');
  return { op: 'update', entity: 'interview', id, fields: { notes } };
}

/** The interview and the notes that are there after a step. */
export function expectedAfter(step: number): { id: string; notes: string } {
  const change = interviewStep(step, '');
  if (change.op === 'delete') throw new Error('no step deletes');
  return { id: change.id, notes: String(change.fields['notes']) };
}
