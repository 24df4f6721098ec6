/** The layout of the picture, from the heights that its words take on the page. */
import { type RefObject, useLayoutEffect, useState } from 'react';
import { layOutMap, type MapLayout } from '../../../../shared/figures/map-layout.ts';
import type { Geometry } from './geometry.ts';
import type { PictureModel } from './model.ts';

/** What was measured. */
export type Measured = {
  readonly layout: MapLayout;
  /** Where the words of each priority end, pixels from the left. */
  readonly ends: ReadonlyMap<string, number>;
  /** Heights of the priorities. */
  readonly heights: ReadonlyMap<string, number>;
};

const gaps = { priority: 22, criterion: 14, decision: 26 };
/** Room of a priority's label beside its words. */
const labelWidth = 34;

/** Measures before the page is painted; null until then. `words` changes when words of the pieces do. */
export function useMeasured(
  picture: RefObject<HTMLElement | null>,
  model: PictureModel,
  geometry: Geometry,
  isReady: boolean,
  words: unknown,
): Measured | null {
  const [measured, setMeasured] = useState<Measured | null>(null);
  useLayoutEffect(() => {
    const shown = picture.current;
    if (shown === null || !isReady) return;
    const heightOf = (id: string): number =>
      shown.querySelector<HTMLElement>(`[data-piece="${CSS.escape(id)}"]`)?.offsetHeight ?? 0;
    const widthOf = (id: string): number =>
      shown.querySelector<HTMLElement>(`[data-words="${CSS.escape(id)}"]`)?.offsetWidth ?? 0;
    const layout = layOutMap(
      {
        decisions: model.decisions.map(({ id, priorities }) => ({ id, priorities, height: heightOf(id) })),
        priorities: model.priorities.map(({ id, criteria }) => ({ id, criteria, height: heightOf(id) })),
        criteria: model.criteria.map(({ id }) => ({ id, height: heightOf(id) })),
      },
      gaps,
    );
    setMeasured({
      layout,
      ends: new Map(model.priorities.map(({ id }) => [id, geometry.priority.left + labelWidth + widthOf(id)])),
      heights: new Map(model.priorities.map(({ id }) => [id, heightOf(id)])),
    });
  }, [picture, model, geometry, isReady, words]);
  return measured;
}
