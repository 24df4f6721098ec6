/** What a pattern means here: the sentences that enter the document. */
import { choice, code, defineEntity, kitKey, text } from './define.ts';

export const finding = defineEntity(
  'finding',
  'finding',
  { many: 'findings', title: 'diagnosis' },
  {
    pattern: kitKey('Pattern', 'patterns'),
    place: choice('In the document', { in: 'Always', out: 'Never' }),
    diagnosis: text('Diagnosis'),
    cost: text('What it costs here'),
    costSource: code('Where the cost comes from'),
    rootCause: text('Root cause'),
  },
);
