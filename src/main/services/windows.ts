/** The windows that look at a core: what each one shows, what its shell asks of it, and the answers. */
import { randomBytes } from 'node:crypto';
import type { Ask, Showing } from '../../shared/api/desk.ts';
import { ownWindow } from '../binding.ts';
import type { Windows } from '../desk.ts';
import { type Feed, noNews, openFeed } from './feed.ts';

/** The windows with what their own calls do. */
export type WindowRegister = Windows & {
  /** A window shows something else from now on; false for a window that is gone. */
  show(window: string, showing: Showing): boolean;
  /** What the shell asks of a window; whoever listened before hears no more. */
  listen(window: string, signal: AbortSignal | undefined): AsyncGenerator<Ask, void>;
  /** The answer to a flush. */
  flushed(window: string, id: string, unsaved: number): void;
  /** A file was closed: no window shows it any more. */
  closed(file: string): void;
};

/** Told of what follows from the windows' coming and going. */
export type WindowHooks = {
  /** A window shows this now. */
  readonly shown: (window: string, showing: Showing) => void;
  /** The last window that showed a file shows it no more. */
  readonly left: (file: string) => void;
  /** A window is gone. */
  readonly gone: (window: string) => void;
};

type Window = {
  showing: Showing | null;
  /** Asked while nobody listened. */
  kept: Ask[];
  listener: Feed<Ask> | null;
  readonly flushes: Map<string, (unsaved: number | null) => void>;
};

/** Opens a register without windows. */
export function openWindows(hooks: WindowHooks): WindowRegister {
  const windows = new Map<string, Window>();
  const add = (id: string): Window => {
    const window: Window = { showing: null, kept: [], listener: null, flushes: new Map() };
    windows.set(id, window);
    return window;
  };
  // Calls of this process come from no page, and are a window only once they ask for something that a window does.
  const find = (id: string): Window | null => windows.get(id) ?? (id === ownWindow ? add(id) : null);
  const isShown = (file: string): boolean => [...windows.values()].some((each) => each.showing?.file === file);
  const leave = (file: string | null | undefined): void => {
    if (typeof file === 'string' && !isShown(file)) hooks.left(file);
  };
  const show = (id: string, showing: Showing): boolean => {
    const window = find(id);
    if (window === null) return false;
    const before = window.showing?.file;
    window.showing = showing;
    hooks.shown(id, showing);
    if (before !== showing.file) leave(before);
    return true;
  };
  const ask = (id: string, asked: Ask): void => {
    const window = find(id);
    if (window === null) return;
    if (window.listener?.isHeard() === true) window.listener.tell(asked);
    else window.kept.push(asked);
  };
  const pages = (): string[] => [...windows.keys()].filter((id) => id !== ownWindow);
  return {
    open(showing) {
      const id = randomBytes(16).toString('hex');
      add(id);
      if (showing !== null) show(id, showing);
      return id;
    },
    ask,
    flush(id, milliseconds) {
      const window = windows.get(id);
      if (window === undefined) return Promise.resolve(null);
      const flush = randomBytes(16).toString('hex');
      return new Promise((resolve) => {
        const settle = (unsaved: number | null): void => {
          clearTimeout(timer);
          window.flushes.delete(flush);
          window.kept = window.kept.filter((each) => each.ask !== 'flush' || each.id !== flush);
          resolve(unsaved);
        };
        const timer = setTimeout(() => settle(null), milliseconds);
        window.flushes.set(flush, settle);
        ask(id, { ask: 'flush', id: flush });
      });
    },
    showing: (id) => windows.get(id)?.showing ?? null,
    withFile: (file) => pages().find((id) => windows.get(id)?.showing?.file === file) ?? null,
    all: pages,
    gone(id) {
      const window = windows.get(id);
      if (window === undefined) return;
      windows.delete(id);
      window.listener?.end();
      for (const settle of window.flushes.values()) settle(null);
      hooks.gone(id);
      leave(window.showing?.file);
    },
    show,
    listen(id, signal) {
      const window = find(id);
      if (window === null) return noNews();
      const feed = openFeed<Ask>();
      window.listener?.end();
      window.listener = feed;
      return feed.watch(signal, window.kept.splice(0));
    },
    flushed: (id, flush, unsaved) => windows.get(id)?.flushes.get(flush)?.(unsaved),
    closed(file) {
      for (const window of windows.values()) {
        if (window.showing?.file === file) window.showing = { ...window.showing, file: null, engagement: null };
      }
    },
  };
}
