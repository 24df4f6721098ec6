/** The shipped table of related words, as tests hand it to suggestions. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RelatedWords } from '../../src/shared/analysis/suggest/related.ts';

/** Related words of English. */
export const related: RelatedWords = {
  language: 'en',
  text: readFileSync(join(import.meta.dirname, '../../resources/words/related-words-en.txt'), 'utf8'),
};
