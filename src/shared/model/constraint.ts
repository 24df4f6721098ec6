/** A confirmation of the one constraint, with the figures of that day; together they are its history. */
import { choice, date, defineEntity, kitId, number, owner, text } from './define.ts';

export const constraint = defineEntity(
  'constraint',
  'constraint',
  { many: 'constraints' },
  {
    step: owner('Step', 'step'),
    confirmedOn: date('Confirmed on'),
    endedOn: date('Moved on'),
    nature: choice('Nature', { temporary: 'Temporary', permanent: 'Permanent' }),
    kind: kitId('Kind', 'limitKinds'),
    natureNote: text('Why it is of that nature'),
    explanation: text('What makes it the constraint'),
    reason: text('Why another step than the figures name'),
    remedyUntil: date('Should be over by'),
    movesTo: number('Capacity once it has moved', { min: 0 }),
    demandThen: number('Demand that day', { min: 0 }),
    capacityThen: number('Capacity that day', { min: 0 }),
    waitingThen: number('Waiting that day', { min: 0 }),
  },
);
