/** One step of the chain from request to customer value. */
import { defineEntity, line, number, position, text } from './define.ts';

export const step = defineEntity(
  'step',
  'step',
  { many: 'steps', title: 'name' },
  {
    position: position(),
    name: line('Step'),
    subject: line('Name at the start of a sentence'),
    demand: number('Demand a week', { min: 0 }),
    capacity: number('Capacity a week', { min: 0 }),
    waiting: number('Waiting', { min: 0 }),
    workaround: text('Workaround'),
    expertShare: number("Share of the best people's time, percent", { min: 0, max: 100 }),
    note: text('What happens here'),
  },
);
