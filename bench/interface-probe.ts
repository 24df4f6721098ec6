/** What measures within the page, as text: pages have a world of their own. It is there as `probe` before the page begins. */

/** The longest frames of a stretch of work, in milliseconds. */
export type Frames = {
  /** The longest time from one frame to the next. */
  readonly gap: number;
  /** The longest piece of work without a pause; 0 when none was above 50 ms. */
  readonly task: number;
  /** The frame in the middle by length, and how many there were that took above 50 ms. */
  readonly usual: number;
  readonly late: number;
};

/** Installs the probe. */
export const probe = `(() => {
  const state = { counting: false, last: 0, gap: 0, gaps: [], task: 0, pressed: 0 };
  const turn = (now) => {
    if (!state.counting) return;
    if (state.last > 0) {
      state.gap = Math.max(state.gap, now - state.last);
      state.gaps.push(now - state.last);
    }
    state.last = now;
    requestAnimationFrame(turn);
  };
  const observer = new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) if (state.counting) state.task = Math.max(state.task, duration);
  });
  observer.observe({ type: 'longtask' });
  for (const kind of ['keydown', 'mousedown'])
    addEventListener(kind, (event) => { state.pressed = event.timeStamp; }, { capture: true });
  const drawn = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(() => resolve(performance.now()))));
  globalThis.probe = {
    /** Begins to watch the frames. */
    begin() {
      Object.assign(state, { counting: true, last: 0, gap: 0, gaps: [], task: 0 });
      requestAnimationFrame(turn);
    },
    /** Ends with the longest ones since. */
    end() {
      state.counting = false;
      const gaps = state.gaps.sort((a, b) => a - b);
      // Frames come every 16.7 ms: three of them are 50 ms, and a hair more by rounding.
      const late = gaps.filter((gap) => gap > 51).length;
      return { gap: state.gap, task: state.task, usual: gaps[gaps.length >> 1] ?? 0, late };
    },
    /** Milliseconds from the last press to the first frame with something that the text of a selector holds. */
    async since(selector, text) {
      const begun = state.pressed;
      const there = () => [...document.querySelectorAll(selector)].some((one) => (one.value ?? one.textContent).includes(text));
      if (!there()) {
        await new Promise((resolve, reject) => {
          const late = setTimeout(() => reject(new Error(text + ' is not shown in ' + selector)), 20000);
          const watch = new MutationObserver(() => {
            if (!there()) return;
            watch.disconnect();
            clearTimeout(late);
            resolve();
          });
          watch.observe(document, { childList: true, subtree: true, characterData: true, attributes: true });
        });
      }
      return (await drawn()) - (begun === 0 ? 0 : begun);
    },
    /** Counts for each press the milliseconds to the frame in which the list that a selector finds is another one. */
    watchList(selector) {
      const list = document.querySelector(selector);
      const times = [];
      let counted = 0;
      const watch = new MutationObserver(async () => {
        const press = state.pressed;
        if (press === counted) return;
        counted = press;
        times.push((await drawn()) - press);
      });
      watch.observe(list, { childList: true, subtree: true, characterData: true });
      return { stop: () => { watch.disconnect(); return times; } };
    },
  };
})()`;
