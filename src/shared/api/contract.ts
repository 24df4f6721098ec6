/** The contract: every call that any shell can make, by area. A new call is one line in its area, one function in its service. */
import type { ContractRouterClient } from '@orpc/contract';
import { analysis, suggestions } from './analysis.ts';
import { changes, search } from './changes.ts';
import { desk } from './desk.ts';
import { documents } from './documents.ts';
import { files } from './files.ts';
import { home } from './home.ts';
import { exports, imports } from './imports.ts';
import { kits } from './kits.ts';
import { preferences } from './preferences.ts';
import { sources } from './sources.ts';
import { transcripts } from './transcripts.ts';
import { withdrawals } from './withdrawals.ts';
import { work } from './work.ts';

/** Every call by area and name. */
export const contract = {
  files,
  changes,
  search,
  imports,
  exports,
  suggestions,
  analysis,
  documents,
  withdrawals,
  kits,
  work,
  desk,
  home,
  preferences,
  sources,
  transcripts,
};
/** Every call by area and name. */
export type Contract = typeof contract;
/** A typed caller of every call of the contract, over whichever transport. */
export type ContractClient = ContractRouterClient<Contract>;
