import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { parseKit, questionText, wordingFor } from '../../../src/shared/method/kit.ts';
import type { KitContent } from '../../../src/shared/method/kit-schema.ts';
import { defaultKit } from '../../support/kit.ts';

const shipped = readFileSync(join(import.meta.dirname, '../../../resources/kit/throughline-default.yaml'), 'utf8');

/** The shipped kit with something changed in it. */
function changed(change: (kit: KitContent) => void): unknown {
  const kit = parse(shipped) as KitContent;
  change(kit);
  return kit;
}

function faultsOf(kit: unknown): readonly { path: string; problem: string }[] {
  const parsed = parseKit(kit);
  return 'faults' in parsed ? parsed.faults : [];
}

describe('the shipped kit', () => {
  it('has no faults, 21 patterns in five families and an indicator for every question that a guide draws', () => {
    const kit = defaultKit();
    expect(kit.patterns.size).toBe(21);
    expect(new Set([...kit.patterns.values()].map((pattern) => pattern.family)).size).toBe(5);
    const drawn = [...kit.ids.questions].filter((id) => id !== 'opening' && id !== 'closing');
    expect(drawn.filter((id) => questionText(kit, id) === null)).toEqual([]);
  });
});

describe('a kit is refused with the path', () => {
  it.each([
    ['of a key that nobody knows', changed((kit) => Object.assign(kit, { colour: 'red' })), ''],
    [
      'of a pattern in no family',
      changed((kit) => Object.assign(kit.patterns[0] ?? {}, { family: 'none' })),
      'patterns.board-grade-strategy.family',
    ],
    [
      'of an id that stands twice',
      changed((kit) => kit.functions.push({ id: 'sales', name: 'Sales again' })),
      'functions',
    ],
    ['of an id that was retired', changed((kit) => Object.assign(kit, { retired: ['sales'] })), 'functions'],
    [
      'of a symptom without its indicator',
      changed((kit) => kit.symptoms[0]?.indicators.push('no/such')),
      'symptoms.untested',
    ],
    [
      'of a must-ask question that the block does not ask',
      changed((kit) => kit.guides[0]?.blocks[0]?.must.push('last-week')),
      'guides.sponsor.The decision.must',
    ],
    ['of an empty wording', changed((kit) => Object.assign(kit.document, { draft: '' })), 'document.draft'],
  ])('%s', (_, kit, path) => {
    expect(faultsOf(kit)[0]).toMatchObject({ path });
  });
});

describe('wordings', () => {
  it('follow the plural of the language and fall back to the general form', () => {
    const parsed = parseKit(
      changed((kit) => Object.assign(kit.document, { piece: { one: 'one piece', other: '{n} pieces' } })),
    );
    if ('faults' in parsed) throw new Error('the kit is good');
    expect(wordingFor(parsed.kit, 'piece', 'one')).toBe('one piece');
    expect(wordingFor(parsed.kit, 'piece', 'few')).toBe('{n} pieces');
  });
});
