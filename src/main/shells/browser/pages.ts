/** The pages that are there: which are connected, which went away, and which one a reloaded page continues. */

/** A page of the interface, from its code to its end. */
export type Page = {
  readonly key: string;
  /** Its window in the core. */
  readonly window: string;
  /** Responses that are under way, streams included. */
  open: number;
  /** Moment of its last sign of life. */
  seen: number;
  /** Ends what is under way. */
  readonly ending: AbortController;
};

/** The pages of a running shell. */
export type Pages = {
  add(key: string, window: string): void;
  find(key: string): Page | undefined;
  /** A response to the page begins; the answer is called when it is over. */
  begin(page: Page): () => void;
  /** Ends a page at once. */
  end(key: string): void;
  /** Ends the pages that went away and did not come back. */
  sweep(): void;
  connected(): readonly Page[];
  /** The page that went away last and was not replaced yet. */
  leftLast(): Page | undefined;
  /** Milliseconds since a page was there; 0 while one is, null before the first. */
  idle(): number | null;
};

/** Milliseconds without a sign of life after which a page counts as closed: a reloaded one is back long before. */
const pageLife = 20_000;

/** Keeps the pages; `onEnd` is told of each one that is over. */
export function openPages(now: () => number, onEnd: (page: Page) => void): Pages {
  const pages = new Map<string, Page>();
  let last: number | null = null;

  function end(page: Page): void {
    pages.delete(page.key);
    page.ending.abort();
    onEnd(page);
  }
  function sign(page: Page): void {
    page.seen = now();
    last = now();
  }

  return {
    add(key, window) {
      const page = { key, window, open: 0, seen: now(), ending: new AbortController() };
      pages.set(key, page);
      sign(page);
    },
    find: (key) => pages.get(key),
    begin(page) {
      page.open++;
      sign(page);
      let over = false;
      return () => {
        if (over) return;
        over = true;
        page.open--;
        sign(page);
      };
    },
    end(key) {
      const page = pages.get(key);
      if (page !== undefined) end(page);
    },
    sweep() {
      for (const page of pages.values()) if (page.open === 0 && now() - page.seen >= pageLife) end(page);
    },
    connected: () => [...pages.values()].filter((page) => page.open > 0),
    leftLast: () => [...pages.values()].filter((page) => page.open === 0).toSorted((a, b) => b.seen - a.seen)[0],
    idle() {
      if ([...pages.values()].some((page) => page.open > 0)) return 0;
      return last === null ? null : now() - last;
    },
  };
}
