/** What was noted under one question of an interview. */
import { defineEntity, instant, integer, kitId, line, owner, position, reference, text } from './define.ts';

export const answer = defineEntity(
  'answer',
  'answer',
  { many: 'answers' },
  {
    interview: owner('Interview', 'interview'),
    question: kitId('Question', 'questions'),
    person: reference('Person who answered, where several were asked', 'stakeholder'),
    unplanned: line('Question that was not planned'),
    text: text('Notes'),
    /** One entry for each line of the notes: what `note-entries.ts` reads. */
    lines: text('Lines of the notes', { searched: false }),
    caret: integer('Place of the caret', { min: 0 }),
    askedAt: instant('Asked at'),
    seconds: integer('Time spent in seconds', { min: 0 }),
    position: position(),
  },
);
