/** All versions of the schema, oldest first. Written by tools/generate-migration.ts. */
import { migration0 } from './0000.ts';
import { migration1 } from './0001.ts';
import { migration2 } from './0002.ts';
import type { Migration } from './migration.ts';

/** Version n is reached by running the first n + 1. */
export const migrations: readonly Migration[] = [migration0, migration1, migration2];
