/** Figure 3: the chain from request to customer value, what each step is asked for, and the one that decides. */
import { type ChainData, type ChainStep, decimalsOf, markedSteps } from './chain-data.ts';
import { layOutChain, type StepTexts } from './chain-layout.ts';
import { drawMarks, drawStep } from './chain-step.ts';
import { type Figure, type FigureOptions, fullWidth } from './figure.ts';
import { createPen } from './pen.ts';
import { type ChainWords, fillWords } from './words.ts';

/** Draws the chain, 166 mm wide: one row of up to nine steps, two rows above that or where names need the room. */
export function drawChain(data: ChainData, options: FigureOptions<ChainWords>): Figure {
  const pen = createPen(fullWidth, options);
  const names = data.steps.map((step, index) => pen.name(step.name, index + 1));
  const texts = data.steps.map((step) => writeTexts(step, decimalsOf(data), options));
  const layout = layOutChain(names, texts, markedSteps(data), pen);
  layout.names.forEach(({ whole }, index) => {
    if (!whole) pen.warn('label-shortened', data.steps[index]?.name ?? '');
  });
  const scale = layout.bar / Math.max(1.8, ...data.steps.map((step) => (step.utilisation ?? 0) / 100));
  for (const row of layout.rows) {
    drawMarks(row, data, layout, pen, options);
    data.steps.slice(row.first, row.end).forEach((step, column) => {
      const index = row.first + column;
      const place = {
        step,
        texts: texts[index] ?? writeTexts(step, 1, options),
        name: layout.names[index]?.lines ?? [],
        x: column * layout.pitch,
        top: row.top,
        scale,
        isFirst: index === 0,
        isLast: index === data.steps.length - 1,
        isConstraint: index === data.constraint,
      };
      drawStep(place, layout, pen, options.palette);
    });
  }
  const { nodes, warnings } = pen;
  return { width: fullWidth, height: layout.height, nodes, alt: describe(data, options), warnings };
}

type Options = FigureOptions<ChainWords>;

function writeTexts(step: ChainStep, decimals: number, { words, format }: Options): StepTexts {
  const { demand, capacity, utilisation, waiting, waitingWeeks } = step;
  const isKnown = demand !== null && capacity !== null && utilisation !== null;
  const isWaiting = waiting !== null && waiting > 0;
  const count = isWaiting ? fillWords(words.waiting, { count: format.number(waiting, 0) }) : words.noneWaiting;
  return {
    share: isKnown ? format.percent(utilisation) : words.noData,
    load: isKnown ? fillWords(words.load, loadOf(demand, capacity, decimals, format)) : '',
    waiting: waiting === null ? '' : count,
    weeks: isWaiting && waitingWeeks !== null ? fillWords(words.weeks, { weeks: format.number(waitingWeeks, 1) }) : '',
  };
}

function loadOf(demand: number, capacity: number, decimals: number, format: Options['format']) {
  return { demand: format.number(demand, decimals), capacity: format.number(capacity, decimals) };
}

function describe(data: ChainData, options: Options): string {
  const { words, format } = options;
  const { alt } = words;
  const steps = data.steps.map((step) => describeStep(step, decimalsOf(data), options));
  const intro = fillWords(alt.intro, { count: format.number(data.steps.length, 0), unit: data.unit });
  const marks = markedSteps(data).map((place) => {
    const name = data.steps[place]?.name ?? '';
    return fillWords(place === data.constraint ? alt.constraint : alt.next, { name });
  });
  return [intro, ...steps, ...marks].join(' ');
}

function describeStep(step: ChainStep, decimals: number, { words, format }: Options): string {
  const { alt } = words;
  const { name, demand, capacity, utilisation, waiting, waitingWeeks } = step;
  const isKnown = demand !== null && capacity !== null && utilisation !== null;
  const asked = isKnown
    ? fillWords(alt.step, { name, share: format.percent(utilisation), ...loadOf(demand, capacity, decimals, format) })
    : fillWords(alt.noData, { name });
  if (waiting === null) return asked;
  if (waiting === 0) return `${asked} ${alt.noneWaiting}`;
  const count = format.number(waiting, 0);
  if (waitingWeeks === null) return `${asked} ${fillWords(alt.waitingOnly, { count })}`;
  return `${asked} ${fillWords(alt.waiting, { count, weeks: format.number(waitingWeeks, 1) })}`;
}
