/** What is asked in an interview, and in which order. */
import { describe, expect, it } from 'vitest';
import { composeInterviewPlan, plannedQuestions } from '../../../src/shared/analysis/interview-plan.ts';
import type { Answer, Interview } from '../../../src/shared/model/index.ts';
import { defaultKit } from '../../support/kit.ts';
import { Rows } from '../../support/rows.ts';

const kit = defaultKit();

function planOf(interview: Partial<Interview>, answers: (rows: Rows, interview: string) => void = () => undefined) {
  const rows = new Rows();
  const row = rows.add('interview', { guide: 'front-line', ...interview });
  answers(rows, row.id);
  return {
    row,
    answers: rows.data.answer as readonly Answer[],
    compose: (customer = false) => composeInterviewPlan(row, rows.data.answer, kit, customer),
  };
}
const texts = (plan: ReturnType<typeof composeInterviewPlan>) =>
  plan.blocks.flatMap(({ asks }) => asks.map((ask) => ask.text));

describe('the plan of an interview', () => {
  it('frames the blocks of the guide with opening, playback, pulse and closing', () => {
    const plan = planOf({}).compose();
    expect(plan.blocks.map(({ name }) => name)).toEqual([
      'Opening',
      'Playback',
      'A normal week',
      'Where work waits',
      'Voice',
      'Worth it',
      'Pulse',
      'Closing',
    ]);
    expect(plan.minutes).toBe(45);
  });

  it('leaves playback and pulse out for customers', () => {
    const kinds = planOf({ guide: 'customer' })
      .compose(true)
      .blocks.flatMap(({ asks }) => asks.map(({ kind }) => kind));
    expect(kinds).not.toContain('playback');
    expect(kinds).not.toContain('pulse');
  });

  it('asks what was chosen by hand, in that order; what the guide does not have stands by itself', () => {
    const plan = planOf({ questions: ['reason', 'last-week', 'in-scope', 'success-here'], minutes: 20 }).compose();
    expect(plan.blocks.slice(2, -2).map(({ name, asks }) => [name, asks.map(({ key }) => key)])).toEqual([
      ['Worth it', ['reason', 'success-here']],
      ['A normal week', ['last-week']],
      ['Further questions', ['in-scope']],
    ]);
    expect(plan.minutes).toBe(20);
  });

  it('puts a question that came up after the one under which it was asked', () => {
    const { compose } = planOf({}, (rows, interview) => {
      rows.add('answer', { interview, question: 'last-week', position: 3, text: 'Calls.' });
      rows.add('answer', { interview, unplanned: 'Who calls?', position: 3.001 });
      rows.add('answer', { interview, unplanned: 'When?', position: 3.002 });
    });
    const plan = compose();
    expect(texts(plan).slice(2, 5)).toEqual(['Walk me through last week: what took your time?', 'Who calls?', 'When?']);
    expect(plan.blocks[2]?.asks[0]?.answer?.text).toBe('Calls.');
  });

  it('shows every answer once, also to questions that are no longer planned or that the kit does not know', () => {
    const { compose, answers } = planOf({}, (rows, interview) => {
      rows.add('answer', { interview, question: 'fixed', position: 1, text: 'Money.' });
      rows.add('answer', { interview, question: 'gone-from-kit', position: 99, text: 'Kept.' });
      rows.add('answer', { interview, question: 'closing', position: 0, text: 'Nothing.' });
    });
    const shown = compose().blocks.flatMap(({ asks }) =>
      asks.flatMap(({ answer }) => (answer === null ? [] : [answer.id])),
    );
    expect(shown.toSorted()).toEqual(answers.map(({ id }) => id).toSorted());
  });

  it('gives each block the minutes of what is left of it, and what was added the usual ones', () => {
    // Of "A normal week", 7 minutes, one of five is asked; 28 minutes for 18 questions make one and a half for each.
    const plan = planOf({ questions: ['last-week', 'in-scope', 'what-for'] }).compose();
    expect(plan.blocks.slice(2, -2).map(({ name, minutes }) => [name, minutes])).toEqual([
      ['A normal week', 1],
      ['Further questions', 3],
    ]);
    // 45 less 28 in the blocks as they are in the guide, and 4 in those that are asked.
    expect(plan.minutes).toBe(21);
  });

  it('fits the blocks into fewer minutes than the guide takes; the frame keeps its own', () => {
    const { blocks, minutes } = planOf({ minutes: 28 }).compose();
    expect(minutes).toBe(28);
    expect(blocks.map((block) => block.minutes)).toEqual([3, 5, 4, 4, 5, 2, 4, 2]);
  });

  it('asks without a guide what was chosen, or only the frame', () => {
    expect(plannedQuestions({ guide: null, questions: [] }, kit)).toEqual([]);
    expect(
      planOf({ guide: null })
        .compose()
        .blocks.map(({ name }) => name),
    ).toEqual(['Opening', 'Playback', 'Pulse', 'Closing']);
  });
});
