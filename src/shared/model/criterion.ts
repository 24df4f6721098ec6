/** How success of a priority is read. */
import { choice, code, date, defineEntity, line, number, owner, position, setting } from './define.ts';

export const criterion = defineEntity(
  'criterion',
  'criterion',
  { many: 'criteria', title: 'metric' },
  {
    priority: owner('Priority', 'priority'),
    prioritySeen: code('Fingerprint of the priority when the link was last confirmed'),
    metric: line('Metric'),
    form: setting('Form', { number: 'Number', percent: 'Percent', ratio: 'x of y', 'yes-no': 'Yes or no' }, 'number'),
    unit: line('Unit'),
    direction: choice('Better is', { up: 'More', down: 'Less' }),
    baseline: number('Baseline'),
    baselineOf: number('Baseline, of', { min: 0 }),
    target: number('Target'),
    targetOf: number('Target, of', { min: 0 }),
    dueOn: date('By when'),
    readIn: line('Read where'),
    position: position(),
  },
);
