/** The text of the sources of an open file. */
import { ok } from '../../shared/lib/result.ts';
import type { Services } from '../binding.ts';
import type { ServicePorts } from './ports.ts';

/** Use cases of `sources`. */
export function sourceServices({ sessions }: ServicePorts): Services['sources'] {
  return {
    passages({ file, source }) {
      const session = sessions.find(file);
      if (!session.ok) return session;
      const rows = session.value.rows().passage.filter((row) => row.source === source);
      return ok(rows.toSorted((a, b) => a.position - b.position || (a.id < b.id ? -1 : 1)));
    },
  };
}
