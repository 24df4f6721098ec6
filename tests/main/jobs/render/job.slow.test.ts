import { join } from 'node:path';
import { expect, test } from 'vitest';
import { documentJob } from '../../../../src/main/jobs/render/job.ts';
import { renderJobInput, renderJobOutput } from '../../../../src/main/jobs/render/job-types.ts';
import { paragraph } from '../../../../src/shared/document/builders.ts';
import { fennmarkDocument, harrowLane } from '../../../support/fennmark-document.ts';
import type { RenderJobInput } from '../../../../src/main/jobs/render/job-types.ts';
import type { DocumentTree } from '../../../../src/shared/document/blocks.ts';

const document = fennmarkDocument();
const base: RenderJobInput = {
  levels: [{ change: null, document }],
  paper: 'A4',
  search: true,
  range: { min: 4, max: 8 },
  brand: harrowLane,
  issueDate: '2026-11-20',
  fontFolder: join(import.meta.dirname, '../../../../resources/fonts'),
  write: true,
};

async function run(change: Partial<RenderJobInput>) {
  const steps: string[] = [];
  const result = await documentJob.run({ ...base, ...change }, ({ step }) => steps.push(step));
  return { result, steps, value: result.ok ? result.value : null };
}

/** The document with its constraint told over and over, so that it is longer than the range allows. */
function longDocument(paragraphs: number): DocumentTree {
  const more = Array.from({ length: paragraphs }, (_, at) =>
    paragraph(`more${at}`, 'body', 'Onboarding completes 1.5 customers a week while 2.6 a week are signed. '.repeat(6)),
  );
  const sections = document.sections.map((section) =>
    section.id === 'found' ? { ...section, blocks: [...section.blocks, ...more] } : section,
  );
  return { ...document, sections };
}

test('a document that fits at once is laid out once and written with its bitmaps', async () => {
  const { value, steps } = await run({});
  expect(steps).toEqual(['layout', 'file']);
  expect(value).toMatchObject({ fits: true, level: 0, settings: { density: 'normal', keep: 'strict' } });
  expect(value?.bytes?.length).toBeGreaterThan(20_000);
});

test('input and output pass the schemas of the process boundary', async () => {
  expect(renderJobInput.safeParse(base).success).toBe(true);
  expect(renderJobOutput.safeParse((await run({ write: false })).value).success).toBe(true);
});

test('a layout alone writes nothing', async () => {
  const { value, steps } = await run({ write: false });
  expect(steps).toEqual(['layout']);
  expect(value?.bytes).toBeNull();
});

test('a document over the range is set in other ways before the next level of content is tried', async () => {
  const { value } = await run({
    levels: [
      { change: null, document: longDocument(40) },
      { change: 'quotes-1', document: longDocument(8) },
    ],
    range: { min: 4, max: 8 },
    write: false,
  });
  expect(value?.steps.slice(0, 4).map(({ level }) => level)).toEqual([0, 0, 0, 0]);
  expect(value).toMatchObject({ level: 1, fits: true });
  expect(value?.steps.find(({ changes }) => changes.join() === 'density-tight')?.gain).toBeGreaterThan(0);
});

test('without a search the first setting stands, whatever its length', async () => {
  const { value, steps } = await run({
    levels: [
      { change: null, document: longDocument(40) },
      { change: 'quotes-1', document },
    ],
    search: false,
    write: false,
  });
  expect(steps).toEqual(['layout']);
  expect(value).toMatchObject({ level: 0, fits: false });
});

test('a tree that no program would open rightly is refused with the place', async () => {
  const broken = { ...document, sections: document.sections.slice(0, 2) };
  const { result } = await run({ levels: [{ change: null, document: broken }] });
  expect(result.ok ? null : result.error).toMatchObject({
    code: 'document-structure',
    params: { key: 'found.figures' },
  });
});

test('a logo that is no picture is refused before anything is laid out', async () => {
  const [opening, ...rest] = document.sections;
  const head = opening?.blocks[0];
  const logo = { format: 'svg', data: 'not a drawing', width: 52, height: 6, alt: '' } as const;
  const blocks = head?.kind === 'head' ? [{ ...head, logo }] : [];
  const broken = { ...document, sections: [{ id: 'head', blocks }, ...rest] };
  const { result, steps } = await run({ levels: [{ change: null, document: broken }] });
  expect(result.ok ? null : result.error.code).toBe('document-logo');
  expect(steps).toEqual([]);
});
