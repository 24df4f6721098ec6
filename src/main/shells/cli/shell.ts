/** What every command is handed, and the options of those that have many. */
import type { Core } from '../../core.ts';
import type { Streams } from './output.ts';

/** Everything a command needs. */
export type Shell = { readonly core: Core; readonly streams: Streams; readonly json: boolean };

/** Options of `import`. */
export type ImportOptions = {
  strategy?: string;
  decisions?: number;
  backlog?: string;
  exported?: string;
  transcript?: string;
  interview?: string;
  title?: string;
  held?: string;
  paragraphs?: boolean;
  engagement?: string;
  accept?: 'weak' | 'fair' | 'strong';
  items?: string;
};
/** Options of `export`. */
export type ExportOptions = { engagement?: string; map?: string };
/** Options of `document`. */
export type DocumentOptions = {
  output: string;
  paper?: 'A4' | 'Letter';
  density?: 'open' | 'normal' | 'tight';
  draft?: boolean;
  issue?: boolean;
  today?: string;
};
