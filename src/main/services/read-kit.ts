/** A kit from its text: that of a file which was chosen, of a client file, or the one that the program ships. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isSeq, parse, parseDocument, YAMLParseError } from 'yaml';
import { failure, type Failure } from '../../shared/api/errors.ts';
import { fail, ok, type Result } from '../../shared/lib/result.ts';
import type { KitGuide } from '../../shared/method/kit-schema.ts';
import { type Kit, parseKit } from '../../shared/method/kit.ts';

/** The last kits by their texts: nearly every client file has the one that the program ships, and reading one takes long. */
const known = new Map<string, Kit>();
const knownAtMost = 4;

/** Reads a kit from YAML; the first fault is named by its path. */
export function readKit(content: string): Result<Kit, Failure> {
  const before = known.get(content);
  if (before !== undefined) return ok(before);
  const kit = readAnew(content);
  if (kit.ok) {
    for (const text of [...known.keys()].slice(0, known.size + 1 - knownAtMost)) known.delete(text);
    known.set(content, kit.value);
  }
  return kit;
}

function readAnew(content: string): Result<Kit, Failure> {
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

/** The text of a kit with one more guide, last or before the others; remarks and everything else in it stay. */
export function kitWithGuide(content: string, guide: KitGuide, first: boolean): string {
  const document = parseDocument(content);
  const guides = document.get('guides');
  if (!isSeq(guides)) return content;
  const node = document.createNode(guide);
  if (first) guides.items.unshift(node);
  else guides.items.push(node);
  return document.toString({ lineWidth: 0, flowCollectionPadding: false });
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
