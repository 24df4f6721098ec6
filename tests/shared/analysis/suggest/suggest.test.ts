import { readFileSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

import {
  type SuggestItem,
  type SuggestOptions,
  type SuggestTarget,
  prepareSuggestions,
} from '../../../../src/shared/analysis/suggest/model.ts';
import { rankTargets, suggestForItem, suggestTargets } from '../../../../src/shared/analysis/suggest/suggest.ts';
import { related } from '../../../support/related-words.ts';

const ovens = target(
  'D1',
  'Bake with less energy',
  'Ovens and freezers burn most of our electricity. Waste heat is lost.',
);
const north = target(
  'D2',
  'Win the northern markets',
  'Retailers in the north want fresh goods. We open offices there.',
);
const people = target(
  'P1',
  'Rosters that can be planned',
  'Bakers and drivers learn their shifts too late.',
  'priority',
);
const targets = [ovens, north, people];

const heat = item('W-1', 'Heat recovery', 'Use the waste heat of the ovens for cleaning water.');
const denmark = item('W-2', 'Danish retailers', 'Visit retailers in the north of Denmark.');
const shifts = item('W-3', 'Swap shifts', 'Let drivers swap their shifts by phone.');
const items = [heat, denmark, shifts];

describe('the ranking', () => {
  it('puts the decision or priority first whose text an item shares', () => {
    const suggestions = suggest(targets, items);
    expect([...suggestions].map(([key, [first]]) => [key, first?.kind, first?.id])).toEqual([
      ['W-1', 'decision', 'D1'],
      ['W-2', 'decision', 'D2'],
      ['W-3', 'priority', 'P1'],
    ]);
  });

  it('finds other inflections of a word', () => {
    const model = prepare(targets, []);
    expect(rankTargets(model, item('W-9', 'Wasted heat', ''))[0]?.id).toBe('D1');
  });

  it('passes on what an item shares only with other items that belong to a decision', () => {
    const boiler = item('W-4', 'Boiler for cleaning water', '');
    const [first] = suggest(targets, [...items, boiler]).get('W-4') ?? [];
    expect(first?.id).toBe('D1');
    expect(first?.words).toEqual(expect.arrayContaining(['cleaning', 'water']));
  });

  it('finds what is worded by related words, and says so by a weak suggestion', () => {
    const stove = item('W-4', 'Electric stove', '');
    expect(suggest(targets, [...items, stove]).get('W-4')?.[0]).toMatchObject({ id: 'D1', strength: 'weak' });
    expect(suggest(targets, [...items, stove], { language: 'xx' }).get('W-4')).toEqual([]);
  });

  it('keeps scores between 0 and 1 and in falling order, and ranks every target however weak', () => {
    const model = prepare(targets, items);
    for (const each of items) {
      const scores = rankTargets(model, each).map(({ score }) => score);
      expect(scores).toHaveLength(targets.length);
      expect(scores).toEqual(scores.toSorted((a, b) => b - a));
      expect(scores.every((score) => score >= 0 && score <= 1)).toBe(true);
    }
  });

  it('does not depend on the order of the items', () => {
    const { targets: plan, items: work } = cityPlan();
    const straight = suggest(plan, work);
    const turned = suggest(plan, work.toReversed());
    for (const { key } of work) expect(turned.get(key)).toEqual(straight.get(key));
  });

  it('shows an item one suggestion per target and no more than five', () => {
    const subjects = ['Arola', 'Bexin', 'Cimo', 'Dalufa', 'Embory', 'Fipo', 'Goluta'];
    const many = subjects.map((subject, i) => target(`D${i}`, `More ${subject}`, ''));
    const all = item('W-1', 'New oven', `An oven for ${subjects.join(' and ')}.`);
    const ids = (suggest(many, [all]).get('W-1') ?? []).map(({ id }) => id);
    expect(ids).toEqual(['D0', 'D1', 'D2', 'D3', 'D4']);
  });

  it('has the right decision first for 60 % and among three for 85 % of the items of a plan that its authors worded apart', () => {
    const { targets: plan, items: work } = cityPlan();
    const suggestions = suggest(plan, work);
    const model = prepare(plan, work);
    const places = work.map((each) => rankTargets(model, each).findIndex(({ id }) => id === each.serves));
    expect(share(places, (place) => place === 0)).toBeGreaterThanOrEqual(0.6);
    expect(share(places, (place) => place < 3)).toBeGreaterThanOrEqual(0.85);
    const relied = work.flatMap((each) =>
      (suggestions.get(each.key) ?? []).filter((s) => s.strength !== 'weak').map((s) => s.id === each.serves),
    );
    expect(relied.length).toBeGreaterThanOrEqual(10);
    expect(share(relied, (right) => right)).toBeGreaterThanOrEqual(0.85);
  });
});

describe('the words that decided', () => {
  it('stand in the item as written there', () => {
    const { targets: plan, items: work } = cityPlan();
    const suggestions = suggest(plan, work);
    for (const { key, title, text } of work)
      for (const { words } of suggestions.get(key) ?? []) {
        expect(words.length).toBeGreaterThan(0);
        for (const word of words) expect(`${title} ${text}`).toContain(word);
      }
  });

  it('name what speaks for this target and not what all targets share', () => {
    const shared = [ovens, north].map((each) => ({ ...each, text: `${each.text} A matter for the board.` }));
    const [first] =
      suggest(shared, [item('W-1', 'Board paper', 'Ask the board about new ovens.'), denmark]).get('W-1') ?? [];
    expect(first).toMatchObject({ id: 'D1', words: ['ovens'] });
  });

  it('come from the parent, which is then named, where the item itself says nothing', () => {
    const child = { ...item('W-5', 'Follow-up', ''), parentKey: 'W-1' };
    const [first] = suggest(targets, [...items, child]).get('W-5') ?? [];
    expect(first).toMatchObject({ id: 'D1', via: 'W-1' });
    expect(first?.words).toContain('ovens');
  });
});

describe('the strength', () => {
  const fairs = ['Spring', 'Summer', 'Autumn', 'Winter'].map((season, i) =>
    item(`F-${i}`, `${season} fair`, 'Book the hall, the hotel and the stand.'),
  );
  const firstOf = (all: readonly SuggestItem[], key: string, options: SuggestOptions = {}) =>
    suggest(targets, all, options).get(key)?.[0];

  it('is strong where several words of the target itself are shared', () => {
    const direct = item('W-4', 'Waste heat of ovens', 'Bake with the heat that ovens and freezers waste.');
    expect(firstOf([...items, direct], 'W-4')).toMatchObject({ id: 'D1', strength: 'strong' });
  });

  it('stays weak where unlinked items only share words with one another, however many they are', () => {
    const visit = item('F-9', 'Fair in the north', 'Book the hall, the hotel and the stand.');
    const all = [...items, ...fairs, visit];
    expect(firstOf(all, 'F-0')).toMatchObject({ id: 'D2', strength: 'weak' });
  });

  it('is not strong for one shared word, however short the item', () => {
    expect(firstOf([...items, item('W-4', 'Ovens', '')], 'W-4')?.strength).not.toBe('strong');
  });

  it('rises with the links that people accepted', () => {
    const accepted = fairs.slice(1).map((each) => ({ targetId: 'D2', item: each }));
    const [before, after] = [firstOf([...items, ...fairs], 'F-0'), firstOf([...items, ...fairs], 'F-0', { accepted })];
    expect(before?.strength).toBe('weak');
    expect(after).toMatchObject({ id: 'D2', strength: 'strong' });
  });
});

describe('too little to go by', () => {
  it('suggests nothing for an item without a common word', () => {
    expect(suggest(targets, [...items, item('W-6', 'Quarterly tax return', 'Send forms.')]).get('W-6')).toEqual([]);
  });

  it('suggests nothing where one word of many is common', () => {
    const forms = 'annexes invoices vouchers minutes inventories certificates photographs receipts ledgers stamps';
    const places = 'Paris Rome Lisbon Madrid Vienna Prague Warsaw Athens Dublin Berne';
    const long = item('W-6', 'Quarterly tax return', `Send ${forms} from offices in ${places}.`);
    expect(suggest(targets, [...items, long]).get('W-6')).toEqual([]);
  });

  it('suggests nothing for function words, numbers and empty texts', () => {
    const model = prepare(targets, items);
    expect(suggestForItem(model, item('W-7', 'There and then', 'That we can do in 2027.'))).toEqual([]);
    expect(suggestForItem(model, item('W-8', '', ''))).toEqual([]);
  });

  it('answers with empty lists where there are no targets or no items', () => {
    expect(suggest([], items).get('W-1')).toEqual([]);
    expect(suggest(targets, []).size).toBe(0);
  });
});

describe('accepted links', () => {
  const lorries = ['Oslo', 'Bergen', 'Aarhus'].map((town, i) => item(`L-${i}`, `Lorry lease in ${town}`, ''));
  const accepted = lorries.map((lorry) => ({ targetId: 'D2', item: lorry }));

  it('teach the words of the linked items, also where no target has them', () => {
    const wash = item('W-11', 'Lorry wash', '');
    expect(suggest(targets, [...items, wash]).get('W-11')).toEqual([]);
    const [first] = suggest(targets, [...items, wash], { accepted }).get('W-11') ?? [];
    expect(first).toMatchObject({ id: 'D2', words: ['Lorry'] });
  });

  it('move an item towards the accepted target past one that its text alone prefers', () => {
    const lease = item('W-12', 'Lorry lease', 'Tell the drivers.');
    const first = (options: SuggestOptions) => suggest(targets, [...items, lease], options).get('W-12')?.[0]?.id;
    expect([first({}), first({ accepted })]).toEqual(['P1', 'D2']);
  });

  it('with a target that is gone change nothing', () => {
    const gone = [{ targetId: 'D77', item: heat }];
    expect(suggest(targets, items, { accepted: gone })).toEqual(suggest(targets, items));
  });
});

describe('one item against what was learned', () => {
  it('gets what it got among all', () => {
    expect(suggestForItem(prepare(targets, items), heat)).toEqual(suggest(targets, items).get('W-1'));
  });

  it('is read anew when its text has changed', () => {
    const model = prepare(targets, items);
    expect(suggestForItem(model, { ...heat, title: 'Offices', text: 'Open offices for retailers.' })[0]?.id).toBe('D2');
  });
});

function target(id: string, title: string, text: string, kind: SuggestTarget['kind'] = 'decision'): SuggestTarget {
  return { id, kind, title, text };
}

function item(key: string, title: string, text: string): SuggestItem {
  return { key, title, text };
}

/** An invented plan: eight decisions, and 76 items with the decision each of them serves. */
function cityPlan(): { targets: SuggestTarget[]; items: (SuggestItem & { serves: string })[] } {
  const file = new URL('../../../fixtures/suggest/city-climate-plan.json', import.meta.url);
  return JSON.parse(readFileSync(file, 'utf8')) as ReturnType<typeof cityPlan>;
}

function share<T>(values: readonly T[], holds: (value: T) => boolean): number {
  return values.filter(holds).length / values.length;
}

/** Suggestions with the shipped table of related words, as the product makes them. */
function suggest(plan: readonly SuggestTarget[], work: readonly SuggestItem[], options: SuggestOptions = {}) {
  return suggestTargets(plan, work, { related, ...options });
}

function prepare(plan: readonly SuggestTarget[], work: readonly SuggestItem[], options: SuggestOptions = {}) {
  return prepareSuggestions(plan, work, { related, ...options });
}
