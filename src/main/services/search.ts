/** Finding text in an open file. */
import { ok } from '../../shared/lib/result.ts';
import type { Services } from '../binding.ts';
import type { ServicePorts } from './ports.ts';

/** Use cases of `search`. */
export function searchServices({ sessions }: ServicePorts): Services['search'] {
  return {
    find({ file, query, limit }) {
      const session = sessions.find(file);
      if (!session.ok) return session;
      const hits = session.value.file.search(query, limit ?? 50);
      return ok(
        hits.map(({ entity, id, field, before, match, after }) => ({ entity, id, field, before, match, after })),
      );
    },
  };
}
