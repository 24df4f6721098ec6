import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { decisionBlocks, fennmarkDocument, harrowLane } from '../../../support/fennmark-document.ts';
import { renderForTest, validationErrors } from '../../../support/docx-file.ts';
import { firmTemplate } from '../../../support/firm-template.ts';
import { documentSaying, longWord, scriptSamples } from '../../../support/script-document.ts';
import type { DocumentTree } from '../../../../src/shared/document/blocks.ts';
import type { RenderOptions } from '../../../support/docx-file.ts';

const document = fennmarkDocument();

/** Fewest sections that make a document, and the target with four more decisions. */
function thin(): DocumentTree {
  return {
    ...document,
    sections: document.sections.filter(({ id }) => ['head', 'found', 'constraint', 'basis'].includes(id)),
  };
}

function full(): DocumentTree {
  const more = [4, 5, 6, 7].flatMap(decisionBlocks);
  const sections = document.sections.map((section) =>
    section.id === 'translation' ? { ...section, blocks: [...section.blocks, ...more] } : section,
  );
  return { ...document, sections };
}

const papers = ['A4', 'Letter'] as const;
const densities = ['open', 'normal', 'tight'] as const;
const languages: Readonly<Record<string, string>> = {
  arabic: 'ar',
  hebrew: 'he',
  japanese: 'ja',
  chinese: 'zh-Hans',
  korean: 'ko',
};
const variants: readonly (readonly [name: string, document: DocumentTree, options: RenderOptions])[] = [
  ...papers.flatMap((paper) =>
    densities.map((density) => [`${paper}, ${density}`, document, { paper, density }] as const),
  ),
  ['loose keep rules', document, { keep: 'loose' }],
  ['thin', thin(), {}],
  ['the styles of a firm', document, { template: firmTemplate() }],
  ['full', full(), {}],
  ['draft', { ...document, draft: 'Draft' }, {}],
  ['a brand in Georgia', document, { brand: { ...harrowLane, font: 'Georgia', primary: 'F2C14E' } }],
  ...Object.entries(scriptSamples).map(([name, text]) => [name, documentSaying(text, languages[name]), {}] as const),
  ['words without end', documentSaying(`${longWord} ${longWord}`), {}],
  ['control characters', documentSaying('a\u0000\u0008\u001F\uFFFF\uD83D long enough to replace'), {}],
];

describe('valid by Microsoft’s schemas', () => {
  test.each(variants)('%s', async (_, tree, options) => {
    const { bytes } = await renderForTest(tree, { ...options, numbered: true });
    expect(bytes.length).toBeGreaterThan(0);
    expect(await validationErrors(bytes)).toEqual([]);
  });
});

test('the bytes are the same in another process and another time zone', async () => {
  const script = `
    import { createHash } from 'node:crypto';
    import { renderForTest } from ${JSON.stringify(join(import.meta.dirname, '../../../support/docx-file.ts'))};
    import { fennmarkDocument } from ${JSON.stringify(join(import.meta.dirname, '../../../support/fennmark-document.ts'))};
    const { bytes } = await renderForTest(fennmarkDocument());
    console.log(createHash('sha256').update(bytes).digest('hex'));`;
  const digests = ['Pacific/Kiritimati', 'America/Los_Angeles'].map(async (TZ) => {
    const run = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', script], {
      env: { ...process.env, TZ },
    });
    return run.stdout.trim();
  });
  const here = createHash('sha256')
    .update((await renderForTest(document)).bytes)
    .digest('hex');
  expect(await Promise.all(digests)).toEqual([here, here]);
});
