/** Finding text in an open file. */
import { withdrawnBy } from '../../shared/analysis/withdrawn.ts';
import { ok } from '../../shared/lib/result.ts';
import type { EntityName } from '../../shared/model/index.ts';
import type { Services } from '../binding.ts';
import type { SearchHit, SearchWish } from '../store/search-types.ts';
import type { ClientFile } from '../store/types.ts';
import type { ServicePorts } from './ports.ts';

/** Use cases of `search`. */
export function searchServices({ sessions }: ServicePorts): Services['search'] {
  return {
    find({ file, query, limit = 50, interview }) {
      const session = sessions.find(file);
      if (!session.ok) return session;
      const keep = keeps(session.value.file, interview ?? null);
      const each = Math.max(6, Math.ceil(limit / 4));
      // What was said comes first: thousands of items of a backlog may hold the same word.
      const said = session.value.file.search(query, Math.ceil(limit / 2), { entities: spoken, keep });
      const known = new Set(said.map(nameOf));
      const rest = session.value.file.search(query, limit, { each, keep }).filter((hit) => !known.has(nameOf(hit)));
      const hits = [...said, ...rest].filter(({ field }) => field !== 'locator').slice(0, limit);
      return ok(hits.map(({ rank: _rank, ...hit }) => ({ ...hit, place: placeOf(session.value.file, hit) })));
    },
  };
}

/** What people said, as it was noted. */
const spoken: readonly EntityName[] = ['answer', 'evidence', 'playbackMark', 'objection', 'turn', 'limit'];

/** Leaves out what was withdrawn, and in an interview whatever is not of it. */
function keeps(file: ClientFile, interview: string | null): NonNullable<SearchWish['keep']> {
  const isWithdrawn = withdrawnBy(
    { stakeholder: file.rows('stakeholder'), participant: file.rows('participant'), interview: file.rows('interview') },
    (id) => file.row('evidence', id),
  );
  const interviewOf = (entity: EntityName, id: string, values: Readonly<Record<string, unknown>>): unknown => {
    if (entity === 'interview') return id;
    const { evidence } = values;
    return values['interview'] ?? (typeof evidence === 'string' ? file.row('evidence', evidence)?.interview : null);
  };
  return (entity, id, values) =>
    (interview === null || interviewOf(entity, id, values) === interview) &&
    !isWithdrawn(entity === 'interview' ? { interview: id } : values);
}

function placeOf(file: ClientFile, { entity, id }: Pick<SearchHit, 'entity' | 'id'>): string {
  const passage = entity === 'passage' ? file.row('passage', id) : null;
  const source = passage === null ? null : file.row('source', passage.source);
  return [source?.title || source?.fileName, passage?.locator].filter(Boolean).join(', ');
}

function nameOf({ entity, id, field }: SearchHit): string {
  return `${entity} ${id} ${field}`;
}
