/** Work of the first 90 days, with one lead. */
import { choice, date, defineEntity, end, line, position, reference, text } from './define.ts';

import { personalAnswers } from './priority.ts';

export const initiative = defineEntity(
  'initiative',
  'initiative',
  { many: 'initiatives', title: 'title' },
  {
    priority: end('Priority', 'priority'),
    title: line('Initiative'),
    lead: reference('Lead', 'stakeholder'),
    leadName: line('Lead as typed'),
    leadAnswer: choice("Lead's answer", personalAnswers),
    leadAnsweredOn: date('Answered on'),
    leadCondition: text('Condition of the lead'),
    measure: text('Measure at day 90'),
    from: date('From'),
    to: date('To'),
    position: position(),
  },
);
