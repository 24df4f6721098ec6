/** The intervention document: laid out, written, issued. */
import { createHash } from 'node:crypto';
import type { ReadinessFinding } from '../../shared/analysis/readiness/finding.ts';
import { failure, type Failure } from '../../shared/api/errors.ts';
import { fail, ok, type Result } from '../../shared/lib/result.ts';
import { insertRow } from '../../shared/model/change.ts';
import type { Issue } from '../../shared/model/index.ts';
import type { Services } from '../binding.ts';
import { type MadeDocument, makeDocument, measureOffers } from './document-job.ts';
import { issueServices } from './issues.ts';
import type { ServicePorts } from './ports.ts';
import { releaseServices } from './release.ts';
import { writeExport } from '../store/write-export.ts';

type Request = {
  readonly file: string;
  readonly engagement?: string | undefined;
  readonly today?: string | undefined;
  readonly paper?: 'A4' | 'Letter' | undefined;
  readonly density?: 'open' | 'normal' | 'tight' | undefined;
  readonly draft?: boolean | undefined;
  readonly work?: string | undefined;
};

/** A document with the state of the file that it was made from and the number that it bears. */
type Made = MadeDocument & { readonly draft: boolean; readonly revision: number; readonly number: string };

type IssueRequest = Parameters<Services['documents']['issue']>[0];
type Issued = Awaited<ReturnType<Services['documents']['issue']>>;

/** Versions of the programs behind an issue's bytes: equal data and equal tools give equal bytes. */
const tools = 'docx 9.15.2, resvg-js 2.6.2, fflate 0.8.3';

/** Use cases of `documents`. */
export function documentServices(ports: ServicePorts): Services['documents'] {
  const { places, sessions, store, works } = ports;

  /** Makes the document; asked for clean, it comes as a draft all the same while a blocker stands. */
  const make = async (request: Request, write: boolean, frozen = false): Promise<Result<Made, Failure>> => {
    const rows = sessions.engagement(request.file, request.engagement);
    if (!rows.ok) return rows;
    const { revision } = rows.value.session.file.info();
    const work = works.begin(request.work);
    try {
      const { paper, density } = request;
      const wanted = { rows: rows.value, today: request.today ?? ports.today(), paper, density, frozen, write, work };
      const version = request.draft === true ? null : nextNumber(rows.value.data.issue);
      const made = await makeDocument(ports, { ...wanted, version });
      if (!made.ok) return made;
      if (version === null || blockersOf(made.value).length === 0)
        return ok({ ...made.value, revision, number: version ?? '', draft: version === null });
      const draft = await makeDocument(ports, { ...wanted, version: null });
      return draft.ok ? ok({ ...draft.value, revision, number: version, draft: true }) : draft;
    } finally {
      work.end();
    }
  };

  /** Freezes data and pages as the next issue. */
  const freeze = async ({ opId, ...request }: IssueRequest): Promise<Issued> => {
    const made = await make({ ...request, draft: false }, true, true);
    if (!made.ok) return made;
    const [blocker, ...more] = blockersOf(made.value);
    if (blocker !== undefined) {
      return fail(
        failure('document-not-ready', { count: more.length + 1, sentence: blocker.sentence, code: blocker.code }),
      );
    }
    const rows = sessions.engagement(request.file, request.engagement);
    if (!rows.ok) return rows;
    const { bytes, number, report, snapshot, snapshotDigest, revision } = made.value;
    if (bytes === null) throw new Error('a document that is issued has bytes');
    // Another issue took the number while this one was laid out: the pages must bear the next.
    if (nextNumber(rows.value.data.issue) !== number) return freeze({ ...request, opId });
    const { file } = rows.value.session;
    const row = insertRow('issue', store.ids(), {
      engagement: rows.value.id,
      number,
      issuedOn: request.today ?? ports.today(),
      paper: made.value.paper,
      pages: report.pages,
      revision,
      snapshotDigest,
      fileDigest: sha256(bytes),
      tools,
      snapshot,
      document: Buffer.from(bytes).toString('base64'),
    });
    const applied = file.apply({ opId, label: `Issue ${number}`, kind: 'import', changes: [row] });
    if (!applied.ok) return applied;
    // Sent again, the operation has no second effect: the issue is the one that it froze the first time.
    const id = applied.value.changes.find((change) => change.entity === 'issue')?.id ?? row.id;
    const kept = file.row('issue', id);
    return ok({
      issue: id,
      number: kept?.number ?? number,
      report,
      digest: kept?.fileDigest ?? sha256(bytes),
      revision: applied.value.revision,
    });
  };

  return {
    async layout(request) {
      const made = await make(request, false);
      return made.ok ? ok(made.value.report) : made;
    },
    async pages(request) {
      const made = await make(request, false);
      return made.ok ? ok(made.value.drawn) : made;
    },
    async offers({ file, engagement, today, paper, density, taken, work: name }) {
      const rows = sessions.engagement(file, engagement);
      if (!rows.ok) return rows;
      const work = works.begin(name);
      try {
        const wanted = { rows: rows.value, today: today ?? ports.today(), paper, density, work };
        return await measureOffers(ports, wanted, taken);
      } finally {
        work.end();
      }
    },
    async write(request) {
      const path = places.find(request.place);
      if (path === null) return fail(failure('not-found', { what: 'place', id: request.place }));
      const made = await make(request, true);
      if (!made.ok) return made;
      const { bytes, appendix, report, draft } = made.value;
      if (bytes === null) throw new Error('a document that is written has bytes');
      const written = writeExport(path, bytes);
      if (!written.ok) return written;
      const beside = appendix === null ? null : writeExport(appendixPath(path), appendix);
      if (beside !== null && !beside.ok) return beside;
      return ok({
        report,
        bytes: bytes.length,
        digest: sha256(bytes),
        draft,
        appendix: appendix !== null,
        blockers: blockersOf(made.value).map(({ code, sentence }) => ({ code, sentence })),
      });
    },
    issue: (request) => freeze(request),
    ...releaseServices(ports),
    ...issueServices(ports),
  };
}

function blockersOf(made: MadeDocument): ReadinessFinding[] {
  return made.readiness.filter((finding) => finding.severity === 'blocker');
}

/** 1.0, then 1.1, 1.2 …: the number that the next issue gets. */
function nextNumber(issues: readonly Issue[]): string {
  return `1.${issues.length}`;
}

function appendixPath(path: string): string {
  return path.replace(/(\.docx)?$/iu, ', appendix.docx');
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
