/** A paragraph of a source, in reading order. */
import { defineEntity, integer, line, owner, position, text } from './define.ts';

export const passage = defineEntity(
  'passage',
  'passage',
  { many: 'passages', replicated: false },
  {
    source: owner('Source', 'source'),
    position: position(),
    level: integer('Heading level, 0 for running text', { min: 0, max: 9 }),
    text: text('Text'),
    page: integer('Page', { min: 1 }),
    locator: line('Place in the source'),
  },
);
