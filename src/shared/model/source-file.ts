/** The original of a source, byte for byte as it came in. */
import { bytes, defineEntity, line, owner } from './define.ts';

/** The original of a source. */
export const sourceFile = defineEntity(
  'sourceFile',
  'original of a source',
  { many: 'originals of sources', replicated: false },
  {
    source: owner('Source', 'source'),
    name: line('File'),
    content: bytes('Original'),
  },
);
