/** From an engagement's rows to a laid-out document: composed at each level of content, fitted and rendered in the child process. */
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { assessReadiness } from '../../shared/analysis/readiness/index.ts';
import type { ReadinessFinding } from '../../shared/analysis/readiness/finding.ts';
import type { Failure } from '../../shared/api/errors.ts';
import type { LayoutReport } from '../../shared/api/documents.ts';
import { type ComposedDocument, composeFrom } from '../../shared/document/compose.ts';
import { contentLevels, contentOffers, type FitChange, fullContent } from '../../shared/document/fit.ts';
import type { DrawnDocument, FitOffer } from '../../shared/document/drawn.ts';
import { gatherMaterial } from '../../shared/document/material.ts';
import type { LayoutSettings } from '../../shared/document/settings.ts';
import { ok, type Result } from '../../shared/lib/result.ts';
import { tierOf } from '../../shared/method/kit.ts';
import { composeExchange, serialiseExchange } from '../../shared/model/exchange/compose.ts';
import type { JobOptions } from '../jobs/job.ts';
import type { jobRegistry } from '../jobs/registry.ts';
import { brandOf } from './brand.ts';
import { given } from './given.ts';
import type { ServicePorts } from './ports.ts';
import type { EngagementRows } from './sessions.ts';
import type { RunningWork } from './works.ts';

/** How a document is wanted. */
export type DocumentRequest = {
  readonly rows: EngagementRows;
  readonly today: string;
  readonly paper?: 'A4' | 'Letter' | undefined;
  readonly density?: 'open' | 'normal' | 'tight' | undefined;
  /** Number of the issue; null marks every page as a draft. */
  readonly version: string | null;
  /** It is about to be frozen in the file as an issue. */
  readonly frozen: boolean;
  /** Digest of the data as it was frozen, of which words may have been taken back since. */
  readonly snapshotDigest?: string;
  readonly write: boolean;
  readonly work: RunningWork;
};

/** A document as it came out. */
export type MadeDocument = {
  readonly composed: ComposedDocument;
  readonly report: LayoutReport;
  readonly paper: 'A4' | 'Letter';
  readonly drawn: DrawnDocument;
  readonly bytes: Uint8Array | null;
  /** What moved out of the document, as a file of its own; null where nothing did. */
  readonly appendix: Uint8Array | null;
  readonly readiness: readonly ReadinessFinding[];
  readonly snapshot: string;
  readonly snapshotDigest: string;
};

/** Makes the document; nothing is stored. */
export async function makeDocument(
  ports: ServicePorts,
  request: DocumentRequest,
): Promise<Result<MadeDocument, Failure>> {
  const { input, full, base, material, settings, range, run, snapshot, snapshotDigest } = prepare(ports, request);
  const { min, max } = range;
  const composed = contentLevels(full.available).map(({ change, content }) => ({
    change,
    made: change === null ? full : composeFrom(material, { ...base, content }),
  }));
  const levels = composed.map(({ change, made }) => ({ change, document: made.document }));
  const done = await run({ ...settings, levels, search: true, range });
  if (!done.ok) return done;
  const out = done.value.value;
  const used = composed[out.level]?.made ?? full;
  const detail = used.appendix;
  const appendix =
    detail === null || !request.write
      ? null
      : await run({
          ...settings,
          levels: [{ change: null, document: detail }],
          search: false,
          range: { min: 1, max: 99 },
        });
  if (appendix !== null && !appendix.ok) return appendix;
  const pages = { count: out.layout.pages.length, source: out.layout.source };
  return ok({
    composed: used,
    paper: settings.paper,
    drawn: {
      revision: request.rows.session.revision(),
      number: request.version,
      document: used.document,
      layout: out.layout,
      settings: out.settings,
      look: settings.brand,
      template: 'template' in settings,
      range: [min, max],
      fits: out.fits,
      sections: used.document.sections.map(({ id }) => ({
        id,
        title: used.titles[id] ?? id,
        share: out.layout.shares[id] ?? 0,
      })),
      taken: takenSteps(out, composed, request),
      tried: out.steps.map(({ changes, pages: count, gain }) => ({ changes, pages: count, gain })),
      empty: used.empty,
      appendix: used.appendix !== null,
      replaced: Object.fromEntries(used.replaced),
      overtaken: used.overtaken,
      unplaced: used.unplaced,
    },
    bytes: out.bytes,
    appendix: appendix?.value.value.bytes ?? null,
    readiness: assessReadiness(input, {
      pages,
      printedEvidence: used.printedEvidence,
      drafts: used.drafts,
    }),
    snapshot,
    snapshotDigest,
    report: {
      pages: pages.count,
      source: pages.source,
      range: [min, max],
      fits: out.fits,
      shares: Object.entries(out.layout.shares).map(([section, share]) => ({
        section,
        title: used.titles[section] ?? section,
        share,
      })),
      fill: [...out.layout.pageFill],
      density: out.settings.density,
      keep: out.settings.keep,
      steps: out.steps.map(({ changes, pages: count, gain }) => ({
        step: changes.length === 0 ? 'full' : changes.join(', '),
        pages: count,
        gain,
      })),
      empty: [...used.empty],
      removed: out.removed.map(({ key, character, count }) => `${character} × ${count} (${key})`),
    },
  });
}

/** What each single further step would gain over the document with the steps that were taken, each of them laid out. */
export async function measureOffers(
  ports: ServicePorts,
  request: Omit<DocumentRequest, 'version' | 'frozen' | 'write'>,
  taken: readonly FitChange[],
): Promise<Result<readonly FitOffer[], Failure>> {
  const draft = { ...request, version: null, frozen: false, write: false };
  const { material, base, full, settings, range, run } = prepare(ports, draft);
  const content =
    contentLevels(full.available).findLast(({ change }) => change === null || taken.includes(change))?.content ??
    fullContent;
  const offers = contentOffers(content, full.available);
  const levels = [{ change: null, content }, ...offers].map((each) => ({
    change: each.change,
    document: composeFrom(material, { ...base, content: each.content }).document,
  }));
  const set = settings.density ?? (taken.includes('density-tight') ? 'tight' : 'normal');
  const done = await run({ ...settings, density: set, levels, search: 'each', range });
  if (!done.ok) return done;
  return ok(
    done.value.value.steps.flatMap(({ changes: [change], pages, gain }) =>
      change === undefined ? [] : [{ change, pages, gain: Math.round(gain * 10) / 10 }],
    ),
  );
}

type Job = (typeof jobRegistry)['render/document'];

/** What every rendering of a document starts from. */
function prepare(ports: ServicePorts, request: DocumentRequest) {
  const { rows, today, version, work } = request;
  const input = { data: rows.data, kit: rows.kit, today };
  const engagement = rows.data.engagement[0];
  const snapshot = snapshotOf(rows);
  const snapshotDigest = request.snapshotDigest ?? createHash('sha256').update(snapshot).digest('hex');
  const brand = brandOf(rows);
  const material = gatherMaterial(input);
  const base = { version, frozen: request.frozen, brand, snapshotDigest };
  const [min, max] = tierOf(rows.kit, engagement?.tier ?? null).pages;
  const template = rows.session.file.rows('kitCopy').at(-1);
  const templateBytes =
    template === undefined ? null : rows.session.file.bytesField('kitCopy', template.id, 'template');
  const settings = {
    paper: request.paper ?? rows.kit.content.brand?.paper ?? engagement?.paper ?? 'A4',
    ...given({ density: request.density ?? engagement?.density ?? undefined }),
    brand,
    issueDate: today,
    fontFolder: join(ports.resources, 'fonts'),
    ...(templateBytes === null || templateBytes.length === 0 ? {} : { template: templateBytes }),
    write: request.write,
  } as const;
  const run = (options: JobOptions<Job>) =>
    ports.jobs.start('render/document', {
      options,
      signal: work.signal,
      onProgress: ({ step, done, total }) => work.report(step, done, total ?? 0),
    });
  const full = composeFrom(material, base);
  return { input, base, material, full, settings, range: { min, max }, run, snapshot, snapshotDigest };
}

/** The steps of the fit that the document was made with; a density that somebody chose is none of them. */
function takenSteps(
  out: { readonly settings: LayoutSettings; readonly level: number },
  levels: readonly { readonly change: FitChange | null }[],
  { rows, density }: DocumentRequest,
): readonly FitChange[] {
  const isChosen = (density ?? rows.data.engagement[0]?.density ?? null) !== null;
  return [
    ...(out.settings.density === 'tight' && !isChosen ? (['density-tight'] as const) : []),
    ...(out.settings.keep === 'loose' ? (['keep-loose'] as const) : []),
    ...levels.slice(0, out.level + 1).flatMap(({ change }) => change ?? []),
  ];
}

/** The data behind a document, as text: the engagement without the issues that were made of it. */
function snapshotOf({ data, kit }: EngagementRows): string {
  return serialiseExchange(composeExchange({ ...data, issue: [] }, kit));
}
