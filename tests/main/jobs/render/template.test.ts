import { strToU8, unzipSync, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { templateStyles } from '../../../../src/main/jobs/render/template.ts';
import { bodyText, renderForTest } from '../../../support/docx-file.ts';
import { firmTemplate } from '../../../support/firm-template.ts';
import { fennmarkDocument, harrowLane } from '../../../support/fennmark-document.ts';

test('styles of the firm are found by name whatever their case and id, and the missing ones are added', async () => {
  const file = await renderForTest(fennmarkDocument(), { template: firmTemplate() });
  const body = file.part('word/document.xml');
  expect(body).toContain('<w:pStyle w:val="berschrift1"/>');
  expect(body).toContain('<w:pStyle w:val="TextBody"/>');
  const styles = file.part('word/styles.xml');
  expect(styles.match(/w:styleId="berschrift1"/gu)).toHaveLength(1);
  expect(styles).not.toContain('w:styleId="Heading1"');
  // The id Lead is taken by another style of the firm.
  expect(body).toContain('<w:pStyle w:val="Lead2"/>');
  expect(styles).toContain('<w:basedOn w:val="TextBody"/>');
  expect(bodyText(file)).toContain('What we found');
});

test('a file that is no document, has no styles or brings a document type is refused', () => {
  const refused = [
    strToU8('no zip'),
    zipSync({ 'word/document.xml': strToU8('<a/>') }),
    firmTemplate((styles) => `<!DOCTYPE x [<!ENTITY a "b">]>${styles}`),
  ];
  for (const bytes of refused) {
    const result = templateStyles(bytes, harrowLane, 'normal');
    expect(result.ok ? null : result.error.code).toBe('document-template');
  }
});

test('a document of our own serves as a template and changes nothing', async () => {
  const own = await renderForTest(fennmarkDocument());
  const again = await renderForTest(fennmarkDocument(), { template: own.bytes });
  expect(unzipSync(again.bytes)['word/document.xml']).toEqual(unzipSync(own.bytes)['word/document.xml']);
});
