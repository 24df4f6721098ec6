/** The built application as a person has it: what every host offers to tests that drive its pages by Playwright. */
import type { Page } from '@playwright/test';

/** What runs the application. */
export type AppHost = 'browser' | 'standin' | 'electron';

/** An entry of a native menu. */
export type MenuEntry = {
  readonly id?: string;
  readonly label?: string;
  readonly role?: string;
  readonly accelerator?: string;
  readonly enabled?: boolean;
  readonly submenu?: readonly MenuEntry[];
};

/** What only a host with menus and dialogs of the system has. */
export type NativeHost = {
  /** The next dialog for a file is answered with this path, or with nothing chosen. */
  choose(mode: 'open' | 'save', path: string | null): Promise<void>;
  /** The next question is answered by the button with this label. */
  answer(label: string): Promise<void>;
  menu(page: Page): Promise<readonly MenuEntry[]>;
  /** Chooses an entry of the menu by the id of its command; false when there is none that can be chosen. */
  run(page: Page, command: string): Promise<boolean>;
  /** Opens a client file as the file manager does while the application runs. */
  openFile(path: string): Promise<void>;
  title(page: Page): Promise<string>;
};

/** The application, open. */
export type OpenApp = {
  readonly host: AppHost;
  /** Null where the interface has its own chooser and there are no menus. */
  readonly native: NativeHost | null;
  /** Pages of the windows, the oldest first, as soon as there are so many. */
  pages(count: number): Promise<readonly Page[]>;
  /** Loads a page again as a person would; the page that goes on. */
  reload(page: Page): Promise<Page>;
  /** Breaks the process behind a page; the page that goes on. */
  crash(page: Page): Promise<Page>;
  /** Closes a window by its frame; resolves before it is closed, because that may have to be asked. */
  closeWindow(page: Page): Promise<void>;
  /** Holds the program up, as a computer that is out of memory does, and lets it go on; null where that stops the pages too. */
  readonly hold: ((held: boolean) => void) | null;
  /** Kills the program alone: its pages stay; null where they are a part of it. */
  readonly killProgram: (() => Promise<unknown>) | null;
  /** Kills the program with its windows, as a dead battery does. */
  kill(): Promise<void>;
  /** Ends the program the way a person does; throws when it did not end well. */
  quit(): Promise<void>;
};

/** How the application is opened. */
export type AppStart = {
  readonly host: AppHost;
  /** The built application. */
  readonly built: string;
  /** Folder for everything that is kept: the program's own data lies in `app` below it. */
  readonly folder: string;
  /** Client files to open. */
  readonly files?: readonly string[];
};
