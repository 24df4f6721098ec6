/** How a criterion is written: metric, change from baseline to target, by when, read where. */
import { emphasised, change, marked, paragraph } from '../builders.ts';
import type { Paragraph, Run } from '../blocks.ts';
import type { Criterion } from '../../model/index.ts';
import { isCurrency } from '../words/language.ts';
import { plain } from '../words/text.ts';
import type { Words } from '../words/words.ts';

/** The criteria of one priority as the paragraphs of a cell; merged, each takes one paragraph instead of two. */
export function criteriaCell(
  key: string,
  criteria: readonly Criterion[],
  words: Words,
  merged: boolean,
): readonly Paragraph[] {
  if (criteria.length === 0)
    return [paragraph(`${key}.none`, 'table-text', [marked('quiet', words.say('criterion.missing'))])];
  return criteria.flatMap((row, at) => {
    const own = `${key}.${row.id}`;
    const gap = at === 0 ? {} : ({ gap: merged ? 'item' : 'criterion' } as const);
    const read = readLine(row, words);
    if (merged) {
      return [
        paragraph(
          own,
          'table-text',
          [...metricRuns(row, words), { text: ' ' }, marked('quiet', words.say('criterion.merged', { read }))],
          gap,
        ),
      ];
    }
    return [paragraph(own, 'table-text', metricRuns(row, words), gap), paragraph(`${own}.read`, 'table-note', read)];
  });
}

/** From baseline to target, as 18% → 50%; a figure that is missing says so. */
function changeText(row: Criterion, words: Words): string {
  const from = valueText(row, row.baseline, row.baselineOf, words) ?? words.say('not-set');
  const to = valueText(row, row.target, row.targetOf, words) ?? words.say('not-set');
  const unit = plain(row.unit);
  // A metric that says its unit (“Weeks from order to audit”) needs it no second time.
  const isSaid = row.form !== 'number' || isCurrency(unit) || row.metric.toLowerCase().includes(unit.toLowerCase());
  const suffix = isSaid ? '' : ` ${unit}`;
  return `${change(from, to)}${suffix}`;
}

/** One figure of a criterion in its form; null while it is not known. */
function valueText(row: Criterion, value: number | null, of: number | null, words: Words): string | null {
  if (value === null) return null;
  switch (row.form) {
    case 'percent':
      return words.percent(value, true);
    case 'ratio':
      // Bound, or a narrow column breaks inside the figure.
      return of === null ? null : words.say('ratio', { x: value, y: of }).replaceAll(' ', '\u00A0');
    case 'yes-no':
      return words.say(value > 0 ? 'yes' : 'no');
    case 'number':
      return isCurrency(plain(row.unit)) ? words.money(value, plain(row.unit)) : words.number(value);
  }
}

function metricRuns(row: Criterion, words: Words): readonly Run[] {
  const metric = plain(row.metric) || words.say('criterion.metric-missing');
  return [{ text: words.say('criterion.metric', { metric }) }, { text: ' ' }, emphasised(changeText(row, words))];
}

function readLine(row: Criterion, words: Words): string {
  const place = plain(row.readIn);
  return [
    row.dueOn === null ? words.say('criterion.by.missing') : words.say('criterion.by', { day: words.day(row.dueOn) }),
    place === '' ? words.say('criterion.read.missing') : words.say('criterion.read', { place }),
  ].join('; ');
}
