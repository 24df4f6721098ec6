/** The kit that this file was made with, embedded so that its words never change behind it. */
import { bytes, code, defineFileEntity, integer, large } from './define.ts';

export const kitCopy = defineFileEntity(
  'kitCopy',
  'kit',
  { many: 'kits', replicated: false },
  {
    kitId: code('Kit'),
    version: integer('Version', { min: 1 }),
    content: large('Content as YAML'),
    logo: bytes('Logo of the firm, PNG or SVG'),
    template: bytes('Word file whose styles the document takes'),
  },
);
