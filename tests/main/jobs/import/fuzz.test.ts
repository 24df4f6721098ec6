import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describeFailure, isFailureCode } from '../../../../src/shared/api/errors.ts';
import { makeDocx, p, style } from '../../../support/jobs/docx-maker.ts';
import { lines, makePdf } from '../../../support/jobs/pdf-maker.ts';
import { runHere } from '../../../support/jobs/run-here.ts';
import { makeXlsx } from '../../../support/jobs/xlsx-maker.ts';
import { makeZip } from '../../../support/jobs/zip-maker.ts';

const fixture = (name: string): Buffer =>
  readFileSync(join(import.meta.dirname, '..', '..', '..', 'fixtures', 'import', name));

/** A real file with some bytes changed, cut out or doubled. */
function damaged(original: Buffer): fc.Arbitrary<Buffer> {
  const change = fc.record({
    at: fc.nat(original.length),
    length: fc.nat(40),
    bytes: fc.uint8Array({ maxLength: 40 }),
  });
  return fc
    .array(change, { minLength: 1, maxLength: 6 })
    .map((changes) =>
      changes.reduce(
        (bytes, { at, length, bytes: put }) => Buffer.concat([bytes.subarray(0, at), put, bytes.subarray(at + length)]),
        original,
      ),
    );
}

/** Well packed, but with tags of Word in any order. */
function randomDocx(): fc.Arbitrary<Buffer> {
  const names =
    'p r t tbl tr tc sdt sdtContent sdtPr hyperlink ins del fldSimple fldChar footnoteReference pict br sym tab';
  const tag = fc.constantFrom(
    ...names.split(' ').map((name) => `w:${name}`),
    'mc:AlternateContent',
    'mc:Fallback',
    'a:blip',
  );
  const leaf = fc.oneof(
    fc.constant(''),
    fc.string({ maxLength: 5 }).map((text) => text.replace(/[<&>\]]/g, '')),
  );
  const { tree } = fc.letrec<{ tree: string }>((tie) => ({
    tree: fc.oneof(
      { maxDepth: 6 },
      leaf,
      fc
        .tuple(
          tag,
          fc.array(tie('tree'), { maxLength: 4 }),
          fc.constantFrom('', ' w:val="1"', ' r:id="x" w:anchor="y"', ' w:fldCharType="end"'),
        )
        .map(([name, inner, attributes]) => `<${name}${attributes}>${inner.join('')}</${name}>`),
    ),
  }));
  return fc.array(tree, { maxLength: 5 }).map((body) => makeDocx({ body: body.join('') }));
}

/** A real file of another format, as small as it can be with everything in it. */
const rich = {
  pdf: makePdf([
    [{ x: 72, y: 700, size: 20, text: 'Direction' }, ...lines(72, 660, ['We sell hours.', '1. Stop seats'])],
  ]),
  odt: makeZip([
    { name: 'mimetype', content: 'application/vnd.oasis.opendocument.text', method: 0 },
    {
      name: 'content.xml',
      method: 0,
      content:
        '<o:document-content xmlns:o="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:t="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><o:body><o:text><t:h t:outline-level="1">Direction</t:h><t:list><t:list-item><t:p>Sell<t:s t:c="3"/>hours</t:p></t:list-item></t:list></o:text></o:body></o:document-content>',
    },
  ]),
  html: Buffer.from(
    '<!doctype html><html lang="de"><body><h1>Direction</h1><ul><li>Sell<!-- a --> hours</ul><table><tr><td>a<td>b</table></body></html>',
  ),
  xlsx: makeXlsx([
    {
      name: 'Plan',
      rows: [
        ['Key', 'Title', 'Effort'],
        ['A-1', 'Sell hours', 3],
        ['A-2', 'Stop', 1],
      ],
    },
  ]),
};

type FuzzedJob = 'import/document' | 'import/backlog-inspect' | 'import/transcript';

/** True when the job succeeds or is refused with a whole sentence. */
async function survives(name: FuzzedJob, bytes: Uint8Array): Promise<boolean> {
  const result = await runHere(name, bytes, { fileName: 'x' });
  return result.ok || (isFailureCode(result.error.code) && !/\{\w+\}|\(\?/.test(describeFailure(result.error)));
}

describe('no input makes an import throw', () => {
  const docx = makeDocx({ body: p('Heading', 'h') + p('Text').repeat(5), styles: style('h', 'heading 1', 0) });
  it.each<[string, fc.Arbitrary<Uint8Array>, FuzzedJob, runs?: number]>([
    ['any bytes as a document', fc.uint8Array({ maxLength: 3000 }), 'import/document'],
    [
      'any text as a document',
      fc.string({ unit: 'binary', maxLength: 2000 }).map((text) => Buffer.from(text)),
      'import/document',
    ],
    ['damaged Markdown', damaged(fixture('strategy.md')), 'import/document'],
    ['a damaged Word document', damaged(docx), 'import/document'],
    ['a Word document of random tags', randomDocx(), 'import/document'],
    ['any bytes as a backlog', fc.uint8Array({ maxLength: 3000 }), 'import/backlog-inspect'],
    ['a damaged backlog', damaged(fixture('jira.csv')), 'import/backlog-inspect'],
    ['a damaged PDF', damaged(rich.pdf), 'import/document', 15],
    ['a damaged OpenDocument text', damaged(rich.odt), 'import/document', 25],
    ['a damaged web page', damaged(rich.html), 'import/document', 25],
    ['a damaged workbook', damaged(rich.xlsx), 'import/backlog-inspect', 25],
    ['a damaged list in JSON', damaged(fixture('jira.json')), 'import/backlog-inspect', 25],
    ['a damaged plan of MS Project', damaged(fixture('ms-project.xml')), 'import/backlog-inspect', 25],
    ['damaged captions', damaged(fixture('transcripts/teams.vtt')), 'import/transcript', 25],
    ['damaged turns', damaged(fixture('transcripts/otter.txt')), 'import/transcript', 25],
  ])('%s', async (_, input, name, runs = 40) => {
    await fc.assert(
      fc.asyncProperty(input, async (bytes) => {
        expect(await survives(name, bytes)).toBe(true);
      }),
      { numRuns: runs },
    );
  });

  it('and whatever is inspected can also be read', async () => {
    const cell = fc.string({ unit: 'grapheme', maxLength: 12 });
    const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 6 }), { minLength: 2, maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(table, fc.constantFrom(',', ';', '\t'), async (rows, by) => {
        const text = ['Key', 'Title', 'Created', 'Effort'].join(by) + '\n' + rows.map((row) => row.join(by)).join('\n');
        const seen = await runHere('import/backlog-inspect', text, { fileName: 'x' });
        if (!seen.ok) return;
        const { dialect, tracker, mapping } = seen.value.value;
        const result = await runHere('import/backlog-read', text, { dialect, tracker, mapping });
        expect(result.ok || ['import-mapping', 'import-no-header'].includes(result.error.code)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});
