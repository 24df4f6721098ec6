/** What one voice of a transcript said until another one spoke. */
import { defineEntity, number, owner, position, text } from './define.ts';

export const turn = defineEntity(
  'turn',
  'turn of a transcript',
  { many: 'turns of transcripts', replicated: false },
  {
    interview: owner('Interview', 'interview'),
    voice: owner('Voice', 'voice'),
    position: position(),
    startsAt: number('Begins at, seconds', { min: 0 }),
    endsAt: number('Ends at, seconds', { min: 0 }),
    text: text('Words'),
  },
);
