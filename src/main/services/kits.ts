/** The kit of a client file: reading, replacing, exporting. */
import { failure, type Failure } from '../../shared/api/errors.ts';
import { fail, ok } from '../../shared/lib/result.ts';
import type { Kit } from '../../shared/method/kit.ts';
import { composeGuide } from '../../shared/method/new-guide.ts';
import { type Change, updateRow } from '../../shared/model/change.ts';
import type { Field } from '../../shared/model/define.ts';
import { type ClientData, entities, entityNames } from '../../shared/model/index.ts';
import type { Services } from '../binding.ts';
import type { ServicePorts } from './ports.ts';
import { findChosenFile, readChosenText } from './chosen-file.ts';
import { kitWithGuide, readKit } from './read-kit.ts';
import { writeExport } from '../store/write-export.ts';

/** Largest kit that is read, in bytes. */
const kitBytes = 2_000_000;

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
    addGuide({ file, opId, guide: draft, interview, first }) {
      const session = sessions.find(file);
      if (!session.ok) return session;
      const row = session.value.file.rows('kitCopy').at(-1);
      if (row === undefined) return fail(failure('not-found', { what: 'kit', id: '' }));
      const { guide, ids } = composeGuide(draft, session.value.kit());
      const content = kitWithGuide(session.value.file.largeField('kitCopy', row.id, 'content') ?? '', guide, first);
      const checked = readKit(content);
      if (!checked.ok) return checked;
      const changes: Change[] = [
        updateRow('kitCopy', row.id, { content }),
        ...(interview === null ? [] : [updateRow('interview', interview, { guide: guide.id, questions: [] })]),
        ...[...ids].map(([answer, question]) => updateRow('answer', answer, { question, unplanned: '' })),
      ];
      const label = `Keep the guide “${guide.name}”`.slice(0, 200);
      const applied = session.value.file.apply({ opId, label, kind: 'edit', changes });
      return applied.ok ? ok({ revision: applied.value.revision }) : applied;
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
