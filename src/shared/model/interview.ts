/** A conversation: an interview, a working session, a transcript or notes on paper. */
import { date, defineEntity, instant, kitId, line, setting, text } from './define.ts';

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
    heldOn: date('Held on'),
    startedAt: instant('Started'),
    endedAt: instant('Ended'),
    place: line('Place'),
    notes: text('Notes'),
  },
);
