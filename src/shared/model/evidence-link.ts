/** What a piece of evidence speaks for, or against. */
import { choice, defineEntity, end, flag, kitId, owner } from './define.ts';

export const evidenceLink = defineEntity(
  'evidenceLink',
  'link of evidence',
  { many: 'links of evidence' },
  {
    evidence: owner('Evidence', 'evidence'),
    indicator: kitId('Indicator', 'indicators'),
    axis: kitId('Axis', 'axes'),
    decision: end('Decision', 'decision'),
    ground: choice('Ground of the decision', {
      market: 'Market opening',
      need: 'Customer need',
      right: 'Right to win',
    }),
    limit: end('Limit', 'limit'),
    liveCase: end('Live case', 'liveCase'),
    priority: end('Priority', 'priority'),
    step: end('Step of the chain', 'step'),
    counter: flag('Speaks against'),
  },
);
