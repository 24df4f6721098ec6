import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import type { Core } from '../../src/main/core.ts';
import type { Change } from '../../src/shared/model/change.ts';
import type { Field, Fields } from '../../src/shared/model/define.ts';
import { entities, type EntityName, entityNames } from '../../src/shared/model/index.ts';
import { defaultKit } from '../support/kit.ts';
import { value, workplace } from '../support/core.ts';
import { nastyLines, nastyTexts, refusedTexts } from '../support/nasty-text.ts';

type Open = { readonly core: Core; readonly file: string; readonly engagement: string };
type Workplace = ReturnType<typeof workplace>;

const day = '2026-11-20';
const filled = entityNames.filter((name) => !['client', 'engagement', 'kitCopy', 'issue'].includes(name));
const { ids } = defaultKit();

async function openNew(place: Workplace, name: string): Promise<Open> {
  const core = place.core();
  const { file } = value(await core.client.files.create({ place: core.grant(place.path(name)), client: 'A' }));
  return { core, file, engagement: value(await core.client.changes.load({ file })).data.engagement[0]?.id ?? '' };
}

async function apply({ core, file }: Open, changes: readonly Change[]): Promise<void> {
  value(await core.client.changes.apply({ file, opId: core.newId(), label: 'Nasty', changes: [...changes] }));
}

/** A row of an entity for each text, which then stands in every field that takes text. */
function rowsOf(open: Open, name: EntityName, owners: ReadonlyMap<string, string>): readonly Change[] {
  const fields = Object.entries(entities[name].fields as Fields);
  const takesLines = fields.some(([, field]) => field.kind === 'text' || field.kind === 'large');
  const texts = takesLines ? [...nastyTexts, ...nastyLines.slice(0, 5)] : nastyTexts;
  return texts.map(([, text], at) => ({
    op: 'insert',
    entity: name,
    id: (at === 0 ? owners.get(name) : undefined) ?? open.core.newId(),
    fields: Object.fromEntries(fields.flatMap(([key, field]) => valueOf(key, field, text, owners))),
  }));
}

function valueOf(
  key: string,
  field: Field,
  text: string,
  owners: ReadonlyMap<string, string>,
): readonly (readonly [string, unknown])[] {
  if (field.kind === 'text' || field.kind === 'large') return [[key, text]];
  if (field.kind === 'line' && !/[\n\r]/u.test(text)) return [[key, text]];
  if (field.kind === 'kit' && field.initial === '')
    return [[key, field.kitList === null ? '' : [...ids[field.kitList]][0]]];
  if (field.kind === 'reference' && field.whenGone === 'cascade') return [[key, owners.get(field.target ?? '')]];
  return [];
}

/** A file with every text in every field, written as one edit. */
async function openNasty(place: Workplace): Promise<Open> {
  const open = await openNew(place, 'A.throughline');
  const owners = new Map<string, string>(filled.map((name) => [name, open.core.newId()]));
  owners.set('engagement', open.engagement);
  await apply(
    open,
    filled.flatMap((name) => rowsOf(open, name, owners)),
  );
  return open;
}

/** Every text of a file by its entity, field and place; what has no text of its own is left out. */
async function textsOf({ core, file }: Open): Promise<Readonly<Record<string, readonly unknown[]>>> {
  const { data } = value(await core.client.changes.load({ file }));
  const texts: Record<string, readonly unknown[]> = {};
  for (const name of filled) {
    for (const [key, field] of Object.entries(entities[name].fields as Fields)) {
      if (field.kind !== 'line' && field.kind !== 'text') continue;
      const rows = data[name] as readonly Readonly<Record<string, unknown>>[];
      texts[`${name}.${key}`] = rows.map((row) => row[key]);
    }
  }
  return texts;
}

async function reopen(place: Workplace, { core, file, engagement }: Open, name: string): Promise<Open> {
  value(await core.client.files.close({ file }));
  const again = place.core();
  return {
    core: again,
    engagement,
    file: value(await again.client.files.open({ place: again.grant(place.path(name)) })).file,
  };
}

/** The paragraphs of a Word file as a reader of XML sees them. */
function paragraphsOf(bytes: Uint8Array): readonly string[] {
  const paragraphs: string[] = [];
  const parser = new SaxesParser();
  let inText = false;
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name }) => {
    if (name === 'w:p') paragraphs.push('');
    const sign = { 'w:br': '\n', 'w:tab': '\t' }[name];
    // The tab of a tab stop's definition stands outside of runs and before any text.
    if (sign !== undefined) paragraphs.push((paragraphs.pop() ?? '') + sign);
    inText = name === 'w:t';
  });
  parser.on('closetag', () => (inText = false));
  parser.on('text', (text) => {
    if (inText) paragraphs.push((paragraphs.pop() ?? '') + text);
  });
  parser.write(strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array())).close();
  return paragraphs;
}

/**
 * The exceptions of a Word file: its line ends are all alike; what XML has no place for, and what would turn the direction of
 * the sentence around it, is left out and reported.
 */
function inWord(text: string): { readonly text: string; readonly removed: readonly string[] } {
  // oxlint-disable-next-line no-control-regex -- control characters are what this is about
  const exceptions = /[\u0001-\u0008\u000b\u000c\u000e-\u001f\u202a-\u202e\ufffe\uffff]/gu;
  const found = Map.groupBy(text.match(exceptions) ?? [], (character) => character.codePointAt(0) ?? 0);
  return {
    text: text.replaceAll('\r\n', '\n').replaceAll('\r', '\n').replace(exceptions, ''),
    removed: [...found].map(
      ([number, all]) => `U+${number.toString(16).toUpperCase().padStart(4, '0')} × ${all.length}`,
    ),
  };
}

describe('nasty text', () => {
  it('in every field survives saving, reopening, export and import as it is, and search and undo go on', async () => {
    const place = workplace();
    const open = await openNasty(place);
    const before = await textsOf(open);
    expect(Object.values(before).flat().length).toBeGreaterThan(5000);
    for (const [field, texts] of Object.entries(before)) {
      const wanted = [...nastyTexts, ...nastyLines.slice(0, 5)].map(([, text]) => text);
      // Lines stay empty where the text has several.
      expect(
        texts.filter((text, at) => text !== wanted[at] && text !== ''),
        field,
      ).toEqual([]);
    }
    const again = await reopen(place, open, 'A.throughline');
    expect(await textsOf(again)).toEqual(before);
    expect(value(await again.core.client.files.check({ file: again.file }))).toEqual({ sound: true, findings: [] });

    const { core } = again;
    const [json, second] = [place.path('a.json'), place.path('b.json')];
    value(await core.client.exports.engagement({ file: again.file, place: core.grant(json) }));
    const other = await openNew(place, 'B.throughline');
    const imported = { file: other.file, place: other.core.grant(json), opId: other.core.newId() };
    const { engagement } = value(await other.core.client.imports.engagement(imported));
    expect(await textsOf(other)).toEqual(before);
    value(
      await other.core.client.exports.engagement({ file: other.file, engagement, place: other.core.grant(second) }),
    );
    expect(readFileSync(second).equals(readFileSync(json))).toBe(true);

    expect(
      value(await other.core.client.search.find({ file: other.file, query: 'DROP TABLE' })).length,
    ).toBeGreaterThan(0);
    value(await other.core.client.changes.undo({ file: other.file, opId: other.core.newId() }));
    expect((await textsOf(other))['decision.title']).toEqual([]);
  });

  it('that is no text is refused at the border, whatever the field', async () => {
    const place = workplace();
    const open = await openNew(place, 'A.throughline');
    const { core, file, engagement } = open;
    for (const [what, text] of refusedTexts) {
      for (const field of ['text', 'toldByName']) {
        const change = {
          op: 'insert',
          entity: 'limit',
          id: core.newId(),
          fields: { engagement, [field]: text },
        } as const;
        const reply = await core.client.changes.apply({ file, opId: core.newId(), label: 'x', changes: [change] });
        expect(reply, what).toMatchObject({ ok: false, error: { code: 'bad-input' } });
      }
    }
    expect(value(await core.client.files.info({ file })).revision).toBe(1);
  });

  it('in the document comes back from the Word file as it was written, with the exceptions reported', async () => {
    const place = workplace();
    const open = await openNew(place, 'A.throughline');
    const { core, file, engagement } = open;
    const pages = value(await core.client.documents.pages({ file, today: day, draft: true })).layout;
    const running = pages.pages
      .flatMap(({ boxes }) => boxes)
      .filter(({ style, row }) => row === undefined && ['Body', 'Lead', 'TableNote'].includes(style));
    const keys = [...new Set(running.map(({ key }) => key))];
    expect(keys.length).toBeGreaterThan(3);
    const texts = [...nastyTexts, ...nastyLines];
    for (let at = 0; at < texts.length; at += keys.length) {
      const some = texts.slice(at, at + keys.length);
      const edits = some.map(([, text], index): Change => ({
        op: 'insert',
        entity: 'paragraphEdit',
        id: core.newId(),
        fields: { engagement, key: keys[index] ?? '', text },
      }));
      await apply(open, edits);
      const target = place.path(`draft-${at}.docx`);
      const made = value(
        await core.client.documents.write({ file, today: day, draft: true, place: core.grant(target) }),
      );
      const paragraphs = paragraphsOf(readFileSync(target));
      for (const [index, [what, text]] of some.entries()) {
        const { text: wanted, removed } = inWord(text);
        expect(paragraphs, what).toContain(wanted);
        const key = keys[index] ?? '';
        const reported = made.report.removed.filter((one) => one.endsWith(`(${key})`));
        expect(reported.toSorted(), what).toEqual(removed.map((one) => `${one} (${key})`).toSorted());
      }
      await apply(
        open,
        edits.map(({ id }): Change => ({ op: 'delete', entity: 'paragraphEdit', id })),
      );
    }
  });
});
