/** What was seen that made the client ask for help. */
import { date, defineEntity, line, position, text } from './define.ts';

export const symptom = defineEntity(
  'symptom',
  'symptom',
  { many: 'symptoms', title: 'what' },
  {
    what: text('What was seen'),
    since: date('Since'),
    toldBy: line('Told by'),
    position: position(),
  },
);
