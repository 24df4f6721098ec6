/** The four figures of the document, drawn from the same readings as its sentences and with the kit's words. */
import type { WhatIf } from '../analysis/constraint.ts';
import type { PatternReading } from '../analysis/severity.ts';
import { mean } from '../lib/numbers.ts';
import type { CalendarData } from '../figures/calendar-data.ts';
import { drawCalendar } from '../figures/calendar-figure.ts';
import { drawChain } from '../figures/chain-figure.ts';
import { defaultTypeface, type Figure, type Typeface } from '../figures/figure.ts';
import { drawHeat, type HeatRow } from '../figures/heat-figure.ts';
import { documentPalette } from '../figures/palette.ts';
import { drawSeverity } from '../figures/severity-figure.ts';
import type { FigureWords } from '../figures/words.ts';
import { isTooFew, type Material } from './material.ts';
import type { Brand } from './settings.ts';
import type { Words } from './words/words.ts';

/** Figure 1: the patterns that stand in the document. */
export function severityFigure({ words }: Material, brand: Brand, patterns: readonly PatternReading[]): Figure {
  const rows = patterns.flatMap(({ pattern, severity, band, confidence, contested }) =>
    severity === null || band === null
      ? []
      : [{ name: pattern.name, severity, band, confidence: levels[confidence], contested }],
  );
  return drawSeverity({ rows }, { ...lookOf(brand, words), words: figureWords(words).severity });
}

/** Figure 2: functions and elements, highest mean first; beside figure 1 its rows are spread to that height. Null without answers, and where they would point to somebody. */
export function heatFigure(material: Material, brand: Brand, height?: number): Figure | null {
  const { words, names, kit, pulse } = material;
  const columns = kit.content.elements.map(({ id }) => words.say(`element.${id}`));
  const rows = pulse.byFunction
    .map((row) => ({ ...row, mean: mean(row.cells.flatMap(({ value }) => value ?? [])) }))
    .filter((row) => row.mean !== null)
    .toSorted((a, b) => (b.mean ?? 0) - (a.mean ?? 0));
  if (
    rows.length === 0 ||
    isTooFew(
      material,
      rows.flatMap((row) => row.people),
    )
  )
    return null;
  const widest = pulse.widestGap;
  const row = widest === null ? -1 : rows.findIndex((one) => one.group === widest.group);
  const column = kit.content.elements.findIndex(({ id }) => id === widest?.cell.element);
  return drawHeat(
    {
      columns,
      rows: rows.map(({ group, people, cells }): HeatRow => ({
        name: names.functionGroup(group),
        n: people.length,
        cells: cells.map(({ value, n }) => (value === null ? null : { value, n })),
      })),
      widest: row < 0 || column < 0 ? null : { row, column },
    },
    { ...lookOf(brand, words), words: figureWords(words).heat, ...(height === undefined ? {} : { height }) },
  );
}

/** Figure 3: the chain; the confirmed step is marked, and the one that comes next where that was asked. Null without steps. */
export function chainFigure(
  { words, constraint, engagement }: Material,
  brand: Brand,
  whatIf: WhatIf | null,
): Figure | null {
  const { steps, confirmed } = constraint;
  if (steps.length === 0) return null;
  const placeOf = (id: string | undefined): number | null => {
    const at = steps.findIndex(({ step }) => step.id === id);
    return at < 0 ? null : at;
  };
  return drawChain(
    {
      steps: steps.map(({ step, demand, capacity, waiting, utilisation, waitingWeeks }) => ({
        name: step.name,
        demand,
        capacity,
        waiting,
        utilisation,
        waitingWeeks,
      })),
      unit: engagement.chainUnit || words.say('unit', {}, 2),
      constraint: placeOf(confirmed?.reading.step.id),
      next: placeOf(whatIf?.candidate.step.id),
    },
    { ...lookOf(brand, words), words: figureWords(words).chain },
  );
}

/** Figure 4: the first thirteen weeks. */
export function calendarFigure({ words }: Material, brand: Brand, data: CalendarData): Figure {
  const look = lookOf(brand, words);
  return drawCalendar(data, {
    ...look,
    format: { ...look.format, date: words.day, month: words.month },
    words: figureWords(words).calendar,
  });
}

const levels = { none: 0, low: 1, medium: 2, high: 3 } as const;

/** Colours, type and ways of writing of a figure in the firm's look. */
export function lookOf(brand: Brand, words: Words) {
  return {
    palette: documentPalette(brand),
    typeface: typefaceOf(brand.font),
    format: { number: words.number, percent: (value: number) => words.percent(value) },
  };
}

/** Labels are measured in the bundled font; fonts that run wider need more room where the reader's program sets them. */
function typefaceOf(font: string): Typeface {
  if (/^(?:calibri|carlito)$/iu.test(font)) return defaultTypeface;
  const factor = /narrow|garamond|times|gill/iu.test(font)
    ? 1
    : /verdana|tahoma|century gothic/iu.test(font)
      ? 1.25
      : 1.15;
  return { family: `${font.replace(/["'<>&]/gu, '')}, ${defaultTypeface.family}`, factor };
}

function figureWords(words: Words): FigureWords {
  const say = (key: string): string => words.say(`figure.${key}`);
  return {
    severity: {
      severity: say('severity'),
      confidence: say('confidence'),
      contested: say('contested'),
      bands: {
        minor: words.say('band.minor'),
        moderate: words.say('band.moderate'),
        severe: words.say('band.severe'),
        critical: words.say('band.critical'),
      },
      levels: [
        words.say('confidence.none'),
        words.say('confidence.low'),
        words.say('confidence.medium'),
        words.say('confidence.high'),
      ],
      alt: {
        intro: say('severity.alt'),
        row: say('severity.alt.row'),
        contested: say('severity.alt.contested'),
      },
    },
    heat: {
      noData: say('no-data'),
      widest: say('widest'),
      people: say('people'),
      alt: {
        intro: say('heat.alt'),
        row: say('heat.alt.row'),
        cell: say('heat.alt.cell'),
        noData: say('heat.alt.no-data'),
        widest: say('heat.alt.widest'),
      },
    },
    chain: {
      constraint: say('constraint'),
      next: say('next'),
      load: say('load'),
      waiting: say('waiting'),
      noneWaiting: say('none-waiting'),
      weeks: say('weeks'),
      noData: say('no-data'),
      alt: {
        intro: say('chain.alt'),
        step: say('chain.alt.step'),
        waiting: say('chain.alt.waiting'),
        waitingOnly: say('chain.alt.waiting-only'),
        noneWaiting: say('chain.alt.none-waiting'),
        noData: say('chain.alt.no-data'),
        constraint: say('chain.alt.constraint'),
        next: say('chain.alt.next'),
      },
    },
    calendar: {
      monday: say('monday'),
      week: say('week'),
      milestone: say('milestone'),
      join: say('join'),
      closed: say('closed'),
      kinds: {
        promise: words.say('milestone.promise'),
        readiness: words.say('milestone.readiness'),
        preparation: words.say('milestone.preparation'),
      },
      alt: {
        intro: say('calendar.alt'),
        bar: say('calendar.alt.bar'),
        noBar: say('calendar.alt.no-bar'),
        constraint: say('calendar.alt.constraint'),
        milestone: say('calendar.alt.milestone'),
        join: say('calendar.alt.join'),
        closed: say('calendar.alt.closed'),
        review: say('calendar.alt.review'),
      },
    },
  };
}
