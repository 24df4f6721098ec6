/** How one person retold one decision unprompted. */
import { choice, date, defineEntity, end, owner, text } from './define.ts';

export const playbackMark = defineEntity(
  'playbackMark',
  'playback mark',
  { many: 'playback marks' },
  {
    person: owner('Person', 'stakeholder'),
    interview: end('Interview', 'interview'),
    decision: owner('Decision', 'decision'),
    mark: choice('Retold', { named: 'Named', partly: 'Partly', missed: 'Missed', contradicted: 'Contradicted' }),
    words: text('In their words'),
    on: date('Retold on'),
  },
);
