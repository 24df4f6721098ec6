/** A complete engagement in which every check is silent: a test plants one fault in it and sees one finding. */
import type { ReadinessOptions } from '../../src/shared/analysis/readiness/context.ts';
import { decisionFingerprint, passageFingerprint, priorityFingerprint } from '../../src/shared/analysis/suspect.ts';
import type { RowOf } from '../../src/shared/model/index.ts';
import { type Heard, Scene } from './analysis.ts';

/** The engagement with the rows that tests point to. Today is 2026-06-16, ten days before its planned issue. */
export type CleanEngagement = ReturnType<typeof cleanEngagement>;

/** What the composer would hand in: six computed pages and the one quote that is printed. */
export function cleanOptions({ quote }: CleanEngagement): ReadinessOptions {
  return { pages: { count: 6, source: 'computed' }, printedEvidence: [quote.id] };
}

/** Builds the engagement. */
export function cleanEngagement() {
  const scene = new Scene({
    title: 'Uptime contracts, from decision to work',
    tier: 'SF-3',
    consultant: 'Ruth Pike',
    firm: 'Harrow & Pike',
    preparedFor: 'Aldermoor Pumps',
    fee: 9000,
    currency: 'USD',
    startOn: '2026-06-08',
    endOn: '2026-06-26',
    strategySetOn: '2026-01-14',
    plannedIssueOn: '2026-06-26',
    ninetyDaysFrom: '2026-06-29',
    chainUnit: 'sites',
    chainUnitOne: 'site',
    hourCost: 1200,
  });
  const people = hear(scene);
  const map = decide(scene, people);
  const chain = buildChain(scene);
  const quote = rate(scene, people);
  const plan = planNinetyDays(scene, people, map);
  const objection = object(scene, people, map.p1.id);
  const items = fillBacklog(scene, map);
  return { scene, ...people, ...map, ...chain, ...plan, ...items, quote, objection };
}

type People = { readonly vera: Heard; readonly marco: Heard; readonly ines: Heard; readonly ada: Heard };
type Map = ReturnType<typeof decide>;

function hear(scene: Scene): People {
  const named = (name: string, role: string, inFunction: string, level: string): Heard => {
    const person = scene.person(inFunction, level, 'by-name');
    scene.change('stakeholder', person.id, { name, role, permitsNaming: true });
    return person;
  };
  return {
    vera: named('Vera Singh', 'VP Sales', 'sales', 'executive'),
    marco: named('Marco Bauer', 'Head of Product', 'product', 'manager'),
    ines: named('Ines Okafor', 'Service Engineer', 'service', 'front-line'),
    ada: named('Ada Lindqvist', 'Plant Manager', 'customer', 'customer'),
  };
}

function decide(scene: Scene, { vera, marco, ines }: People) {
  const strategy = scene.add('source', { kind: 'strategy', title: 'Strategy 2026', datedOn: '2026-01-14' });
  const passage = scene.add('passage', { source: strategy.id, text: 'We will be paid for the hours that pumps run.' });
  const limit = scene.add('limit', { text: 'No hiring before October', kind: 'budget', hold: 'fixed' });
  const d1 = decision(scene, {
    label: 'D1',
    title: 'Sell hours of uptime',
    statement: 'From July, renewing customers are offered a fee for uptime instead of a licence.',
    standing: 'in-scope',
    passage: passage.id,
    passageSeen: passageFingerprint(passage),
  });
  const d2 = decision(scene, {
    label: 'D2',
    title: 'Measure before building',
    statement: 'Sites get a sensor before they get a feature.',
    standing: 'carried',
  });
  for (const one of [d1, d2]) {
    for (const ground of ['market', 'need', 'right'] as const) {
      const evidence = scene.add('evidence', {
        kind: 'passage',
        source: strategy.id,
        text: 'Three tenders asked for it.',
      });
      scene.add('evidenceLink', { evidence: evidence.id, decision: one.id, ground });
    }
    const levels = { executive: vera.id, manager: marco.id, 'front-line': ines.id };
    for (const [level, person] of Object.entries(levels)) scene.add('translator', { decision: one.id, level, person });
  }
  for (const person of [vera, marco, ines]) scene.retells(person, d1, 'named');
  for (const [id, what] of Object.entries({
    sales: 'Declined two volume deals',
    product: 'Cut the layout editor',
    service: 'Closed the loan pool',
  })) {
    scene.add('choiceMade', { decision: d1.id, function: id, what });
  }
  for (const kind of ['won', 'lost', 'open'] as const)
    scene.add('liveCase', { decision: d1.id, name: `Case ${kind}`, kind });
  const p1 = priority(scene, d1, {
    label: 'P1',
    title: 'Offer uptime contracts at renewal',
    owner: vera.id,
    relation: 'feeds',
  });
  const p2 = priority(scene, d1, {
    label: 'P2',
    title: 'Teach three engineers to survey a site',
    owner: ines.id,
    relation: 'elevates',
    buildsCapability: true,
    endOn: '2026-08-28',
  });
  const p3 = priority(scene, d2, {
    label: 'P3',
    title: 'Fit sensors before features',
    owner: marco.id,
    relation: 'off',
    relationReason: 'The sensor supplier has one free slot',
    startOn: '2026-09-01',
    firstStepOn: '2026-09-03',
  });
  scene.add('dependency', { priority: p3.id, needs: p2.id });
  const criterion = measured(scene, p1, { metric: 'Renewals with an uptime offer', baseline: 0, target: 80 });
  const ratio = { form: 'ratio', baseline: 2, baselineOf: 5, target: 5, targetOf: 5 } as const;
  measured(scene, p2, { metric: 'Engineers who survey alone', ...ratio });
  measured(scene, p3, { metric: 'Sensor standard agreed', form: 'yes-no', baseline: 0, target: 1 });
  return { passage, limit, d1, d2, p1, p2, p3, criterion };
}

function decision(scene: Scene, fields: Partial<RowOf<'decision'>>): RowOf<'decision'> {
  return scene.add('decision', {
    position: scene.data.decision.length,
    firstMove: 'The twelve renewals of the third quarter',
    proofPoint: 'A customer signs without a licence clause',
    winningMetric: 'Revenue from uptime, 0% to 15% by December',
    givesWay: 'Volume discounts',
    mondaySales: 'Opens the renewal call with hours of uptime',
    mondayMarketing: 'Takes the licence calculator off the site',
    mondayProduct: 'Ships the uptime report first',
    ...fields,
  });
}

function priority(scene: Scene, of: RowOf<'decision'>, fields: Partial<RowOf<'priority'>>): RowOf<'priority'> {
  const row = scene.add('priority', {
    decision: of.id,
    decisionSeen: decisionFingerprint(of),
    position: scene.data.priority.length,
    writtenOn: '2026-06-12',
    ownerAnswer: 'accepted',
    ownerAnsweredOn: '2026-06-15',
    mandate: 'May move two engineers',
    startOn: '2026-07-01',
    endOn: '2026-09-30',
    firstStep: 'List the first sites',
    firstStepOn: '2026-07-03',
    gain: 'Eight more sites a quarter',
    gainSource: 'Survey log, May 2026',
    ...fields,
  });
  scene.add('stop', {
    priority: row.id,
    what: `Work that gives way to ${row.label}`,
    whoTells: 'Vera Singh',
    from: '2026-07-01',
  });
  scene.add('measureChange', {
    priority: row.id,
    function: 'sales',
    drop: 'Licences booked',
    add: 'Sites surveyed',
    from: '2026-07-01',
    followsConstraint: row.label === 'P1',
  });
  scene.add('modelChange', {
    priority: row.id,
    kind: 'rights',
    what: 'Who releases a site',
    before: 'Board',
    after: 'Service',
  });
  return row;
}

function measured(scene: Scene, of: RowOf<'priority'>, fields: Partial<RowOf<'criterion'>>): RowOf<'criterion'> {
  return scene.add('criterion', {
    priority: of.id,
    prioritySeen: priorityFingerprint(of),
    direction: 'up',
    dueOn: '2026-09-30',
    readIn: 'Contract register',
    ...fields,
  });
}

function buildChain(scene: Scene) {
  scene.add('step', { position: 1, name: 'Qualify', demand: 6, capacity: 10, waiting: 4 });
  const survey = scene.add('step', { position: 2, name: 'Survey the site', demand: 4, capacity: 2.5, waiting: 17 });
  scene.add('step', { position: 3, name: 'Contract', demand: 4, capacity: 5, waiting: 4 });
  const constraint = scene.add('constraint', {
    step: survey.id,
    confirmedOn: '2026-06-15',
    nature: 'temporary',
    kind: 'skill',
  });
  return { survey, constraint };
}

/** Two patterns with evidence from everybody; the capability that is missing is built by P2. */
function rate(scene: Scene, { vera, marco, ines }: People): RowOf<'evidence'> {
  for (const indicator of [
    'missing-translation/no-mapping',
    'missing-translation/local-logic',
    'capability-lags/missing-skill',
    'capability-lags/missing-tool',
  ]) {
    scene.rates(indicator, 3);
    for (const person of [vera, marco, ines])
      scene.says(person, indicator, { kind: 'observation', text: 'Chosen by habit' });
  }
  for (const pattern of ['missing-translation', 'capability-lags']) {
    scene.add('finding', {
      pattern,
      diagnosis: 'Work is chosen by the loudest request.',
      cost: 'Seven weeks of queue.',
      rootCause: 'Each list was made for one team.',
    });
  }
  for (const axis of scene.kit.content.axes) scene.add('axisRating', { axis: axis.id, value: 1 });
  return scene.says(vera, 'missing-translation/no-mapping', {
    kind: 'quote',
    text: 'Nobody could show me which of my projects the new contract needs.',
    releasedOn: '2026-06-15',
    printed: true,
  });
}

function planNinetyDays(scene: Scene, { vera }: People, { p1 }: Map) {
  const initiative = scene.add('initiative', {
    priority: p1.id,
    title: 'Renewal offers live',
    lead: vera.id,
    leadAnswer: 'accepted',
    from: '2026-06-29',
    to: '2026-09-25',
  });
  scene.add('milestone', { initiative: initiative.id, on: '2026-07-17', what: 'Price agreed', kind: 'preparation' });
  const promise = scene.add('milestone', {
    initiative: initiative.id,
    on: '2026-08-03',
    what: 'Offer sent',
    kind: 'promise',
  });
  const join = scene.add('join', {
    priority: p1.id,
    fromFunction: 'sales',
    toFunction: 'service',
    on: '2026-07-17',
    handsOver: 'Order of sites',
  });
  return { initiative, promise, join };
}

function object(scene: Scene, { ines }: People, priorityId: string): RowOf<'objection'> {
  const evidence = scene.add('evidence', {
    interview: ines.interview,
    speaker: ines.id,
    text: 'Ten days cannot hold.',
    objection: true,
  });
  return scene.add('objection', {
    evidence: evidence.id,
    disposition: 'changed-map',
    said: 'Ten days cannot hold',
    changed: 'P1 starts with six sites',
    priority: priorityId,
  });
}

/** Ten open items, eight of them traced; two of three parents are in one person's hands. */
function fillBacklog(scene: Scene, { d1 }: Map) {
  const work = Array.from({ length: 8 }, (_, at) =>
    scene.itemFor(d1, {
      key: `W-${at}`,
      title: `Survey site ${at}`,
      status: 'progress',
      assignee: 'Priya',
      epicKey: `E-${at % 3}`,
    }),
  );
  const orphans = [1, 2].map((at) => scene.item({ key: `O-${at}`, title: `Refresh the brochure, part ${at}` }));
  return { work, orphans };
}
