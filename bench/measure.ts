/** What every benchmark shares: what it measures and gives, and the few statistics that the table shows. */

/** One line of the table. It holds when `value` is at most `mark`, or at least `least`; without either it is told and not judged. */
export type Measurement = {
  readonly name: string;
  readonly value: number;
  readonly unit: 'ms' | 'kB' | 'MB' | '×' | '%' | 'characters' | 'frames';
  readonly mark?: number;
  readonly least?: number;
};

/** What a benchmark finds when it runs: a folder of its own on the disk, and a large file that it may copy or open. */
export type Place = { readonly folder: string; readonly largeFile: string };

/** A benchmark; each runs in a process of its own, so that none warms up or burdens the next. */
export type Benchmark = (place: Place) => Measurement[] | Promise<Measurement[]>;

/** The value below which this share (0 to 1) of the values lies. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}

/** The value in the middle. */
export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/** Milliseconds that a piece of work takes. */
export async function timed(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/**
 * Milliseconds of each piece of work over so many rounds, the pieces taken in turn within a round, so that whatever else the
 * computer does falls on all of them alike. Rounds that only warm up are run before and not told; `before` is not timed.
 */
export async function interleaved<K extends string>(
  rounds: { readonly warm: number; readonly measured: number },
  work: Readonly<Record<K, (round: number) => unknown>>,
  before: (round: number) => unknown = () => undefined,
): Promise<Record<K, number[]>> {
  const names = Object.keys(work) as K[];
  const times = Object.fromEntries(names.map((name) => [name, []])) as unknown as Record<K, number[]>;
  for (let round = -rounds.warm; round < rounds.measured; round += 1) {
    await before(round);
    for (const name of names) {
      const took = await timed(() => work[name](round));
      if (round >= 0) times[name].push(took);
    }
  }
  return times;
}
