/** Long work by name: its progress for whoever watches, and its end for whoever cancels. */
import type { Progress } from '../../shared/api/work.ts';

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
  const watchers = new Set<(progress: Progress | { readonly ended: string }) => void>();
  const tell = (news: Progress | { readonly ended: string }): void => {
    for (const watcher of watchers) watcher(news);
  };
  return {
    begin(name) {
      const stop = new AbortController();
      if (name !== undefined) running.set(name, stop);
      return {
        signal: stop.signal,
        report: (step, done, total) => {
          if (name !== undefined) tell({ work: name, step, done, total });
        },
        end: () => {
          if (name === undefined) return;
          running.delete(name);
          tell({ ended: name });
        },
      };
    },
    cancel(name) {
      const stop = running.get(name);
      stop?.abort();
      return stop !== undefined;
    },
    async *watch(name, signal) {
      const queue: (Progress | { readonly ended: string })[] = [];
      let wake: () => void = () => undefined;
      const hear = (news: Progress | { readonly ended: string }): void => {
        if (('work' in news ? news.work : news.ended) !== name) return;
        queue.push(news);
        wake();
      };
      watchers.add(hear);
      signal?.addEventListener('abort', () => wake(), { once: true });
      try {
        for (;;) {
          if (signal?.aborted === true) return;
          const next = queue.shift();
          if (next === undefined) await new Promise<void>((resolve) => (wake = resolve));
          else if ('ended' in next) return;
          else yield next;
        }
      } finally {
        watchers.delete(hear);
      }
    },
  };
}
