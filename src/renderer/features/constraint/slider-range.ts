/** The range in which a capacity is tried out. */

/** Both ends of a slider and the distance of its values. */
export type SliderRange = { readonly least: number; readonly most: number; readonly step: number };

/** From nearly nothing to twice what is there, and far enough to serve the demand and to hold what is tried. */
export function sliderOf(demand: number, capacity: number, tried: number): SliderRange {
  const most = Math.max(demand * 1.5, capacity * 2, tried);
  const step = [0.01, 0.1, 1, 10, 100].find((one) => most / one <= 200) ?? 1000;
  const round = (value: number): number => Math.round(Math.ceil(value / step - 1e-9) * step * 100) / 100;
  return { least: step, most: round(most), step };
}
