/** The success of a decision as people of one level named it. */
import { defineEntity, kitKey, owner, reference, text } from './define.ts';

export const namedSuccess = defineEntity(
  'namedSuccess',
  'success named',
  { many: 'successes named', title: 'what' },
  {
    decision: owner('Decision', 'decision'),
    level: kitKey('Level', 'levels'),
    toldBy: reference('Told by', 'stakeholder'),
    what: text('Success as it was named'),
  },
);
