/** One quotable unit: a quote, an observation, a passage, or a figure of the backlog. */
import { code, date, defineEntity, end, flag, line, reference, setting, text } from './define.ts';

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
    answer: reference('Answer', 'answer'),
    source: end('Source', 'source'),
    passage: reference('Passage', 'passage'),
    locator: line('Place in the source'),
    saidOn: date('Said on'),
    warnedOn: date('Warned earlier, on'),
    objection: flag('Objection'),
    askLater: flag('To ask later'),
    withdrawn: flag('Withdrawn'),
    takenBack: code('Fingerprint of the words that were taken back'),
    releasedOn: date('Released by its speaker on'),
    printed: flag('Preferred for the document'),
  },
);
