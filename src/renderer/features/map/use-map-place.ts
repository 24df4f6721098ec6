/** The place on the stage that somebody came for. */
import { useMemo } from 'react';
import { useRows, useWindowState } from '../../data/hooks.ts';
import { type MapPlace, placeOnMap } from './places.ts';

/** Where the window's target is shown on this stage; null where there is none. */
export function useMapPlace(): MapPlace | null {
  const target = useWindowState((state) => state.place.target);
  const priority = useRows('priority');
  const criterion = useRows('criterion');
  const criterionMilestone = useRows('criterionMilestone');
  const stop = useRows('stop');
  const measureChange = useRows('measureChange');
  const modelChange = useRows('modelChange');
  const dependency = useRows('dependency');
  const liveCase = useRows('liveCase');
  const incentiveReading = useRows('incentiveReading');
  const translator = useRows('translator');
  const namedSuccess = useRows('namedSuccess');
  const choiceMade = useRows('choiceMade');
  return useMemo(
    () =>
      target === null
        ? null
        : placeOnMap(target, {
            priority,
            criterion,
            criterionMilestone,
            stop,
            measureChange,
            modelChange,
            dependency,
            liveCase,
            incentiveReading,
            translator,
            namedSuccess,
            choiceMade,
          }),
    [
      target,
      priority,
      criterion,
      criterionMilestone,
      stop,
      measureChange,
      modelChange,
      dependency,
      liveCase,
      incentiveReading,
      translator,
      namedSuccess,
      choiceMade,
    ],
  );
}
