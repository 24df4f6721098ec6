import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { documentLocale, languageFor } from '../../../src/shared/document/words/language.ts';
import { clause, endSentence, lowerFirst, shortenTo, splitClause } from '../../../src/shared/document/words/text.ts';
import { completeWordings, wordsFor } from '../../../src/shared/document/words/words.ts';
import { defaultKit } from '../../support/kit.ts';

const kit = defaultKit();

describe('the locale of a document', () => {
  it.each([
    ['en', '', 'en-GB'],
    ['en', 'en-US', 'en-US'],
    ['en', 'de-CH', 'en-GB'],
    ['de', 'de-CH', 'de-CH'],
    ['de', 'no tag!', 'de'],
  ])('kit %s and client "%s" give %s', (kitLanguage, clientLocale, locale) => {
    expect(documentLocale(kitLanguage, clientLocale)).toBe(locale);
  });
});

describe('figures', () => {
  it('are written as the language writes them', () => {
    const [english, german] = [languageFor('en-GB'), languageFor('de')];
    expect([english.percent(31.4), german.percent(31.4)]).toEqual(['31%', '31\u00A0%']);
    expect([english.day('2026-09-30'), german.day('2026-09-30')]).toEqual(['30 September 2026', '30. September 2026']);
    expect([english.money(85000, 'EUR'), german.money(85000.5, 'EUR')]).toEqual(['€85,000', '85.000,50\u00A0€']);
    expect([english.rate(3), german.rate(2.55), english.rate(120)]).toEqual(['3.0', '2,6', '120']);
    expect(english.list(['Sales', 'Product', 'Finance'])).toBe('Sales, Product and Finance');
  });
});

describe('wordings', () => {
  it('take the plural form of the language, not an s', () => {
    const document = {
      ...kit.content.document,
      people: { one: '{count} osoba', few: '{count} osoby', other: '{count} osób' },
    };
    const words = wordsFor({ ...kit, content: { ...kit.content, document } }, 'pl', {});
    expect([1, 3, 5].map((count) => words.say('people', { count }, count))).toEqual(['1 osoba', '3 osoby', '5 osób']);
  });

  it('spell parts of the document up to ten', () => {
    const words = wordsFor(kit, 'en-GB', {});
    expect([1, 7, 10, 11].map(words.count)).toEqual(['one', 'seven', 'ten', '11']);
    expect(words.ordinal(3)).toBe('third');
  });

  it('of an older kit are completed by those of another, and its own stay', () => {
    const lean = { ...kit, content: { ...kit.content, document: { draft: 'Entwurf' } } };
    const complete = completeWordings(lean, kit).content.document;
    expect(complete['draft']).toBe('Entwurf');
    expect(Object.keys(complete)).toHaveLength(Object.keys(kit.content.document).length);
  });

  it('that the code asks for are all in the kit', () => {
    const missing = askedKeys().filter((key) => kit.content.document[key] === undefined);
    expect(missing).toEqual([]);
  });

  it('of the kit are all asked for by the code, by name or by a family of names', () => {
    const source = documentSource();
    const families = [...source.matchAll(/`([a-z][a-z.-]*\.)\$\{/gu)].map(([, family]) => family ?? '');
    const asked = new Set(askedKeys());
    const idle = Object.keys(kit.content.document).filter(
      (key) => !asked.has(key) && !families.some((family) => key.startsWith(family)) && !source.includes(`'${key}'`),
    );
    expect(idle.filter((key) => !key.startsWith('cost.'))).toEqual([]);
  });

  it('of costs belong to patterns of the kit', () => {
    const costs = Object.keys(kit.content.document).filter((key) => key.startsWith('cost.'));
    expect(costs.filter((key) => !kit.patterns.has(key.split('.')[1] ?? ''))).toEqual([]);
  });
});

describe('texts', () => {
  it('become sentences and clauses without doubled or lost marks', () => {
    expect(['A fact', 'A fact.', 'Really?', 'He said “no.”', ' two\nlines '].map(endSentence)).toEqual([
      'A fact.',
      'A fact.',
      'Really?',
      'He said “no.”',
      'two lines.',
    ]);
    expect([clause('A fact.'), clause('and so on...')]).toEqual(['A fact', 'and so on...']);
    expect(splitClause('Sold, and renewed. Then more.')).toEqual(['Sold', ', and renewed. Then more.']);
  });

  it('start small inside a sentence, but for abbreviations and German', () => {
    const cases = [
      lowerFirst('Data onboarding', 'en'),
      lowerFirst('SAP import', 'en'),
      lowerFirst('Datenaufnahme', 'de'),
    ];
    expect(cases).toEqual(['data onboarding', 'SAP import', 'Datenaufnahme']);
  });

  it('are shortened at the end of a sentence, with a sign', () => {
    expect(shortenTo('One two three. Four five six. Seven.', 6)).toBe('One two three. Four five six. […]');
    expect(shortenTo('One two three four', 3)).toBe('One two three […]');
    expect(shortenTo('One two', 3)).toBe('One two');
  });
});

function documentSource(): string {
  const folder = join(import.meta.dirname, '../../../src/shared/document');
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .join('\n');
}

/** Keys written out in calls; those built of parts are covered by the documents that other tests compose. */
function askedKeys(): string[] {
  const source = documentSource();
  const calls = [...source.matchAll(/words\s*\.(?:say|sentence)\(\s*'([^']+)'/gu)].map(([, key]) => key ?? '');
  const figures = [...source.matchAll(/(?<![.\w])say\('([^']+)'\)/gu)].map(([, key]) => `figure.${key}`);
  return [...new Set([...calls, ...figures])];
}
