import { expect, test } from 'vitest';
import { keyedTexts, mapTexts, plainText, replaceTexts } from '../../../src/shared/document/walk.ts';
import { fennmarkDocument } from '../../support/fennmark-document.ts';

const document = fennmarkDocument();

test('an edit changes the text of its key and nothing else', () => {
  const edits = new Map([
    ['head.title', [{ text: 'From boxes to uptime' }]],
    ['decision1.1.owner', [{ text: 'Chief Revenue Officer' }]],
    ['patterns.layer.quote1.source', [{ text: 'A team lead' }]],
    ['gone', [{ text: 'nowhere' }]],
  ]);
  const before = new Map(keyedTexts(document).map(({ key, runs }) => [key, plainText(runs)]));
  const after = keyedTexts(replaceTexts(document, edits)).map(({ key, runs }) => [key, plainText(runs)] as const);
  const changed = after.filter(([key, text]) => before.get(key) !== text);
  expect(changed).toEqual([
    ['head.title', 'From boxes to uptime'],
    ['patterns.layer.quote1.source', 'A team lead'],
    ['decision1.1.owner', 'Chief Revenue Officer'],
  ]);
});

test('the tree survives JSON, and a walk that changes nothing gives the same tree', () => {
  expect(JSON.parse(JSON.stringify(document))).toEqual(document);
  expect(mapTexts(document, (_, runs) => runs)).toEqual(document);
});
