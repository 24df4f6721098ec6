/** Calls on the desk: the window that one sits at, what its shell can do, and the places that a person chooses. */
import { eventIterator, oc } from '@orpc/contract';
import { z } from 'zod';
import { call, fileHandle, placeHandle } from './call.ts';

/** What a shell offers; whatever differs between shells is declared here and nowhere else. */
export const capabilities = z.strictObject({
  shell: z.enum(['electron', 'browser', 'process']),
  /** Who asks for a file: the operating system, or the interface by `browse` and `spot`. */
  dialogs: z.enum(['native', 'inside', 'none']),
  /** Whether the commands of the screen also stand in a menu of the operating system. */
  menus: z.boolean(),
  /** Whether another window can be opened. */
  windows: z.boolean(),
  /** Keys that the surroundings keep for themselves: commands that have them show their second key first. */
  keptKeys: z.array(z.string()),
});
/** What a shell offers. */
export type Capabilities = z.infer<typeof capabilities>;

/** What a window shows, so that it comes back to the same place after a crash or a reload. */
export const showing = z.strictObject({
  file: fileHandle.nullable(),
  engagement: z.uuid().nullable(),
  stage: z.string().max(40).nullable(),
  /** Title of the window; a shell that others can look at shows only the program's name. */
  title: z.string().max(300),
});
/** What a window shows. */
export type Showing = z.infer<typeof showing>;

/** Kinds of file that a person is asked for; the shell knows their endings and words. */
export const fileKinds = [
  'client',
  'strategy',
  'original',
  'backlog',
  'transcript',
  'engagement',
  'kit',
  'document',
  'map-xlsx',
  'map-csv',
  'picture-png',
  'picture-svg',
] as const;

/** A kind of file. */
export type FileKind = (typeof fileKinds)[number];

/** Endings of the files of a kind, in lower case; the first one is given to a name that has none of them. */
export const fileEndings: Readonly<Record<FileKind, readonly [string, ...string[]]>> = {
  client: ['.throughline'],
  strategy: ['.docx', '.pdf', '.pptx', '.odt', '.html', '.htm', '.md', '.markdown', '.txt'],
  original: ['.pdf', '.docx', '.pptx', '.odt', '.html', '.htm', '.md', '.markdown', '.txt'],
  backlog: ['.csv', '.tsv', '.txt', '.xlsx', '.xlsm', '.json', '.xml'],
  transcript: ['.vtt', '.srt', '.docx', '.txt'],
  engagement: ['.json'],
  kit: ['.yaml', '.yml'],
  document: ['.docx'],
  'map-xlsx': ['.xlsx'],
  'map-csv': ['.csv'],
  'picture-png': ['.png'],
  'picture-svg': ['.svg'],
};

/** Whether a file's name has an ending of a kind. */
export function fitsKind(name: string, kind: FileKind): boolean {
  const lower = name.toLowerCase();
  return fileEndings[kind].some((ending) => lower.endsWith(ending));
}

/** The name with an ending of the kind. */
export function withEnding(name: string, kind: FileKind): string {
  return fitsKind(name, kind) ? name : name + fileEndings[kind][0];
}

/** A place that was chosen: a handle, and the name to show. */
export const chosen = z.strictObject({ place: placeHandle, name: z.string(), exists: z.boolean() });
/** A place that was chosen. */
export type Chosen = z.infer<typeof chosen>;

/** One entry of a folder. */
export const folderEntry = z.strictObject({
  place: placeHandle,
  name: z.string(),
  kind: z.enum(['folder', 'file']),
  bytes: z.int(),
  /** Moment of the last change, UTC. */
  modified: z.string(),
});

/** One entry of a folder. */
export type FolderEntry = z.infer<typeof folderEntry>;

/** A command of the screen as a menu of the operating system shows it. */
export const menuItem = z.strictObject({
  id: z.string().max(100),
  /** Heading of the menu that it stands under. */
  menu: z.string().max(60),
  says: z.string().max(200),
  /** Key in the notation of the interface ("Ctrl K"), where it has one. */
  key: z.string().max(40).optional(),
  enabled: z.boolean(),
});
/** A command as a menu shows it. */
export type MenuItem = z.infer<typeof menuItem>;

/** What the shell asks of a window. */
export const ask = z.discriminatedUnion('ask', [
  /** Somebody chose a command in a native menu. */
  z.strictObject({ ask: z.literal('run'), command: z.string() }),
  /** Somebody opened a file from outside: the file manager, a second start. */
  z.strictObject({ ask: z.literal('open'), place: placeHandle, name: z.string() }),
  /** The window is about to close or the computer to sleep: send what is not sent and answer with `flushed`. */
  z.strictObject({ ask: z.literal('flush'), id: z.string() }),
]);
/** What the shell asks of a window. */
export type Ask = z.infer<typeof ask>;

const nothing = z.null();

/** Calls on the desk. */
export const desk = {
  start: call(
    {},
    z.strictObject({
      window: z.string(),
      capabilities,
      version: z.string(),
      system: z.enum(['mac', 'windows', 'linux']),
      /** Day of the user's calendar. */
      today: z.string(),
      /** What this window showed before it was reloaded, or what it was opened for. */
      showing: showing.nullable(),
    }),
  ),
  show: call({ showing }, nothing),
  /** Lets the person choose by the system's dialog; null when they chose nothing. */
  choose: call(
    { mode: z.enum(['open', 'save']), kind: z.enum(fileKinds), name: z.string().max(200).optional() },
    chosen.nullable(),
  ),
  /** What a folder holds, for the chooser of the interface; the allowed roots when no folder is named. */
  browse: call(
    { folder: placeHandle.optional(), kind: z.enum(fileKinds) },
    z.strictObject({
      folder: placeHandle.nullable(),
      name: z.string(),
      parent: placeHandle.nullable(),
      entries: z.array(folderEntry),
      /** Entries left out because there are more than 2,000. */
      leftOut: z.int(),
    }),
  ),
  /** The place that a name has in a folder; its ending is added where it is missing. */
  spot: call({ folder: placeHandle, name: z.string().min(1).max(200), kind: z.enum(fileKinds) }, chosen),
  /** Takes a dropped or pasted file in pieces of base64; the last answer's place can be imported. */
  receive: call(
    {
      place: placeHandle.optional(),
      name: z.string().min(1).max(200),
      piece: z.string().max(2_000_000),
    },
    z.strictObject({ place: placeHandle, bytes: z.int() }),
  ),
  /** The commands of this window's screen, for a native menu. */
  menu: call({ items: z.array(menuItem).max(500) }, nothing),
  /** Opens another window; on a file when one is named. */
  window: call({ file: fileHandle.optional() }, nothing),
  /** Answers a flush: how many edits could not be saved. */
  flushed: call({ id: z.string(), unsaved: z.int() }, nothing),
  /** What the shell asks of this window, from now on. */
  asks: oc.input(z.strictObject({})).output(eventIterator(ask)),
};
