/** Long work by name: its progress for whoever watches, and its end for whoever cancels. */
import type { Progress } from '../../shared/api/work.ts';
import { openFeed } from './feed.ts';

/** One piece of long work while it runs. */
export type RunningWork = {
  readonly signal: AbortSignal;
  report(step: string, done: number, total: number): void;
  end(): void;
};

/** All long work of a core. */
export type Works = {
  /** Begins a piece of work; without a name nobody can watch or cancel it. */
  begin(name: string | undefined): RunningWork;
  cancel(name: string): boolean;
  watch(name: string, signal: AbortSignal | undefined): AsyncGenerator<Progress, void>;
};

/** Opens a register without work. */
export function openWorks(): Works {
  const running = new Map<string, AbortController>();
  const news = openFeed<Progress | { readonly ended: string }>();
  return {
    begin(name) {
      const stop = new AbortController();
      if (name !== undefined) running.set(name, stop);
      return {
        signal: stop.signal,
        report: (step, done, total) => {
          if (name !== undefined) news.tell({ work: name, step, done, total });
        },
        end: () => {
          if (name === undefined) return;
          running.delete(name);
          news.tell({ ended: name });
        },
      };
    },
    cancel(name) {
      const stop = running.get(name);
      stop?.abort();
      return stop !== undefined;
    },
    async *watch(name, signal) {
      for await (const told of news.watch(signal)) {
        if ('ended' in told ? told.ended !== name : told.work !== name) continue;
        if ('ended' in told) return;
        yield told;
      }
    },
  };
}
