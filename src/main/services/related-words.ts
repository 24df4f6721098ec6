/** The shipped table of words that mean related things, which suggestions lean on a little. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RelatedWords } from '../../shared/analysis/suggest/related.ts';

/** Reads the table when it is first asked for; not every run of the program suggests links. */
export function openRelatedWords(resources: string): () => RelatedWords {
  let words: RelatedWords | null = null;
  return () => {
    words ??= { language: 'en', text: readFileSync(join(resources, 'words', 'related-words-en.txt'), 'utf8') };
    return words;
  };
}
