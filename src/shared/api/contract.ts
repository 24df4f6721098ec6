/** The contract: every call that any shell can make, by area. A new call is one line in its area, one function in its service. */
import { analysis, suggestions } from './analysis.ts';
import { changes, search } from './changes.ts';
import { documents } from './documents.ts';
import { files } from './files.ts';
import { exports, imports } from './imports.ts';
import { kits } from './kits.ts';
import { work } from './work.ts';

/** Every call by area and name. */
export const contract = { files, changes, search, imports, exports, suggestions, analysis, documents, kits, work };
/** Every call by area and name. */
export type Contract = typeof contract;
