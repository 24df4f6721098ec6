/** News as streams: everybody who listens gets all that is told from the moment on at which they asked for it. */

/** A source of news. */
export type Feed<T> = {
  tell(news: T): void;
  /** Ends the stream of every listener, after what was told. */
  end(): void;
  /** Listens from now on, even before the first item is asked for; `first` comes before the news. */
  watch(signal: AbortSignal | undefined, first?: readonly T[]): AsyncGenerator<T, void>;
  /** Whether anybody listens. */
  isHeard(): boolean;
};

type Listener<T> = { readonly hear: (news: T) => void; readonly end: () => void };

/** Opens a source without listeners. */
export function openFeed<T>(): Feed<T> {
  const listeners = new Set<Listener<T>>();
  let ended = false;
  return {
    tell: (news) => {
      for (const listener of listeners) listener.hear(news);
    },
    end: () => {
      ended = true;
      for (const listener of listeners) listener.end();
    },
    watch(signal, first = []) {
      const queue = [...first];
      let state: 'open' | 'ending' | 'left' = ended ? 'ending' : 'open';
      let wake: () => void = () => undefined;
      const listener: Listener<T> = {
        hear: (news) => {
          queue.push(news);
          wake();
        },
        end: () => {
          if (state === 'open') state = 'ending';
          wake();
        },
      };
      const leave = (): void => {
        state = 'left';
        listeners.delete(listener);
        wake();
      };
      if (signal?.aborted === true) state = 'left';
      else listeners.add(listener);
      signal?.addEventListener('abort', leave, { once: true });
      const next = async (): Promise<IteratorResult<T, void>> => {
        for (;;) {
          const item = queue.shift();
          if (state !== 'left' && item !== undefined) return { done: false, value: item };
          if (state !== 'open') return { done: true, value: undefined };
          await new Promise<void>((resolve) => (wake = resolve));
        }
      };
      return asGenerator(next, () => {
        signal?.removeEventListener('abort', leave);
        leave();
      });
    },
    isHeard: () => listeners.size > 0,
  };
}

/** A stream that ends at once. */
export function noNews<T>(): AsyncGenerator<T, void> {
  const feed = openFeed<T>();
  feed.end();
  return feed.watch(undefined);
}

// A generator function would begin to listen with the first item that is asked for, and miss what was told before.
function asGenerator<T>(next: () => Promise<IteratorResult<T, void>>, leave: () => void): AsyncGenerator<T, void> {
  const generator: AsyncGenerator<T, void> = {
    async next() {
      const result = await next();
      if (result.done === true) leave();
      return result;
    },
    return() {
      leave();
      return Promise.resolve({ done: true, value: undefined });
    },
    throw(error) {
      leave();
      return Promise.reject(error instanceof Error ? error : new Error('stopped'));
    },
    [Symbol.asyncIterator]: () => generator,
    [Symbol.asyncDispose]() {
      leave();
      return Promise.resolve();
    },
  };
  return generator;
}
