/** Confirming the constraint. */
import { describe, expect, it } from 'vitest';
import { confirmStep } from '../../../../src/renderer/features/constraint/confirm.ts';
import { sliderOf } from '../../../../src/renderer/features/constraint/slider-range.ts';
import { applyChanges } from '../../../../src/shared/model/apply-changes.ts';
import { assessConstraint } from '../../../../src/shared/analysis/constraint.ts';
import { Scene } from '../../../support/analysis.ts';

const newId = (): string => '00000000-0000-7000-8000-00000000ffff';

function scene() {
  const rows = new Scene();
  const audit = rows.add('step', { position: 1, name: 'Audit', demand: 4, capacity: 2.5, waiting: 17 });
  const feeds = rows.add('step', { position: 2, name: 'Feeds', demand: 4, capacity: 3.2 });
  const confirm = (step: string, reason = '') => {
    const reading = assessConstraint(rows.input);
    const chosen = reading.steps.find((one) => one.step.id === step);
    if (chosen === undefined) throw new Error('no such step');
    const changes = confirmStep(reading.confirmed?.row ?? null, {
      engagement: rows.engagement.id,
      reading: chosen,
      reason,
      today: rows.today,
      newId,
    });
    return assessConstraint({ ...rows.input, data: applyChanges(rows.data, changes) });
  };
  return { rows, audit, feeds, confirm };
}

describe('confirming a step', () => {
  it('keeps the day and the figures of that day', () => {
    const { audit, confirm } = scene();
    expect(confirm(audit.id).confirmed?.row).toMatchObject({
      step: audit.id,
      confirmedOn: '2026-06-16',
      demandThen: 4,
      capacityThen: 2.5,
      waitingThen: 17,
    });
  });

  it('ends the confirmation before it and keeps that as history', () => {
    const { rows, audit, feeds, confirm } = scene();
    rows.add('constraint', { step: audit.id, confirmedOn: '2026-06-01', explanation: 'Two engineers' });
    const reading = confirm(feeds.id, 'It is where the board waits.');
    expect(reading.confirmed?.row).toMatchObject({
      step: feeds.id,
      reason: 'It is where the board waits.',
      explanation: '',
    });
    expect(reading.history.map((row) => [row.step, row.endedOn])).toEqual([
      [audit.id, '2026-06-16'],
      [feeds.id, null],
    ]);
    expect(reading.reopened).toBe(false);
  });

  it('takes what is known of a step along when it is confirmed again', () => {
    const { rows, audit, confirm } = scene();
    rows.add('constraint', { step: audit.id, confirmedOn: '2026-06-01', explanation: 'Two engineers', kind: 'skill' });
    expect(confirm(audit.id).confirmed?.row).toMatchObject({ explanation: 'Two engineers', kind: 'skill' });
  });

  it('only renews the figures on the day of the confirmation itself', () => {
    const { rows, audit, confirm } = scene();
    rows.add('constraint', { step: audit.id, confirmedOn: '2026-06-16', explanation: 'Two engineers' });
    const reading = confirm(audit.id);
    expect(reading.history).toHaveLength(1);
    expect(reading.confirmed?.row).toMatchObject({ explanation: 'Two engineers', capacityThen: 2.5 });
  });
});

describe('the slider of a capacity', () => {
  it('reaches twice the capacity and more than the demand, in steps that hold both', () => {
    expect(sliderOf(4, 2.5, 2.5)).toEqual({ least: 0.1, most: 6, step: 0.1 });
    expect(sliderOf(300, 250, 250)).toEqual({ least: 10, most: 500, step: 10 });
  });

  it('holds a value that was typed beyond it', () => {
    expect(sliderOf(4, 2.5, 19).most).toBe(19);
  });
});
