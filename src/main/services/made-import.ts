/** What reading a foreign file came to, before it is stored. */
import type { Imported } from '../../shared/api/imports.ts';
import type { Change } from '../../shared/model/change.ts';

/** What an import is about to store, and what it will answer. */
export type MadeImport = { readonly changes: readonly Change[]; readonly imported: Omit<Imported, 'revision'> };
