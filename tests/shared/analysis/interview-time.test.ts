/** How the time of an interview stands, and what is asked next when it runs short. */
import { describe, expect, it } from 'vitest';
import { composeInterviewPlan } from '../../../src/shared/analysis/interview-plan.ts';
import { paceOf, secondsOfAsks, secondsOfBlock } from '../../../src/shared/analysis/interview-time.ts';
import { heardQuestions, orderWhenShort, ratedQuestions, wasAsked } from '../../../src/shared/analysis/what-next.ts';
import { defaultKit } from '../../support/kit.ts';
import { Rows } from '../../support/rows.ts';

const kit = defaultKit();
const moment = '2026-06-16T10:00:00.000Z';

/** The front line's guide: opening 3, playback 5, three blocks of 7, 7, 10 and 4 minutes, pulse 4, closing 2; 45 in all. */
function front(asked: Readonly<Record<string, number>> = {}) {
  const rows = new Rows();
  const row = rows.add('interview', { guide: 'front-line', status: 'running', startedAt: moment });
  for (const [question, seconds] of Object.entries(asked))
    rows.add('answer', { interview: row.id, question, askedAt: moment, seconds });
  return { rows, row, plan: composeInterviewPlan(row, rows.data.answer, kit, false) };
}
const none = new Map<string, number>();

describe('the time of an interview', () => {
  it('gives the question that is shown whatever the clock has and no other question took', () => {
    const { plan } = front({ opening: 120, 'last-week': 60 });
    const clock = { elapsed: 400, current: 'last-week', spent: new Map([['pulse', 20]]) };
    const seconds = secondsOfAsks(plan, clock);
    // 400 - 120 - 60 - 20 = 200 run on the question that is shown, which has 60 already.
    expect([seconds('opening'), seconds('last-week'), seconds('pulse')]).toEqual([120, 260, 20]);
    expect(plan.blocks.map((block) => secondsOfBlock(block, seconds))).toEqual([120, 0, 260, 0, 0, 0, 20, 0]);
    const later = secondsOfAsks(plan, { ...clock, elapsed: null });
    expect(later('last-week')).toBe(60);
  });

  it('is enough at the start and short when what is open needs more than what is left', () => {
    const { plan } = front();
    expect(paceOf(plan, { elapsed: 0, current: 'opening', spent: none }, wasAsked)).toEqual({
      state: 'enough',
      left: 45,
      needed: 42,
    });
    // Fifteen minutes on three minutes of opening: 30 are left, 5 + 7 + 7 + 10 + 4 + 4 + 2 = 39 are open.
    expect(paceOf(plan, { elapsed: 900, current: 'opening', spent: none }, wasAsked)).toEqual({
      state: 'short',
      left: 30,
      needed: 39,
    });
  });

  it('says so ten minutes before the end, and when the end is past', () => {
    const { plan } = front();
    const at = (minutes: number) =>
      paceOf(plan, { elapsed: minutes * 60, current: 'closing', spent: none }, () => true).state;
    expect([at(34), at(35), at(44), at(45)]).toEqual(['enough', 'last-ten', 'last-ten', 'over']);
  });
});

describe('what is asked next when time is short', () => {
  const known = { isDone: wasAsked, rated: new Set<string>(), heard: new Set<string>() };

  it('puts first what must be asked, playback and pulse among it, in the order of the guide; the closing is last', () => {
    const { plan } = front({ opening: 60, 'last-week': 100 });
    const next = orderWhenShort(plan, 'last-week', known, kit);
    expect(next.filter(({ why }) => why === 'must').map(({ ask }) => ask.key)).toEqual([
      kit.content.playback_asks,
      'missing-translation/local-logic',
      'constraint-unnamed/no-agreement',
      'real-for-you',
      'insight-lost/front-unheard',
      'pulse',
    ]);
    expect(next.at(-1)).toMatchObject({ why: 'closing', ask: { key: 'closing' } });
    expect(next.map(({ ask }) => ask.key)).not.toContain('last-week');
  });

  it('then asks what has no rating yet, then what this function was not heard on, then the rest', () => {
    const { plan } = front();
    const all = plan.blocks.flatMap(({ asks }) => asks).map(({ key }) => key);
    const next = orderWhenShort(
      plan,
      'opening',
      {
        ...known,
        rated: new Set(all.filter((key) => key !== 'constraint-unnamed/workarounds')),
        heard: new Set(all.filter((key) => key !== 'late-constraints/rework' && key !== 'reason')),
      },
      kit,
    );
    const optional = next.filter(({ why }) => why !== 'must' && why !== 'closing');
    expect(optional.slice(0, 4).map(({ ask, why }) => [ask.key, why])).toEqual([
      ['constraint-unnamed/workarounds', 'unrated'],
      ['late-constraints/rework', 'unheard'],
      ['reason', 'unheard'],
      ['nothing-stopped/thin-spread', 'rest'],
    ]);
  });

  it('knows ratings that count, of indicators and of axes', () => {
    const rows = new Rows();
    rows.add('rating', { indicator: 'a/b', value: 0 });
    rows.add('rating', { indicator: 'a/c', value: null });
    rows.add('rating', { indicator: 'a/d', value: 3, lead: false });
    rows.add('axisRating', { axis: 'pricing', value: 1 });
    expect([...ratedQuestions(rows.data)]).toEqual(['a/b', 'axis/pricing']);
  });

  it('counts a question as heard when every function in the room spoke on it elsewhere, in notes or as evidence', () => {
    const rows = new Rows();
    const [sales, service] = ['sales', 'service'].map((place) => rows.add('stakeholder', { function: place }));
    const [first, second, here] = [sales, service, service].map((person) => {
      const { id } = rows.add('interview', { status: 'done' });
      rows.add('participant', { interview: id, person: person?.id ?? null });
      return id;
    });
    rows.add('answer', { interview: first ?? '', question: 'last-week', text: 'Calls.' });
    rows.add('answer', { interview: second ?? '', question: 'last-week', text: ' ' });
    rows.add('answer', { interview: here ?? '', question: 'reason', text: 'Now.' });
    const piece = rows.add('evidence', { interview: second ?? '', speaker: service?.id ?? null, text: 'It waits.' });
    rows.add('evidenceLink', { evidence: piece.id, indicator: 'late-constraints/rework' });
    const asked = ['last-week', 'reason', 'late-constraints/rework'];
    const heard = (...functions: string[]) => [...heardQuestions(rows.data, here ?? '', functions, asked)];
    expect(heard('sales')).toEqual(['last-week']);
    expect(heard('service')).toEqual(['late-constraints/rework']);
    expect(heard('sales', 'service')).toEqual([]);
    expect(heard()).toEqual(asked);
  });
});
