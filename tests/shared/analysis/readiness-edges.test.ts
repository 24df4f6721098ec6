/** Where the checks of readiness stop: what lies just inside a bound raises nothing, and what does not count is not counted. */
import { describe, expect, it } from 'vitest';
import { assessReadiness } from '../../../src/shared/analysis/readiness/index.ts';
import { type CleanEngagement, cleanEngagement, cleanOptions } from '../../support/clean-engagement.ts';
import { plant, plantGone, plantNew } from '../../support/plant.ts';

const harmless: readonly (readonly [what: string, plant: (clean: CleanEngagement) => void])[] = [
  [
    'a second decision in scope, widened with date and reason',
    ({ scene, d2 }) => {
      plant(scene, 'decision', d2, { standing: 'in-scope' });
      scene.add('scopeWidening', { decision: d2.id, on: '2026-06-15', reason: 'The board asked for it' });
      for (const name of ['First', 'Second', 'Third']) scene.add('liveCase', { decision: d2.id, name });
    },
  ],
  [
    'a second decision in scope, covered by a widening that names none',
    ({ scene, d2 }) => {
      plant(scene, 'decision', d2, { standing: 'in-scope' });
      scene.add('scopeWidening', { on: '2026-06-15', reason: 'The board asked for more' });
      for (const name of ['First', 'Second', 'Third']) scene.add('liveCase', { decision: d2.id, name });
    },
  ],
  [
    'two working weeks, Monday to Friday',
    ({ scene }) => plant(scene, 'engagement', scene.engagement, { endOn: '2026-06-19' }),
  ],
  ['three weeks to the day', ({ scene }) => plant(scene, 'engagement', scene.engagement, { endOn: '2026-06-29' })],
  [
    'a priority without a stop that says why',
    ({ scene, p1 }) => {
      plantGone(scene, 'stop', (row) => row.priority === p1.id);
      plant(scene, 'priority', p1, { noStopReason: 'The team was formed for it' });
    },
  ],
  [
    'a priority that starts on the day on which the one before it ends',
    ({ scene, p2, p3 }) => {
      plant(scene, 'priority', p3, { startOn: p2.endOn });
      for (const one of scene.data.criterion.slice()) scene.change('criterion', one.id, { prioritySeen: '' });
    },
  ],
  [
    'a second promise, later than the first',
    ({ scene, initiative }) =>
      scene.add('milestone', { initiative: initiative.id, on: '2026-08-31', what: 'Offer signed', kind: 'promise' }),
  ],
  [
    'a capability indicator of 1 that nobody builds',
    ({ scene, p2 }) => {
      for (const one of scene.data.rating.slice(-2)) scene.change('rating', one.id, { value: 1 });
      plant(scene, 'priority', p2, { buildsCapability: false });
    },
  ],
  [
    'an end that passed, with an issue',
    ({ scene }) => {
      plant(scene, 'engagement', scene.engagement, { startOn: '2026-06-01', endOn: '2026-06-15' });
      scene.add('issue', { number: '1.0', issuedOn: '2026-06-15' });
    },
  ],
  [
    'a fee in a currency that the tier does not name',
    ({ scene }) => plant(scene, 'engagement', scene.engagement, { fee: 90_000, currency: 'DKK' }),
  ],
  [
    // One of the eight items that serve D1 is let go: 3 of 10 are 30 %.
    'exactly 30 % orphan work',
    ({ scene, work }) => plantGone(scene, 'itemLink', (row) => row.item === work[0]?.id),
  ],
  ['two priorities of one owner', ({ scene, vera, p2 }) => plant(scene, 'priority', p2, { owner: vera.id })],
  [
    // 26 June and 90 days are 24 September.
    'a first step 90 days after the planned issue',
    ({ scene, p3 }) => plant(scene, 'priority', p3, { firstStepOn: '2026-09-24' }),
  ],
  [
    'seven initiatives',
    ({ scene, vera }) =>
      plantNew(
        scene,
        'initiative',
        ...Array.from({ length: 6 }, () => ({ lead: vera.id, leadAnswer: 'accepted' as const })),
      ),
  ],
  [
    'a noted decision that nothing is known of',
    ({ scene }) => scene.add('decision', { position: 9, title: 'Growth', standing: 'noted' }),
  ],
  [
    'a placeholder in a finding that stays out of the document',
    ({ scene }) => scene.add('finding', { pattern: 'complexity-trap', diagnosis: 'TBD' }),
  ],
  [
    'a question mark at the end of a question',
    ({ scene, d1 }) => plant(scene, 'decision', d1, { assumption: 'Who pays for the sensor?' }),
  ],
  [
    'an anonymous speaker beside a colleague of the same function and level',
    ({ scene, vera }) => {
      scene.person('sales', 'executive', 'by-role');
      const part = scene.data.participant.find((one) => one.person === vera.id);
      plant(scene, 'participant', { id: part?.id ?? '' }, { consent: 'anonymous' });
    },
  ],
];

describe('no check objects to', () => {
  it.each(harmless)('%s', (_, change) => {
    const clean = cleanEngagement();
    change(clean);
    expect(assessReadiness(clean.scene.input, cleanOptions(clean))).toEqual([]);
  });
});

describe('the first playback', () => {
  const codes = (clean: CleanEngagement) =>
    assessReadiness(clean.scene.input, cleanOptions(clean)).map((one) => one.sentence);

  it.each(['withdrawn', 'customer'] as const)('is not one that was held with: %s', (kind) => {
    const clean = cleanEngagement();
    const { scene, d1, p2 } = clean;
    const early = scene.person('sales', 'executive', kind === 'withdrawn' ? 'withdrawn' : 'by-name');
    if (kind === 'customer') scene.change('stakeholder', early.id, { function: 'customer', level: 'customer' });
    scene.add('playbackMark', { person: early.id, decision: d1.id, mark: 'named', on: '2026-06-01' });
    plant(scene, 'priority', p2, { writtenOn: '2026-06-09' });
    expect(codes(clean)).toEqual(['Written before the first playback: P2']);
  });

  it('was not held while only people who withdrew retold anything', () => {
    const clean = cleanEngagement();
    plantGone(clean.scene, 'playbackMark', () => true);
    plantGone(clean.scene, 'choiceMade', () => true);
    const gone = clean.scene.person('sales', 'executive', 'withdrawn');
    clean.scene.retells(gone, clean.d1, 'named');
    expect(codes(clean)).toEqual(['Priorities are written and no playback was held: P1, P2 and P3']);
  });
});

describe('a quote of the document', () => {
  const codes = (clean: CleanEngagement, today = '2026-06-16') =>
    assessReadiness({ ...clean.scene.input, today }, cleanOptions(clean)).map((one) => one.code);

  it('is released in time while the document is not issued yet, whatever day was planned', () => {
    const clean = cleanEngagement();
    plant(clean.scene, 'evidence', clean.quote, { releasedOn: '2026-06-29' });
    plant(clean.scene, 'engagement', clean.scene.engagement, { endOn: '2026-06-29' });
    expect(codes(clean)).toEqual(['R56']);
    expect(codes(clean, '2026-06-29')).toEqual([]);
  });

  it('asks for its release also where its speaker is known and no interview', () => {
    const clean = cleanEngagement();
    plant(clean.scene, 'evidence', clean.quote, { releasedOn: null, interview: null });
    expect(codes(clean)).toEqual(['R56']);
  });
});
