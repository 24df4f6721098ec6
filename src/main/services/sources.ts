/** The text of the sources of an open file, what changed in it, and their originals. */
import { failure } from '../../shared/api/errors.ts';
import { compareVersions } from '../../shared/analysis/source-versions.ts';
import { fail, ok } from '../../shared/lib/result.ts';
import type { ClientData, Passage } from '../../shared/model/index.ts';
import type { Services } from '../binding.ts';
import { writeExport } from '../store/write-export.ts';
import type { ServicePorts } from './ports.ts';

/** Use cases of `sources`. */
export function sourceServices({ sessions, places }: ServicePorts): Services['sources'] {
  return {
    passages({ file, source }) {
      const session = sessions.find(file);
      return session.ok ? ok(passagesOf(session.value.rows(), source)) : session;
    },
    changes({ file, source }) {
      const session = sessions.find(file);
      if (!session.ok) return session;
      const rows = session.value.rows();
      const earlier = rows.source.find((row) => row.id === source)?.replaces ?? null;
      if (earlier === null) return ok(null);
      return ok(compareVersions(passagesOf(rows, earlier), passagesOf(rows, source)));
    },
    saveOriginal({ file, source, place }) {
      const session = sessions.find(file);
      if (!session.ok) return session;
      const path = places.find(place);
      if (path === null) return fail(failure('not-found', { what: 'place', id: place }));
      const row = session.value.rows().sourceFile.find((one) => one.source === source);
      const bytes = row === undefined ? null : session.value.file.bytesField('sourceFile', row.id, 'content');
      if (bytes === null) return fail(failure('not-found', { what: 'original', id: source }));
      const written = writeExport(path, bytes);
      return written.ok ? ok({ bytes: bytes.length }) : written;
    },
  };
}

function passagesOf({ passage }: ClientData, source: string): readonly Passage[] {
  const rows = passage.filter((row) => row.source === source);
  return rows.toSorted((a, b) => a.position - b.position || (a.id < b.id ? -1 : 1));
}
