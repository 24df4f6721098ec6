/** Faults for the other sentences of checks that have several. */
import { plant, plantAll, plantGone, plantNew } from '../../support/plant.ts';
import { cleanOptions } from '../../support/clean-engagement.ts';
import type { Fault } from './readiness-faults.ts';

/** Faults by code; each makes its check say one of its rarer sentences. */
export const variants: readonly Fault[] = [
  {
    code: 'R06',
    severity: 'blocker',
    at: ['engagement', 5],
    says: 'No constraint is confirmed, and no step of the chain has figures yet',
    plant: ({ scene, constraint }) =>
      plantAll(
        plant(scene, 'constraint', constraint, { confirmedOn: null }),
        ...scene.data.step.map((step) => plant(scene, 'step', step, { demand: null })),
      ),
  },
  {
    code: 'R08',
    severity: 'blocker',
    at: ['evidence', 3],
    says: 'A quote in the document comes from an interview in which consent was not asked',
    plant: ({ scene, vera }) => {
      const part = scene.data.participant.find((one) => one.person === vera.id);
      return plant(scene, 'participant', { id: part?.id ?? '' }, { consent: null });
    },
  },
  {
    code: 'R11',
    severity: 'blocker',
    at: ['priority', 6],
    says: 'P1 ends before it starts',
    plant: ({ scene, p1 }) => plant(scene, 'priority', p1, { endOn: '2026-06-30' }),
    also: ['R34'],
  },
  {
    code: 'R34',
    severity: 'warning',
    at: ['priority', 6],
    says: 'D2 changed since P3 was linked to it',
    plant: ({ scene, d2 }) => plant(scene, 'decision', d2, { firstMove: 'Two sites' }),
  },
  {
    code: 'R34',
    severity: 'warning',
    at: ['criterion', 6],
    says: 'P3 changed since its criterion “Sensor standard agreed” was confirmed',
    plant: ({ scene, p3 }) => plant(scene, 'priority', p3, { title: 'Fit sensors before anything' }),
  },
  {
    code: 'R34',
    severity: 'warning',
    at: ['decision', 6],
    says: 'What D1 was linked to is gone',
    plant: ({ scene, d1 }) => plant(scene, 'decision', d1, { passage: null }),
  },
  {
    code: 'R34',
    severity: 'warning',
    at: ['paragraphEdit', 7],
    says: 'The data behind a paragraph changed since it was edited by hand',
    plant: ({ scene }) => plantNew(scene, 'paragraphEdit', { key: 'found.lead', text: 'Mine', draftSeen: 'a' }),
    options: (clean) => ({ ...cleanOptions(clean), drafts: new Map([['found.lead', 'b']]) }),
  },
  {
    code: 'R42',
    severity: 'advice',
    at: ['rating', 4],
    says: '“real cases” is rated 3 without a source',
    plant: ({ scene }) => plantNew(scene, 'rating', { indicator: 'done-to/no-real-cases', value: 3 }),
  },
  {
    code: 'R47',
    severity: 'warning',
    at: ['rating', 6],
    says: '“skills” is rated 3 and the priority that builds the capability starts after what depends on it',
    plant: ({ scene, p2 }) => plant(scene, 'priority', p2, { startOn: '2026-09-02', endOn: '2026-09-30' }),
    also: ['R25', 'R34'],
  },
  {
    code: 'R50',
    severity: 'warning',
    at: ['priority', 6],
    says: 'Priorities are written and no playback was held: P1, P2 and P3',
    plant: ({ scene }) => plantGone(scene, 'playbackMark', () => true),
  },
  ...(
    [
      [null, 'Vera Singh was not asked to lead “Renewal offers live”'],
      ['asked', 'Vera Singh has not answered about leading “Renewal offers live”'],
      ['accepted-if', 'Vera Singh agrees to lead “Renewal offers live” on a condition that is still open'],
    ] as const
  ).map(([leadAnswer, says]): Fault => ({
    code: 'R52',
    severity: 'warning',
    at: ['initiative', 6],
    says,
    plant: ({ scene, initiative }) => plant(scene, 'initiative', initiative, { leadAnswer }),
  })),
  ...(
    [
      ['asked', 'Vera Singh has not answered about owning P1'],
      ['accepted-if', 'Vera Singh accepts P1 on a condition that is still open'],
      ['declined', 'Vera Singh declined to own P1'],
    ] as const
  ).map(([ownerAnswer, says]): Fault => ({
    code: 'R55',
    severity: 'warning',
    at: ['priority', 6],
    says,
    plant: ({ scene, p1 }) => plant(scene, 'priority', p1, { ownerAnswer }),
  })),
];
