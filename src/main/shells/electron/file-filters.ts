/** Kinds of file as the dialogs of the system name them, and client files among the words of a start. */
import { resolve } from 'node:path';
import type { FileFilter } from 'electron';
import { fileEndings, type FileKind, fitsKind } from '../../../shared/api/desk.ts';

const names: Readonly<Record<FileKind, string>> = {
  client: 'Client file',
  strategy: 'Strategy document',
  original: 'Document',
  backlog: 'Backlog',
  transcript: 'Transcript',
  engagement: 'Engagement',
  kit: 'Kit',
  document: 'Word document',
  'map-xlsx': 'Excel workbook',
  'map-csv': 'Table (CSV)',
  'picture-png': 'Picture (PNG)',
  'picture-svg': 'Drawing (SVG)',
};

/** The filter of a dialog for files of a kind. */
export function filtersOf(kind: FileKind): FileFilter[] {
  return [{ name: names[kind], extensions: fileEndings[kind].map((ending) => ending.slice(1)) }];
}

/** A name as a dialog can suggest it: without what no system takes in a name. */
export function suggestedName(name: string): string {
  return name.replaceAll(/[\p{C}\\/:*?"<>|]+/gu, '-').slice(0, 120);
}

/** The client files among the words of a start, as absolute paths; `folder` is where it was started. */
export function clientFiles(words: readonly string[], folder: string): string[] {
  return words.filter((word) => !word.startsWith('-') && fitsKind(word, 'client')).map((word) => resolve(folder, word));
}
