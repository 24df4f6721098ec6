/** A conversation: an interview, a working session, a transcript or notes on paper. */
import { z } from 'zod';
import { choice, code, date, defineEntity, instant, integer, kitId, line, list, setting, text } from './define.ts';

export const interview = defineEntity(
  'interview',
  'interview',
  { many: 'interviews', title: 'title' },
  {
    title: line('Title'),
    form: setting(
      'Form',
      { interview: 'Interview', session: 'Working session', transcript: 'Transcript', paper: 'From paper' },
      'interview',
    ),
    guide: kitId('Guide', 'guides'),
    status: setting('Status', { planned: 'Planned', running: 'Running', done: 'Done' }, 'planned'),
    plannedOn: date('Planned for'),
    plannedTime: code('Time, HH:MM'),
    minutes: integer('Minutes', { min: 1, max: 1440 }),
    questions: list('Questions, where they differ from the guide', z.string().max(200)),
    heldOn: date('Held on'),
    startedAt: instant('Started'),
    endedAt: instant('Ended'),
    mode: choice('On site or remote', { 'on-site': 'On site', remote: 'Remote' }),
    pulseSeconds: integer('Time spent on the statements in seconds', { min: 0 }),
    openAsk: code('Question that is open'),
    place: line('Place'),
    notes: text('Notes'),
    transcript: line('File of the transcript'),
    transcriptDigest: code('SHA-256 of the transcript'),
    transcriptNotes: list('Notes of the transcript', z.string()),
  },
);
