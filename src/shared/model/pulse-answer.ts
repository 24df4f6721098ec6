/** One person's answer to one pulse statement. */
import { date, defineEntity, end, integer, kitKey, owner } from './define.ts';

export const pulseAnswer = defineEntity(
  'pulseAnswer',
  'pulse answer',
  { many: 'pulse answers' },
  {
    person: owner('Person', 'stakeholder'),
    interview: end('Interview', 'interview'),
    statement: kitKey('Statement', 'pulse'),
    value: integer('Answer, 1 to 5; empty is "cannot say"', { min: 1, max: 5 }),
    on: date('Answered on'),
  },
);
