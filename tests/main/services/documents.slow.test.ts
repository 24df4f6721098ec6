import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { Core } from '../../../src/main/core.ts';
import { officePages, validationErrors } from '../../support/docx-file.ts';
import { value, workplace, type Workplace } from '../../support/core.ts';

const sample = join(import.meta.dirname, '../../../resources/sample');
const today = '2026-09-25';

/** The sample, as a consultant has it at the end of the engagement. */
async function openSample(place: Workplace): Promise<{ core: Core; file: string }> {
  const core = place.core();
  const raw = (name: string): string => core.grant(join(sample, name));
  const { file } = value(
    await core.client.files.create({ place: core.grant(place.path('A.throughline')), client: 'A' }),
  );
  const { imports } = core.client;
  const kind = 'strategy' as const;
  value(await imports.document({ file, place: raw('strategy.docx'), kind, decisionsFrom: 2, opId: core.newId() }));
  value(await imports.backlog({ file, place: raw('backlog.csv'), exportedOn: '2026-09-04', opId: core.newId() }));
  value(await imports.engagement({ file, place: raw('engagement.json'), opId: core.newId() }));
  return { core, file };
}

/** All text of a Word file, without its structure. */
function documentText(bytes: Uint8Array): string {
  return strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array()).replace(/<[^>]+>/gu, '');
}

/** Letters and digits only: a tab is one space in ours and many in a PDF. */
function squeezed(text: string): string {
  return text.replace(/[^\p{L}\p{N}]+/gu, '');
}

describe('an issue', () => {
  it('is numbered, frozen with its bytes, and comes back as it was sent', async () => {
    const place = workplace();
    const { core, file } = await openSample(place);
    const first = value(await core.client.documents.issue({ file, today, opId: core.newId() }));
    expect(first).toMatchObject({ number: '1.0', report: { fits: true } });
    const out = place.path('out.docx');
    value(await core.client.documents.issued({ file, issue: first.issue, place: core.grant(out) }));
    expect(createHash('sha256').update(readFileSync(out)).digest('hex')).toBe(first.digest);
    expect(documentText(readFileSync(out))).toContain('Issue 1.0, frozen on 25 September 2026.');

    const { data } = value(await core.client.changes.load({ file }));
    const changes = [
      { op: 'update', entity: 'engagement', id: data.engagement[0]?.id ?? '', fields: { title: 'Air' } },
    ] as const;
    value(await core.client.changes.apply({ file, opId: core.newId(), label: 'Title', changes: [...changes] }));
    const second = value(await core.client.documents.issue({ file, today, opId: core.newId() }));
    expect(second.number).toBe('1.1');
    value(await core.client.documents.issued({ file, issue: first.issue, place: core.grant(out) }));
    expect(createHash('sha256').update(readFileSync(out)).digest('hex')).toBe(first.digest);
  });

  it('is refused while a blocker stands, with the first of them, and nothing is frozen', async () => {
    const place = workplace();
    const { core, file } = await openSample(place);
    const { data } = value(await core.client.changes.load({ file }));
    const priority = data.priority[0]?.id ?? '';
    const changes = [
      { op: 'update', entity: 'priority', id: priority, fields: { owner: null, ownerName: 'the team' } },
    ] as const;
    value(await core.client.changes.apply({ file, opId: core.newId(), label: 'Owner', changes: [...changes] }));
    const refused = await core.client.documents.issue({ file, today, opId: core.newId() });
    expect(refused).toMatchObject({ ok: false, error: { code: 'document-not-ready', params: { code: 'R03' } } });
    expect(value(await core.client.changes.load({ file })).data.issue).toEqual([]);
  });
});

describe('a written document', () => {
  it('of the sample is a valid file, and LibreOffice breaks its pages where the layout does', async () => {
    const place = workplace();
    const { core, file } = await openSample(place);
    const out = place.path('out.docx');
    value(await core.client.documents.write({ file, today, place: core.grant(out) }));
    const bytes = readFileSync(out);
    expect(await validationErrors(bytes)).toEqual([]);
    const { pages } = value(await core.client.documents.pages({ file, today })).layout;
    for (const theirs of await officePages([bytes])) {
      expect(theirs.count).toBe(pages.length);
      const lines = theirs.firstLines.map(squeezed);
      expect(pages.map((page, at) => lines[at]?.startsWith(squeezed(page.firstLine).slice(0, 24)))).not.toContain(
        false,
      );
    }
  });

  it('with blockers is marked as a draft on every page and names them', async () => {
    const place = workplace();
    const core = place.core();
    const { file } = value(
      await core.client.files.create({ place: core.grant(place.path('B.throughline')), client: 'B' }),
    );
    const out = place.path('out.docx');
    const written = value(await core.client.documents.write({ file, today, place: core.grant(out) }));
    expect(written.draft).toBe(true);
    expect(written.blockers.map((one) => one.code)).toContain('R01');
    expect(documentText(readFileSync(out))).toContain('Draft of 25 September 2026, not issued.');
  });

  it('replaces an earlier export and never a client file', async () => {
    const place = workplace();
    const core = place.core();
    const path = place.path('B.throughline');
    const { file } = value(await core.client.files.create({ place: core.grant(path), client: 'B' }));
    const out = core.grant(place.path('out.docx'));
    const [first, again] = [
      value(await core.client.documents.write({ file, today, place: out })),
      value(await core.client.documents.write({ file, today, place: out })),
    ];
    expect(again.digest).toBe(first.digest);
    const before = readFileSync(path);
    const over = await core.client.documents.write({ file, today, place: core.grant(path) });
    expect(over).toMatchObject({ ok: false, error: { code: 'export-over-client-file' } });
    expect(readFileSync(path)).toEqual(before);
  });

  it('that is cancelled leaves no file', async () => {
    const place = workplace();
    const { core, file } = await openSample(place);
    const out = place.path('out.docx');
    const writing = core.client.documents.write({ file, today, place: core.grant(out), work: 'w' });
    expect(value(await core.client.work.cancel({ work: 'w' }))).toEqual({ cancelled: true });
    expect(await writing).toMatchObject({ ok: false, error: { code: 'cancelled' } });
    expect(existsSync(out)).toBe(false);
  });
});

it('every figure of the sample says the same on the second look', async () => {
  const { core, file } = await openSample(workplace());
  const [first, second] = [
    value(await core.client.analysis.analyse({ file, today })),
    value(await core.client.analysis.analyse({ file, today })),
  ];
  expect(second).toEqual(first);
});
