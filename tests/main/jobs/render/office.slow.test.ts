import { describe, expect, test } from 'vitest';
import { decisionBlocks, fennmarkDocument } from '../../../support/fennmark-document.ts';
import { officePages, renderForTest } from '../../../support/docx-file.ts';
import { firmTemplate } from '../../../support/firm-template.ts';
import { documentSaying, longWord, scriptSamples } from '../../../support/script-document.ts';
import type { DocumentTree } from '../../../../src/shared/document/blocks.ts';
import type { OfficePages, RenderOptions, TestFile } from '../../../support/docx-file.ts';

const document = fennmarkDocument();

function withDecisions(...numbers: readonly number[]): DocumentTree {
  const sections = document.sections.map((section) =>
    section.id === 'translation'
      ? { ...section, blocks: [...section.blocks, ...numbers.flatMap(decisionBlocks)] }
      : section,
  );
  return { ...document, sections };
}

const cases: readonly (readonly [name: string, document: DocumentTree, options: RenderOptions])[] = [
  ['the target', document, {}],
  ['Letter', document, { paper: 'Letter' }],
  ['open', document, { density: 'open' }],
  ['tight', document, { density: 'tight' }],
  ['tight and loose on Letter', document, { paper: 'Letter', density: 'tight', keep: 'loose' }],
  ['five decisions', withDecisions(4, 5), {}],
  ['seven decisions', withDecisions(4, 5, 6, 7), {}],
  ['seven decisions, tight and loose', withDecisions(4, 5, 6, 7), { density: 'tight', keep: 'loose' }],
  ['a draft', { ...document, draft: 'Draft' }, {}],
  ['other alphabets', documentSaying(scriptSamples.greek), {}],
  ['emoji', documentSaying(scriptSamples.emoji), {}],
  ['words of sixty letters', documentSaying(longWord), {}],
  ['the styles of a firm', document, { template: firmTemplate() }],
];

/** Lines are compared by letters and digits: a tab is one space in ours and many in the PDF, and emoji are pictures there. */
function squeezed(text: string): string {
  return text.replace(/[^\p{L}\p{N}]+/gu, '');
}

async function inOffice(): Promise<readonly (readonly [name: string, ours: TestFile, theirs: OfficePages])[]> {
  const files = [];
  for (const [name, tree, options] of cases)
    files.push([name, await renderForTest(tree, { ...options, numbered: true })] as const);
  const pages = await officePages(files.map(([, { bytes }]) => bytes));
  return files.flatMap(([name, file], at) => {
    const theirs = pages[at];
    return theirs === undefined ? [] : [[name, file, theirs] as const];
  });
}

describe('LibreOffice', () => {
  test('breaks the pages where our layout breaks them, and nothing leaves the text', async () => {
    for (const [name, ours, theirs] of await inOffice()) {
      expect([name, theirs.count]).toEqual([name, ours.layout().pages.length]);
      // The first page opens with the logo.
      for (const { number, firstLine } of ours.layout().pages.slice(1)) {
        const line = squeezed(theirs.firstLines[number - 1] ?? '');
        expect([name, number, line.startsWith(squeezed(firstLine).slice(0, 24))]).toEqual([name, number, true]);
      }
      const right = Math.max(...theirs.words.map((word) => word.right));
      expect([name, right <= theirs.width - 61]).toEqual([name, true]);
    }
  });
});
