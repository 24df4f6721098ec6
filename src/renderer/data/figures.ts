/** The method's figures of the shown engagement, computed by the core and asked for again after each change. */
import type { BackgroundFigures, Figures } from '../../shared/api/analysis.ts';
import type { ContractClient } from '../../shared/api/contract.ts';
import type { Failure } from '../../shared/api/errors.ts';

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
  let asking = false;
  let again = false;
  const ask = async (): Promise<void> => {
    if (asking) {
      again = true;
      return;
    }
    asking = true;
    const { engagement, revision } = now();
    try {
      const [figures, background] = await Promise.all([
        client.analysis.analyse({ file, engagement, suggestions: false }),
        client.analysis.background({ file, engagement }),
      ]);
      if (now().engagement === engagement) {
        const last = now().readings;
        show({
          figures: figures.ok ? figures.value : last.figures,
          background: background.ok ? background.value : last.background,
          revision,
          error: figures.ok ? null : figures.error,
        });
      }
    } catch {
      // The stream of changes says when the core is gone.
    }
    asking = false;
    if (again) {
      again = false;
      void ask();
    }
  };
  return {
    refresh(): void {
      clearTimeout(timer);
      timer = setTimeout(() => void ask(), now().readings.figures === null ? 0 : calm);
    },
    stop: () => clearTimeout(timer),
  };
}
