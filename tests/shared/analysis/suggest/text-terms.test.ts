import { describe, expect, it } from 'vitest';

import { suggestTargets } from '../../../../src/shared/analysis/suggest/suggest.ts';
import { createTermReader } from '../../../../src/shared/analysis/suggest/text-terms.ts';

const terms = (language: string, text: string): readonly string[] => createTermReader(language)(text).terms;

describe('the terms of a text', () => {
  it('are the same for all inflections of a word, in the language of the texts', () => {
    expect(new Set(terms('en', 'connect connected connecting connections')).size).toBe(1);
    expect(new Set(terms('de-CH', 'Bestellung Bestellungen')).size).toBe(1);
  });

  it('are the same with and without accents, composed or not', () => {
    expect(new Set(terms('xx', 'résumé re\u0301sume\u0301 resume')).size).toBe(1);
  });

  it('leave out function words, by list or, without one, by length unless they are acronyms', () => {
    expect(terms('en', 'It is what they have been through')).toEqual([]);
    expect(terms('de', 'Die ERP und der Einkauf')).toEqual(['erp', 'einkauf']);
  });

  it('drop what an apostrophe adds', () => {
    expect(terms('en', 'the team’s boats')).toEqual(['team', 'boat']);
    expect(terms('fr', "l'école")).toEqual(terms('fr', 'école'));
  });

  it('are pairs of characters where words are not spaced, also amid other scripts', () => {
    expect(terms('ja', '安全管理 ISO規格')).toEqual(['安全', '全管', '管理', 'iso', '規格']);
  });

  it('are the same in a text with an accent as in one without', () => {
    const text = "It's the team's 2nd ISO-9001 audit, o'clock_time 'quoted' rock'n'roll; l'ete don't A1'b2 x''y end'";
    expect(terms('en', text)).toEqual(terms('en', `${text} é`).filter((term) => term !== 'e'));
    expect(terms('xx', text)).toEqual(terms('xx', `${text} éé`).filter((term) => term !== 'ee'));
  });

  it('know where they stand', () => {
    const text = 'Zoë’s 安全管理 plans';
    const { starts, ends } = createTermReader('en')(text);
    const written = starts.map((start, i) => text.slice(start, ends[i]));
    expect(written).toEqual(['Zoë', '安全', '全管', '管理', 'plans']);
  });
});

describe('suggestions in other scripts', () => {
  const decision = (id: string, title: string, text: string) => ({ id, kind: 'decision' as const, title, text });

  it('join overlapping pairs to the word that was read', () => {
    const targets = [
      decision('D1', '安全管理の強化', '現場の安全を守る。'),
      decision('D2', '北部市場', '北の小売店に売る。'),
    ];
    const items = [{ key: 'W-1', title: '安全管理研修', text: '新人に教える' }];
    const [first] = suggestTargets(targets, items, { language: 'ja' }).get('W-1') ?? [];
    expect(first?.id).toBe('D1');
    expect(first?.words[0]).toBe('安全管理');
  });

  it('work for Cyrillic, Arabic and Devanagari', () => {
    const texts = ['Безопасность работников на заводе', 'سلامة العمال في المصنع', 'कारखाने में श्रमिकों की सुरक्षा'];
    const targets = texts.map((text, i) => decision(`D${i}`, text, text));
    texts.forEach((text, i) => {
      const found = suggestTargets(targets, [{ key: 'W', title: text, text: '' }], { language: 'ru' }).get('W');
      expect(found?.map(({ id }) => id)).toEqual([`D${i}`]);
    });
  });
});
