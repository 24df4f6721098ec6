/** The kit of a client file: reading, replacing, exporting. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, YAMLParseError } from 'yaml';
import { failure, type Failure } from '../../shared/api/errors.ts';
import { fail, ok, type Result } from '../../shared/lib/result.ts';
import { type Kit, parseKit } from '../../shared/method/kit.ts';
import { updateRow } from '../../shared/model/change.ts';
import type { Field } from '../../shared/model/define.ts';
import { type ClientData, entities, entityNames } from '../../shared/model/index.ts';
import type { Services } from '../binding.ts';
import type { ServicePorts } from './ports.ts';
import { findChosenFile, readChosenText } from './chosen-file.ts';
import { writeExport } from '../store/write-export.ts';

/** Largest kit that is read, in bytes. */
const kitBytes = 2_000_000;

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
  return fail(
    failure('kit-invalid', { path: parsed.faults[0]?.path ?? '', problem: parsed.faults[0]?.problem ?? '' }),
  );
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

/** Use cases of `kits`. */
export function kitServices({ sessions, places }: ServicePorts): Services['kits'] {
  return {
    get({ file }) {
      const session = sessions.find(file);
      return session.ok ? ok(session.value.kit().content) : session;
    },
    replace({ file, place, opId }) {
      const session = sessions.find(file);
      if (!session.ok) return session;
      const chosen = findChosenFile(places, place);
      if (!chosen.ok) return chosen;
      if (chosen.value.bytes > kitBytes) return fail(failure('import-too-large', { limit: kitBytes / 1_000_000 }));
      const text = readChosenText(chosen.value);
      if (!text.ok) return text;
      const content = text.value;
      if (content === null) return fail(failure('kit-invalid', { path: '(file)', problem: 'it is not UTF-8 text' }));
      const kit = readKit(content);
      if (!kit.ok) return kit;
      const missing = missingId(session.value.file.load({ everything: true }), kit.value);
      if (missing !== null) return fail(missing);
      const row = session.value.file.rows('kitCopy').at(-1);
      if (row === undefined) return fail(failure('not-found', { what: 'kit', id: '' }));
      const { id, version } = kit.value.content;
      const changes = [updateRow('kitCopy', row.id, { kitId: id, version, content })];
      const applied = session.value.file.apply({ opId, label: 'Another kit', kind: 'import', changes });
      return applied.ok ? ok({ id, version }) : applied;
    },
    export({ file, place }) {
      const session = sessions.find(file);
      if (!session.ok) return session;
      const path = places.find(place);
      const row = session.value.file.rows('kitCopy').at(-1);
      if (path === null || row === undefined) return fail(failure('not-found', { what: 'place', id: place }));
      const bytes = Buffer.from(session.value.file.largeField('kitCopy', row.id, 'content') ?? '');
      const written = writeExport(path, bytes);
      return written.ok ? ok({ bytes: bytes.length }) : written;
    },
  };
}

/** The first id that the file uses and a kit does not have; ids are permanent, so such a kit is not put in place. */
function missingId(data: ClientData, kit: Kit): Failure | null {
  for (const name of entityNames) {
    const fields = Object.entries(entities[name].fields as Readonly<Record<string, Field>>);
    const kitFields = fields.flatMap(([key, field]) =>
      field.kitList === null ? [] : [{ key, ids: kit.ids[field.kitList] }],
    );
    if (kitFields.length === 0) continue;
    for (const row of data[name] as readonly Readonly<Record<string, unknown>>[]) {
      for (const { key, ids } of kitFields) {
        const id = row[key];
        if (typeof id === 'string' && id !== '' && !ids.has(id)) {
          return failure('kit-ids-missing', { id, where: `${entities[name].one}, ${key}` });
        }
      }
    }
  }
  return null;
}
