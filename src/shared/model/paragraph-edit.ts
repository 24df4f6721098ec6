/** A paragraph of the document that was written by hand. */
import { code, date, defineEntity, text } from './define.ts';

export const paragraphEdit = defineEntity(
  'paragraphEdit',
  'edited paragraph',
  { many: 'edited paragraphs' },
  {
    key: code('Paragraph'),
    text: text('Text'),
    draft: text('Draft that it replaced', { searched: false }),
    draftSeen: code('Fingerprint of the draft that it replaced'),
    on: date('Edited on'),
  },
);
