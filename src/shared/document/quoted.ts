/** Words of a source in the quotation marks of the document's language. */
import type { Run } from './blocks.ts';

/** The runs of a quote with marks around them, unless they bring their own. */
export function quotedRuns(runs: readonly Run[], language: string): readonly Run[] {
  const text = runs.map((run) => ('text' in run ? run.text : '')).join('');
  if (/^[“„«"‘‚「『]/u.test(text.trimStart())) return runs;
  const [open, close] = quotationMarks(language);
  return [{ text: open }, ...runs, { text: close }];
}

/** Quotation marks as the language of the document writes them. */
function quotationMarks(language: string): readonly [open: string, close: string] {
  const [own = ''] = language.toLowerCase().split('-');
  if (['de', 'cs', 'sk', 'sl', 'bg'].includes(own)) return ['„', '“'];
  if (['pl', 'hu', 'ro', 'hr'].includes(own)) return ['„', '”'];
  if (['es', 'it', 'pt', 'ru', 'uk', 'el', 'ar', 'fa', 'no', 'nb', 'nn'].includes(own)) return ['«', '»'];
  if (own === 'fr') return ['«\u202F', '\u202F»'];
  if (own === 'ja' || own === 'zh') return ['「', '」'];
  return ['“', '”'];
}
