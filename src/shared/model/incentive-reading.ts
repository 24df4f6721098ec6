/** What is measured, rewarded and resourced in one function, read against one decision. */
import { choice, defineEntity, kitKey, owner, text } from './define.ts';

const pulls = { towards: 'Pulls towards', neutral: 'Neutral', against: 'Pulls against' };

export const incentiveReading = defineEntity(
  'incentiveReading',
  'reading of incentives',
  { many: 'readings of incentives' },
  {
    decision: owner('Decision', 'decision'),
    function: kitKey('Function', 'functions'),
    measured: choice('Measured', pulls),
    measuredNote: text('What is measured'),
    rewarded: choice('Rewarded', pulls),
    rewardedNote: text('What is rewarded'),
    resourced: choice('Resourced', pulls),
    resourcedNote: text('What is resourced'),
  },
);
