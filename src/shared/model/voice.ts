/** A speaker of a transcript as the program that wrote it named them, and who that is. */
import { defineEntity, flag, line, owner, position, reference } from './define.ts';

export const voice = defineEntity(
  'voice',
  'voice of a transcript',
  { many: 'voices of transcripts', title: 'label' },
  {
    interview: owner('Interview', 'interview'),
    label: line('Name in the transcript'),
    person: reference('Person', 'stakeholder'),
    interviewer: flag('Asks the questions'),
    position: position(),
  },
);
