/** Issues after they were frozen: their bytes, their pages, and what changed since. */
import { createHash } from 'node:crypto';
import { failure, type Failure } from '../../shared/api/errors.ts';
import { changesSince } from '../../shared/document/since.ts';
import { parseJsonCapped } from '../../shared/lib/json.ts';
import { fail, ok, type Result } from '../../shared/lib/result.ts';
import { restoreRows } from '../../shared/model/exchange/restore.ts';
import { exchangeSchema } from '../../shared/model/exchange/schema.ts';
import type { ClientData, Issue } from '../../shared/model/index.ts';
import type { Services } from '../binding.ts';
import { writeExport } from '../store/write-export.ts';
import { makeDocument } from './document-job.ts';
import type { ServicePorts } from './ports.ts';
import type { Session } from './sessions.ts';

type IssueServices = Pick<Services['documents'], 'issued' | 'issuedPages' | 'changedSince'>;

/** Use cases of `documents` on what was issued. */
export function issueServices(ports: ServicePorts): IssueServices {
  const { places, sessions, works } = ports;
  return {
    issued({ file, issue, place }) {
      const session = sessions.find(file);
      if (!session.ok) return session;
      const path = places.find(place);
      const bytes = session.value.file.bytesField('issue', issue, 'document');
      if (path === null || bytes === null) return fail(failure('not-found', { what: 'issue', id: issue }));
      const written = writeExport(path, bytes);
      return written.ok ? ok({ bytes: bytes.length }) : written;
    },
    async issuedPages({ file, issue, work: name }) {
      const session = sessions.find(file);
      if (!session.ok) return session;
      const frozen = frozenRows(session.value, issue);
      if (!frozen.ok) return frozen;
      const { row, data } = frozen.value;
      const work = works.begin(name);
      try {
        const made = await makeDocument(ports, {
          rows: { session: session.value, id: row.engagement, data, kit: session.value.kit() },
          today: row.issuedOn ?? ports.today(),
          paper: row.paper,
          version: row.number,
          frozen: true,
          snapshotDigest: row.snapshotDigest,
          write: true,
          work,
        });
        if (!made.ok) return made;
        const { bytes, drawn } = made.value;
        const digest = bytes === null ? '' : createHash('sha256').update(bytes).digest('hex');
        const [engagement] = data.engagement;
        const by = [engagement?.consultant ?? '', engagement?.firm ?? ''].filter(Boolean).join(', ');
        return ok({ drawn, by, same: digest === row.fileDigest });
      } finally {
        work.end();
      }
    },
    changedSince({ file, issue }) {
      const session = sessions.find(file);
      if (!session.ok) return session;
      const frozen = frozenRows(session.value, issue);
      if (!frozen.ok) return frozen;
      const now = sessions.engagement(file, frozen.value.row.engagement);
      return now.ok ? ok(changesSince(frozen.value.data, now.value.data)) : now;
    },
  };
}

/** The most that a large text holds. */
export const snapshotCaps = { bytes: 80_000_000, depth: 8 };

/** The issue and the rows that were frozen with it. */
function frozenRows(session: Session, id: string): Result<{ readonly row: Issue; readonly data: ClientData }, Failure> {
  const row = session.file.row('issue', id);
  const text = session.file.largeField('issue', id, 'snapshot') ?? '';
  if (row === null) return fail(failure('not-found', { what: 'issue', id }));
  const parsed = parseJsonCapped(text, snapshotCaps);
  const exchange = exchangeSchema.safeParse(parsed.ok ? parsed.value : null);
  if (!exchange.success) return fail(failure('file-damaged', { where: `issue ${row.number}` }));
  return ok({ row, data: restoreRows(exchange.data) });
}
