/** The default kit, as tests read it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { type Kit, parseKit } from '../../src/shared/method/kit.ts';

/** Loads the kit that the product ships. */
export function defaultKit(): Kit {
  const file = join(import.meta.dirname, '../../resources/kit/throughline-default.yaml');
  const parsed = parseKit(parse(readFileSync(file, 'utf8')));
  if ('faults' in parsed) throw new Error(JSON.stringify(parsed.faults));
  return parsed.kit;
}
