/** A kit from its text: that of a file which was chosen, of a client file, or the one that the program ships. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, YAMLParseError } from 'yaml';
import { failure, type Failure } from '../../shared/api/errors.ts';
import { fail, ok, type Result } from '../../shared/lib/result.ts';
import { type Kit, parseKit } from '../../shared/method/kit.ts';

/** Reads a kit from YAML; the first fault is named by its path. */
export function readKit(content: string): Result<Kit, Failure> {
  let data: unknown;
  try {
    data = parse(content, { maxAliasCount: 100, logLevel: 'error' });
  } catch (error) {
    // Besides its own errors the parser throws on aliases that lead nowhere, grow too far or nest without end.
    const line = error instanceof YAMLParseError ? error.linePos?.[0].line : undefined;
    const path = line === undefined ? '(file)' : `line ${line}`;
    return fail(failure('kit-invalid', { path, problem: 'it is not valid YAML' }));
  }
  const parsed = parseKit(data);
  if ('kit' in parsed) return ok(parsed.kit);
  return fail(failure('kit-invalid', { path: parsed.faults[0]?.path ?? '', problem: parsed.faults[0]?.problem ?? '' }));
}

/** The kit that the program ships, as text: what new client files are made with. */
export function shippedKitText(resources: string): string {
  return readFileSync(join(resources, 'kit', 'throughline-default.yaml'), 'utf8');
}

/** The kit that the program ships. */
export function shippedKit(resources: string): Kit {
  const kit = readKit(shippedKitText(resources));
  if (!kit.ok) throw new Error('the shipped kit has faults');
  return kit.value;
}
