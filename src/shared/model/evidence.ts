/** One quotable unit: a quote, an observation, a passage, or a figure of the backlog. */
import { choice, code, date, defineEntity, end, flag, line, reference, setting, text } from './define.ts';

export const evidence = defineEntity(
  'evidence',
  'evidence',
  { many: 'pieces of evidence', title: 'text' },
  {
    kind: setting(
      'Kind',
      { quote: 'Quote', observation: 'Observation', passage: 'Passage', figure: 'Figure of the backlog' },
      'quote',
    ),
    text: text('Text'),
    original: text('Original before translation'),
    fidelity: setting(
      'Fidelity',
      { verbatim: 'Verbatim', paraphrase: 'Paraphrase', translated: 'Translated' },
      'verbatim',
    ),
    interview: end('Interview', 'interview'),
    speaker: reference('Speaker', 'stakeholder'),
    about: reference('About', 'stakeholder'),
    answer: reference('Answer', 'answer'),
    /** Key of the line that it is, for a piece whose words stand in the notes as a marked line. */
    line: code('Line of the notes'),
    turn: reference('Turn of the transcript', 'turn'),
    source: end('Source', 'source'),
    passage: reference('Passage', 'passage'),
    locator: line('Place in the source'),
    saidOn: date('Said on'),
    warnedOn: date('Warned earlier, on'),
    objection: flag('Objection'),
    askLater: flag('To ask later'),
    withdrawn: flag('Withdrawn'),
    releaseAskedOn: date('Sent to its speaker for release on'),
    release: choice('Answer of its speaker', {
      released: 'Released',
      reworded: 'Released with other words',
      refused: 'Not released',
    }),
    takenBack: code('Fingerprint of the words that were taken back'),
    releasedOn: date('Released by its speaker on'),
    releasedText: text('Words that were released', { searched: false }),
    printed: flag('Preferred for the document'),
  },
);
