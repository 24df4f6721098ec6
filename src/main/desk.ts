/** What a shell and the core are to each other: the shell hands in its desk, the core offers the windows. Types only. */
import type { Ask, Capabilities, FileKind, MenuItem, Showing } from '../shared/api/desk.ts';

/** What every call of a transport carries besides its input. */
export type CallContext = {
  /** Id of the window that calls, as `Windows.open` gave it. */
  readonly window: string;
};

/** What a shell hands to the core. Nothing of it is called unless the capabilities offer it. */
export type DeskPort = {
  readonly capabilities: Capabilities;
  readonly system: 'mac' | 'windows' | 'linux';
  /** Asks a person for a file by the system's dialog: a path, or null when they chose nothing. */
  choose(
    window: string,
    request: { readonly mode: 'open' | 'save'; readonly kind: FileKind; readonly name?: string },
  ): Promise<string | null>;
  /** Folders that the chooser of the interface may show, as absolute paths. */
  roots(): readonly string[];
  /** Shows the commands of a window's screen in the menu of the operating system. */
  menu(window: string, items: readonly MenuItem[]): void;
  /** Makes a window; the shell calls `Windows.open` for it itself. */
  openWindow(showing: Showing | null): void;
  /** Told what a window shows from now on: title, recent documents, represented file. */
  shown(window: string, showing: Showing): void;
};

/** The windows of a core, as its shell looks after them. */
export type Windows = {
  /** Id of a new window, which its calls carry as their context. */
  open(showing: Showing | null): string;
  /** Delivered by `desk.asks`; kept until the page listens. */
  ask(window: string, ask: Ask): void;
  /** Asks the page to send what is not sent: how many edits could not be saved, or null when it does not answer in time. */
  flush(window: string, milliseconds: number): Promise<number | null>;
  /** What a window shows; null for one that shows nothing yet or is gone. */
  showing(window: string): Showing | null;
  /** The window that shows an open file, by the file's handle. */
  withFile(file: string): string | null;
  /** Ids of all windows, the oldest first. */
  all(): readonly string[];
  /** The window was closed: files that no window shows any more are closed, with their backup. */
  gone(window: string): void;
};
