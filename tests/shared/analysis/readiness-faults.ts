/** One fault or more for each check of readiness: how to plant it, and what the check then says. */
import type { ReadinessOptions } from '../../../src/shared/analysis/readiness/context.ts';
import type { ReadinessFinding } from '../../../src/shared/analysis/readiness/finding.ts';
import { type CleanEngagement, cleanOptions } from '../../support/clean-engagement.ts';
import { plant, plantAll, plantGone, plantNew } from '../../support/plant.ts';

/** A fault with what is to be found because of it. */
export type Fault = {
  readonly code: string;
  readonly severity: ReadinessFinding['severity'];
  /** Entity and stage of the place to mend, and the sentence. */
  readonly at: readonly [entity: string, stage: number];
  readonly says: string;
  /** Plants the fault and hands back how to mend it. */
  readonly plant: (clean: CleanEngagement) => () => void;
  readonly options?: (clean: CleanEngagement) => ReadinessOptions;
  /** Other codes that the same fault rightly raises. */
  readonly also?: readonly string[];
};

const pages = (count: number, source: 'computed' | 'guessed') => (clean: CleanEngagement) => ({
  ...cleanOptions(clean),
  pages: { count, source },
});
const nothing = () => () => undefined;

/** Faults by code, in the order of the checks. */
export const faults: readonly Fault[] = [
  {
    code: 'R01',
    severity: 'blocker',
    at: ['engagement', 1],
    says: 'No decision is in scope',
    plant: ({ scene, d1 }) => plant(scene, 'decision', d1, { standing: 'carried' }),
  },
  {
    code: 'R02',
    severity: 'blocker',
    at: ['decision', 6],
    says: 'D2 has no priority',
    plant: ({ scene, p3, d1 }) => plant(scene, 'priority', p3, { decision: d1.id, decisionSeen: '' }),
    also: ['R34'],
  },
  {
    code: 'R03',
    severity: 'blocker',
    at: ['priority', 6],
    says: 'P1 has no owner',
    plant: ({ scene, p1 }) => plant(scene, 'priority', p1, { owner: null }),
  },
  {
    code: 'R03',
    severity: 'blocker',
    at: ['priority', 6],
    says: 'P1 is owned by a group, “The pricing team”: name one person',
    plant: ({ scene, p1 }) => plant(scene, 'priority', p1, { owner: null, ownerName: 'The pricing team' }),
  },
  {
    code: 'R03',
    severity: 'blocker',
    at: ['priority', 6],
    says: 'P1 has more than one owner, “Vera Singh und Marco Bauer”: name one person',
    plant: ({ scene, p1 }) => plant(scene, 'priority', p1, { owner: null, ownerName: 'Vera Singh und Marco Bauer' }),
  },
  {
    code: 'R04',
    severity: 'blocker',
    at: ['priority', 6],
    says: 'P1 has no criterion',
    plant: ({ scene, p1 }) => plantGone(scene, 'criterion', (row) => row.priority === p1.id),
  },
  {
    code: 'R05',
    severity: 'blocker',
    at: ['criterion', 6],
    says: '“Renewals with an uptime offer” of P1 has no baseline, date or place of reading',
    plant: ({ scene, criterion }) => plant(scene, 'criterion', criterion, { baseline: null, dueOn: null, readIn: ' ' }),
  },
  {
    code: 'R06',
    severity: 'blocker',
    at: ['engagement', 5],
    says: 'No constraint is confirmed; the figures point to Survey the site',
    plant: ({ scene, constraint }) => plant(scene, 'constraint', constraint, { endedOn: '2026-06-16' }),
  },
  {
    code: 'R07',
    severity: 'blocker',
    at: ['finding', 4],
    says: 'Complexity trap is set to stand in the document and no evidence supports it',
    plant: ({ scene }) => plantNew(scene, 'finding', { pattern: 'complexity-trap', place: 'in' }),
  },
  {
    code: 'R08',
    severity: 'blocker',
    at: ['evidence', 3],
    says: 'A quote in the document is by Vera Singh, who agreed to background only',
    plant: ({ scene, vera }) => consent(scene, vera, 'background'),
  },
  {
    code: 'R08',
    severity: 'blocker',
    at: ['evidence', 3],
    says: 'A quote in the document is anonymous, and Vera Singh is the only one of that function and level',
    plant: ({ scene, vera }) => consent(scene, vera, 'anonymous'),
  },
  {
    code: 'R08',
    severity: 'blocker',
    at: ['evidence', 3],
    says: 'A quote in the document tells the name of Vera Singh, who may not be named with it',
    plant: ({ scene, vera, quote }) => {
      return plantAll(
        consent(scene, vera, 'by-role'),
        plant(scene, 'evidence', quote, { text: 'They said: ask Singh first.' }),
      );
    },
  },
  {
    code: 'R08',
    severity: 'blocker',
    at: ['evidence', 3],
    says: 'A quote in the document was not released by Vera Singh',
    plant: ({ scene, quote }) => plant(scene, 'evidence', quote, { release: 'refused', releasedOn: null }),
  },
  {
    code: 'R08',
    severity: 'blocker',
    at: ['evidence', 3],
    says: 'A quote in the document was withdrawn',
    plant: ({ scene, quote }) => plant(scene, 'evidence', quote, { withdrawn: true }),
  },
  {
    code: 'R09',
    severity: 'blocker',
    at: ['engagement', 7],
    says: 'The document has 9 pages where the tier allows 4 to 8',
    plant: nothing,
    options: pages(9, 'computed'),
  },
  {
    code: 'R09',
    severity: 'warning',
    at: ['engagement', 7],
    says: 'The document has 9 pages where the tier allows 4 to 8',
    plant: nothing,
    options: pages(9, 'guessed'),
  },
  {
    code: 'R09',
    severity: 'blocker',
    at: ['engagement', 6],
    says: 'The document has 3 pages where the tier asks for 4 to 8; the stage to return to is Map',
    plant: ({ scene }) => plantGone(scene, 'initiative', () => true),
    options: pages(3, 'computed'),
  },
  {
    code: 'R10',
    severity: 'blocker',
    at: ['decision', 1],
    says: 'D2 is in scope without a widening that is recorded with its date and reason',
    plant: ({ scene, d2 }) => plant(scene, 'decision', d2, { standing: 'in-scope' }),
    also: ['R41'],
  },
  {
    code: 'R10',
    severity: 'blocker',
    at: ['decision', 1],
    says: 'D2 is in scope without a widening that is recorded with its date and reason',
    plant: ({ scene, d2 }) =>
      plantAll(
        plant(scene, 'decision', d2, { standing: 'in-scope' }),
        plantNew(scene, 'scopeWidening', { decision: d2.id, reason: 'Not dated' }),
      ),
    also: ['R41'],
  },
  {
    code: 'R11',
    severity: 'blocker',
    at: ['priority', 6],
    says: 'P1 has no end',
    plant: ({ scene, p1 }) => plant(scene, 'priority', p1, { endOn: null }),
    also: ['R34'],
  },
  {
    code: 'R12',
    severity: 'blocker',
    at: ['stakeholder', 1],
    says: 'Marco Bauer owns P3 and has not given permission to be named',
    plant: ({ scene, marco }) => plant(scene, 'stakeholder', marco, { permitsNaming: false }),
  },
  {
    code: 'R12',
    severity: 'blocker',
    at: ['priority', 6],
    says: 'Olu Adeyemi owns P1 and is not in the list of people, so no permission to be named is on file',
    plant: ({ scene, p1 }) => plant(scene, 'priority', p1, { owner: null, ownerName: 'Olu Adeyemi' }),
  },
  {
    code: 'R20',
    severity: 'warning',
    at: ['priority', 6],
    says: 'P1 stops nothing and does not say why',
    plant: ({ scene, p1 }) => plantGone(scene, 'stop', (row) => row.priority === p1.id),
  },
  {
    code: 'R21',
    severity: 'warning',
    at: ['priority', 6],
    says: 'P3 changes no measure',
    plant: ({ scene, p3 }) => plantGone(scene, 'measureChange', (row) => row.priority === p3.id),
  },
  {
    code: 'R22',
    severity: 'warning',
    at: ['priority', 6],
    says: 'Vera Singh owns 3 priorities: P1, P2 and P3',
    plant: ({ scene, vera, p2, p3 }) => {
      return plantAll(
        plant(scene, 'priority', p2, { owner: vera.id }),
        plant(scene, 'priority', p3, { owner: null, ownerName: 'vera singh' }),
      );
    },
  },
  {
    // 90 days after 26 June 2026 is 24 September.
    code: 'R23',
    severity: 'warning',
    at: ['priority', 6],
    says: 'The first step of P3 is on 25 September 2026, later than 90 days after the planned issue',
    plant: ({ scene, p3 }) => plant(scene, 'priority', p3, { firstStepOn: '2026-09-25' }),
  },
  {
    code: 'R23',
    severity: 'warning',
    at: ['priority', 6],
    says: 'P3 starts on 25 September 2026, later than 90 days after the planned issue',
    plant: ({ scene, p3 }) => plant(scene, 'priority', p3, { firstStepOn: null, startOn: '2026-09-25' }),
    also: ['R34'],
  },
  {
    code: 'R24',
    severity: 'warning',
    at: ['join', 6],
    says: '“Order of sites” has no date or second function',
    plant: ({ scene, join }) => plant(scene, 'join', join, { on: null, toFunction: 'sales' }),
  },
  {
    code: 'R25',
    severity: 'warning',
    at: ['priority', 6],
    says: 'P3 starts before P2 ends',
    plant: ({ scene, p3 }) => plant(scene, 'priority', p3, { startOn: '2026-08-27' }),
    also: ['R34'],
  },
  {
    code: 'R25',
    severity: 'warning',
    at: ['milestone', 6],
    says: '“Offer sent” is promised for 10 July 2026, before “Price agreed” on 17 July 2026',
    plant: ({ scene, promise }) => plant(scene, 'milestone', promise, { on: '2026-07-10' }),
  },
  {
    code: 'R26',
    severity: 'warning',
    at: ['criterion', 6],
    says: 'A criterion of P1 counts meetings, which is activity',
    plant: ({ scene, criterion }) => plant(scene, 'criterion', criterion, { metric: 'Partner Meetings held' }),
  },
  {
    code: 'R27',
    severity: 'warning',
    at: ['decision', 6],
    says: 'D2 is a theme and no choice: for whom, what, instead of what?',
    plant: ({ scene, d2 }) => plant(scene, 'decision', d2, { title: 'Customer experience and growth' }),
    also: ['R34'],
  },
  {
    code: 'R27',
    severity: 'warning',
    at: ['decision', 6],
    says: 'D1 is argued without evidence: customer need',
    plant: ({ scene, d1 }) =>
      plantGone(scene, 'evidenceLink', (row) => row.decision === d1.id && row.ground === 'need'),
  },
  {
    code: 'R28',
    severity: 'warning',
    at: ['decision', 6],
    says: 'D2 has no winning metric or trade-off',
    plant: ({ scene, d2 }) => plant(scene, 'decision', d2, { winningMetric: '', givesWay: '' }),
    also: ['R34'],
  },
  {
    code: 'R29',
    severity: 'warning',
    at: ['engagement', 3],
    says: 'The functions heard are 2 of at least 3, the levels 3 of at least 2',
    plant: ({ scene, ines }) => plant(scene, 'stakeholder', ines, { function: 'sales' }),
  },
  {
    code: 'R30',
    severity: 'warning',
    at: ['objection', 6],
    says: 'An objection changed the map and is not linked to what it changed',
    plant: ({ scene, objection }) => plant(scene, 'objection', objection, { priority: null }),
  },
  {
    // 2 of 10 items serve nothing; with 3 more it is 5 of 13, 38 %.
    code: 'R31',
    severity: 'warning',
    at: ['engagement', 2],
    says: '38% of the open work is orphaned, where 30% is the limit',
    plant: ({ scene, orphans }) =>
      plantNew(scene, 'backlogItem', ...['A', 'B', 'C'].map((key) => ({ source: orphans[0]?.source ?? '', key }))),
  },
  {
    code: 'R32',
    severity: 'warning',
    at: ['priority', 6],
    says: 'P2 runs against a fixed limit: No hiring before October',
    plant: ({ scene, p2, limit }) => plant(scene, 'priority', p2, { againstLimit: limit.id }),
  },
  {
    code: 'R33',
    severity: 'warning',
    at: ['priority', 6],
    says: 'P3 adds process (“dashboard”), off the constraint and without a reason',
    plant: ({ scene, p3 }) => plant(scene, 'priority', p3, { title: 'A sensor Dashboard', relationReason: '' }),
    also: ['R34', 'R51'],
  },
  {
    code: 'R34',
    severity: 'warning',
    at: ['decision', 6],
    says: 'The passage behind D1 changed since it was linked',
    plant: ({ scene, passage }) => plant(scene, 'passage', passage, { text: 'We will be paid for pumps.' }),
  },
  {
    code: 'R35',
    severity: 'warning',
    at: ['evidence', 6],
    says: 'An objection is unanswered',
    plant: ({ scene, quote }) => plant(scene, 'evidence', quote, { objection: true }),
  },
  {
    code: 'R36',
    severity: 'warning',
    at: ['finding', 4],
    says: 'The finding on No translation layer blames people (“failed to”): say what the arrangement does',
    plant: ({ scene }) => plant(scene, 'finding', firstOf(scene.data.finding), { cost: 'Sales  failed  to follow.' }),
  },
  {
    code: 'R37',
    severity: 'warning',
    at: ['initiative', 6],
    says: 'Nobody leads “Renewal offers live”',
    plant: ({ scene, initiative }) => plant(scene, 'initiative', initiative, { lead: null }),
  },
  {
    code: 'R37',
    severity: 'warning',
    at: ['engagement', 6],
    says: 'The first 90 days hold 8 initiatives, more than seven',
    plant: ({ scene, vera }) =>
      plantNew(
        scene,
        'initiative',
        ...Array.from({ length: 7 }, () => ({ lead: vera.id, leadAnswer: 'accepted' as const })),
      ),
  },
  {
    code: 'R38',
    severity: 'warning',
    at: ['priority', 6],
    says: '“tbd” still stands as a placeholder in “Mandate” of P1',
    plant: ({ scene, p1 }) => plant(scene, 'priority', p1, { mandate: 'Budget TBD' }),
  },
  {
    code: 'R38',
    severity: 'warning',
    at: ['engagement', 1],
    says: '“?” still stands as a placeholder in “Prepared for” of the engagement',
    plant: ({ scene }) => plant(scene, 'engagement', scene.engagement, { preparedFor: '??' }),
  },
  {
    code: 'R39',
    severity: 'warning',
    at: ['decision', 6],
    says: 'The priorities of D2 change no decision right, no allocation and no measure',
    plant: ({ scene, p3 }) => {
      return plantAll(
        plantGone(scene, 'modelChange', (one) => one.priority === p3.id),
        plantGone(scene, 'measureChange', (one) => one.priority === p3.id),
      );
    },
    also: ['R21'],
  },
  {
    code: 'R44',
    severity: 'warning',
    at: ['decision', 6],
    says: 'D1 has no translator at the level Head or manager',
    plant: ({ scene, d1 }) =>
      plantGone(scene, 'translator', (one) => one.decision === d1.id && one.level === 'manager'),
  },
  {
    code: 'R45',
    severity: 'warning',
    at: ['engagement', 1],
    says: 'The agreed fee of 4,500 lies outside the tier, USD 5,000 to 15,000',
    plant: ({ scene }) => plant(scene, 'engagement', scene.engagement, { fee: 4500 }),
  },
  {
    // From 8 to 17 June 2026 are ten days, less than two weeks however they are counted.
    code: 'R45',
    severity: 'warning',
    at: ['engagement', 1],
    says: 'The engagement lasts 10 days where the tier plans 2 to 3 weeks',
    plant: ({ scene }) => plant(scene, 'engagement', scene.engagement, { endOn: '2026-06-17' }),
  },
  {
    code: 'R45',
    severity: 'warning',
    at: ['engagement', 1],
    says: 'The engagement lasts 33 days where the tier plans 2 to 3 weeks',
    plant: ({ scene }) => plant(scene, 'engagement', scene.engagement, { endOn: '2026-07-10' }),
  },
  {
    code: 'R45',
    severity: 'warning',
    at: ['engagement', 1],
    says: 'The engagement ended on 15 June 2026 without an issue',
    plant: ({ scene }) => plant(scene, 'engagement', scene.engagement, { startOn: '2026-06-01', endOn: '2026-06-15' }),
  },
  {
    code: 'R46',
    severity: 'warning',
    at: ['decision', 4],
    says: 'Service was told of D1 and made no choice because of it',
    plant: ({ scene }) => plantGone(scene, 'choiceMade', (one) => one.function === 'service'),
  },
  {
    code: 'R47',
    severity: 'warning',
    at: ['rating', 6],
    says: '“skills” is rated 3 and no priority builds the capability',
    plant: ({ scene, p2 }) => plant(scene, 'priority', p2, { buildsCapability: false }),
  },
  {
    code: 'R48',
    severity: 'warning',
    at: ['constraint', 6],
    says: 'No measure or reward follows what Survey the site completes',
    plant: ({ scene }) =>
      plant(scene, 'measureChange', firstOf(scene.data.measureChange), { followsConstraint: false }),
  },
  {
    code: 'R49',
    severity: 'warning',
    at: ['engagement', 2],
    says: 'Priya has 4 initiatives in progress at once',
    plant: ({ scene, work }) => plant(scene, 'backlogItem', firstOf(work), { epicKey: 'E-9' }),
  },
  {
    code: 'R50',
    severity: 'warning',
    at: ['priority', 6],
    says: 'Written before the first playback: P2',
    plant: ({ scene, p2 }) => plant(scene, 'priority', p2, { writtenOn: '2026-06-09' }),
  },
  {
    code: 'R51',
    severity: 'warning',
    at: ['priority', 6],
    says: 'P3 is off the constraint and does not say why it runs now',
    plant: ({ scene, p3 }) => plant(scene, 'priority', p3, { relationReason: '' }),
  },
  {
    code: 'R52',
    severity: 'warning',
    at: ['initiative', 6],
    says: 'Vera Singh declined to lead “Renewal offers live”',
    plant: ({ scene, initiative }) => plant(scene, 'initiative', initiative, { leadAnswer: 'declined' }),
  },
  {
    code: 'R53',
    severity: 'warning',
    at: ['priority', 6],
    says: 'P1 names a gain without its source',
    plant: ({ scene, p1 }) => plant(scene, 'priority', p1, { gainSource: '' }),
  },
  {
    code: 'R55',
    severity: 'warning',
    at: ['priority', 6],
    says: 'Vera Singh was not asked to own P1',
    plant: ({ scene, p1 }) => plant(scene, 'priority', p1, { ownerAnswer: null }),
  },
  {
    code: 'R40',
    severity: 'advice',
    at: ['engagement', 3],
    says: 'No customer was heard',
    plant: ({ scene, ada }) => plantGone(scene, 'participant', (one) => one.person === ada.id),
  },
  {
    code: 'R41',
    severity: 'advice',
    at: ['decision', 6],
    says: 'D1 was tried on fewer than 3 live cases (2)',
    plant: ({ scene }) => plantGone(scene, 'liveCase', (one) => one.kind === 'lost'),
  },
  {
    code: 'R42',
    severity: 'advice',
    at: ['rating', 4],
    says: '“real cases” is rated 3 on one source',
    plant: ({ scene, vera }) => {
      const evidence = scene.says(vera, 'done-to/no-real-cases', { text: 'No customer was discussed.' });
      const mend = plantNew(scene, 'rating', { indicator: 'done-to/no-real-cases', value: 3 });
      return () => {
        mend();
        scene.remove('evidence', evidence.id);
      };
    },
  },
  {
    code: 'R54',
    severity: 'advice',
    at: ['decision', 6],
    says: 'A Monday line of D1 is missing: marketing and product',
    plant: ({ scene, d1 }) => plant(scene, 'decision', d1, { mondayMarketing: '', mondayProduct: '' }),
  },
  {
    code: 'R56',
    severity: 'advice',
    at: ['evidence', 3],
    says: 'A quote in the document was not released by its speaker before the issue: “Nobody could show me which of my projects the new contract …”',
    plant: ({ scene, quote }) => plant(scene, 'evidence', quote, { releasedOn: '2026-06-27' }),
  },
  {
    code: 'R56',
    severity: 'advice',
    at: ['evidence', 3],
    says: 'A quote in the document changed after its speaker released it: “Nobody could show me which of my projects the new contract …”',
    plant: ({ scene, quote }) => plant(scene, 'evidence', quote, { releasedText: 'Other words.' }),
  },
];

function consent(
  scene: CleanEngagement['scene'],
  person: { readonly id: string },
  to: 'background' | 'anonymous' | 'by-role',
): () => void {
  const part = scene.data.participant.find((one) => one.person === person.id);
  return plant(scene, 'participant', firstOf(part === undefined ? [] : [part]), { consent: to });
}

/** The first of the rows, which must be there. */
function firstOf<T>(rows: readonly T[]): T {
  const [first] = rows;
  if (first === undefined) throw new Error('a row was expected');
  return first;
}
