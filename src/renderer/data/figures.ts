/** The method's figures of the shown engagement, computed by the core and asked for again after each change. */
import type { BackgroundFigures, Figures, News } from '../../shared/api/analysis.ts';
import type { ContractClient } from '../../shared/api/contract.ts';
import type { Failure } from '../../shared/api/errors.ts';
import { oneAtATime } from './one-at-a-time.ts';

/** Figures with the revision that they were computed from; null until the first answer. */
export type Readings = {
  readonly figures: Figures | null;
  readonly background: BackgroundFigures | null;
  readonly revision: number;
  readonly error: Failure | null;
};

/** What figures are computed for, and where they are put. */
export type FiguresPorts = {
  readonly now: () => { readonly engagement: string; readonly revision: number; readonly readings: Readings };
  readonly show: (readings: Readings) => void;
};

/** Milliseconds without a change before the figures are asked for again, so that typing does not compute at every word. */
const calm = 120;

/** Keeps the figures of a file current. */
export function keepFigures(client: ContractClient, file: string, { now, show }: FiguresPorts) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** Digests of what is shown, by its engagement: only what differs comes again, and the rest stays the very same objects. */
  let known = unknown('');
  const ask = oneAtATime(async () => {
    const { engagement, revision } = now();
    try {
      const last = now().readings;
      if (known.engagement !== engagement || last.figures === null) known = unknown(engagement);
      const { figures, background } = known;
      const answer = await client.analysis.news({ file, engagement, known: { figures, background } });
      if (now().engagement === engagement) {
        const { readings } = now();
        if (answer.ok) {
          const news = answer.value;
          known = { engagement, figures: news.figures.digests, background: news.background.digests };
          show({
            figures: merged(readings.figures, news.figures),
            background: merged(readings.background, news.background),
            revision,
            error: null,
          });
        } else show({ ...readings, revision, error: answer.error });
      }
    } catch {
      // The stream of changes says when the core is gone.
    }
  });
  return {
    refresh(): void {
      clearTimeout(timer);
      timer = setTimeout(() => void ask(), now().readings.figures === null ? 0 : calm);
    },
    stop: () => clearTimeout(timer),
  };
}

type Known = {
  readonly engagement: string;
  readonly figures: Record<string, string>;
  readonly background: Record<string, string>;
};

function unknown(engagement: string): Known {
  return { engagement, figures: {}, background: {} };
}

/** What was there with what changed in it; a part that is there no longer goes. */
function merged<T extends object>(before: T | null, { changed, digests }: News<T>): T {
  const kept = Object.entries(before ?? {}).filter(([name]) => name in digests);
  return { ...Object.fromEntries(kept), ...changed } as T;
}
