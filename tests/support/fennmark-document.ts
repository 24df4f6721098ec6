/** The visual target as a block tree: a fictional engagement with three decisions, seven priorities and five patterns. */
import {
  caption,
  cell,
  change,
  emphasised,
  figureBlock,
  labelOf,
  line,
  marked,
  pageOf,
  paragraph,
  quote,
} from '../../src/shared/document/builders.ts';
import type {
  Block,
  DocumentTree,
  PartBlock,
  Picture,
  Run,
  Table,
  TableRow,
} from '../../src/shared/document/blocks.ts';
import type { Brand } from '../../src/shared/document/settings.ts';
import type { Figure } from '../../src/shared/figures/figure.ts';

/** A drawing of the given size (px) that stands for a figure. */
export function plainFigure(width: number, height: number, alt: string, fill = '#9bb3ba'): Figure {
  const nodes = [{ tag: 'rect', x: 1, y: 1, width: width - 2, height: height - 2, fill }] as const;
  return { width, height, nodes, alt, warnings: [] };
}

/** The four figures of the target: same sizes, other drawings. */
export const standInFigures = {
  severity: plainFigure(298.58, 197.12, 'Severity of five patterns: Measures pull apart 83, No translation layer 67.'),
  heat: plainFigure(298.58, 197.12, 'Function and element: Sales, capability 25 is the widest gap.', '#cbd7db'),
  chain: plainFigure(627.4, 132.16, 'Six steps; onboarding is asked for 173% of what it can do.'),
  calendar: plainFigure(627.4, 236.16, 'Five initiatives on thirteen weeks from 30 November 2026.'),
};

const logo: Picture = {
  format: 'svg',
  data: '<svg xmlns="http://www.w3.org/2000/svg" width="196.5" height="22.1" viewBox="0 0 196.5 22.1"><rect x="0" y="0" width="4" height="22" fill="#b5472f"/><rect x="9" y="6" width="4" height="16" fill="#12495a"/></svg>',
  width: 52,
  height: 5.84,
  alt: 'Harrow Lane Partners',
};

/** The firm of the target. */
export const harrowLane: Brand = {
  name: 'Harrow Lane Partners',
  primary: '12495A',
  accent: 'B5472F',
  font: 'Calibri',
  logo,
};

/** The target, with figures of the caller's choice. */
export function fennmarkDocument(
  figures: Readonly<Record<keyof typeof standInFigures, Figure>> = standInFigures,
): DocumentTree {
  return {
    properties: {
      title: 'Fennmark Software: From licences to availability contracts',
      subject: 'Strategic intervention',
      author: 'Harrow Lane Partners',
      company: 'Harrow Lane Partners',
      client: 'Fennmark Software',
      version: '1.0',
      language: 'en-GB',
    },
    footer: { left: 'Fennmark Software, strategic intervention 1.0. Confidential', page: 'Page {page} of {pages}' },
    captionWords: { figure: 'Figure', table: 'Table' },
    sections: [
      { id: 'head', blocks: opening },
      { id: 'found', blocks: found },
      { id: 'patterns', blocks: patterns(figures) },
      { id: 'constraint', blocks: constraint(figures) },
      { id: 'translation', blocks: translation },
      { id: 'stops', blocks: stops },
      { id: 'ninety-days', blocks: ninetyDays(figures) },
      { id: 'working', blocks: working },
      { id: 'basis', blocks: basis },
    ],
  };
}

/** A decision of two priorities, for documents of any length. */
export function decisionBlocks(number: number): readonly Block[] {
  return decision(number, 'The service region South is opened with partners only', {
    passage: 'Outside our home region we grow through partners and not through branches.',
    page: 17,
    facts: [
      'Sign two partners with their own workshop staff before any branch is planned.',
      'A partner onboards a customer without one of our engineers on site.',
      'Customers in region South served by partners: 0 → 12 by 30 June 2027.',
    ],
    priorities: [
      {
        name: 'A partner contract with the same availability terms',
        owner: 'Chief Commercial Officer',
        criteria: [
          [
            'Partner contracts signed on availability terms:',
            change('0', '2'),
            'by 31 March 2027; read in contract file',
          ],
        ],
        dates: '30 Nov 2026\nto 31 Mar 2027',
        relation: 'Off the constraint',
      },
      {
        name: 'Partner staff certified to onboard',
        owner: 'Head of Service',
        criteria: [
          [
            'Partner staff who passed the onboarding test:',
            change('0', '6'),
            'by 30 June 2027; read in skill matrix, Service',
          ],
          ['Cases sent back for missing data:', change('33%', '10%'), 'by 30 June 2027; read in onboarding board'],
        ],
        dates: '4 Jan 2027\nto 30 Jun 2027',
        relation: 'Elevates it',
      },
    ],
  });
}

const opening: readonly Block[] = [
  {
    kind: 'head',
    key: 'head',
    logo,
    kicker: line('head.kicker', 'Strategic intervention for Fennmark Software'),
    title: line('head.title', 'From licences to availability contracts'),
    subtitle: line(
      'head.subtitle',
      'From 1 January 2027 every new customer buys agreed vehicle availability as a yearly service contract, and perpetual licences are closed to new business.',
    ),
    band: [
      { key: 'head.for', label: 'Prepared for', value: 'Managing Director' },
      { key: 'head.by', label: 'Prepared by', value: 'Lead consultant, Harrow Lane Partners' },
      { key: 'head.date', label: 'Date', value: '20 November 2026' },
      { key: 'head.version', label: 'Version', value: '1.0' },
    ],
    notice: line(
      'head.notice',
      'Confidential. For the leadership team of Fennmark Software; quotes are given as their speakers agreed.',
    ),
  },
];

const found: readonly Block[] = [
  paragraph('found.title', 'heading-1', 'What we found'),
  paragraph('found.reach', 'lead', [
    emphasised('Fennmark has decided to sell availability instead of licences'),
    {
      text: ', and two of three pilot customers renewed. The decision does not reach the work: 31% of the open backlog traces to a decision, and three functions are still measured on what licences needed.',
    },
  ]),
  paragraph('found.constraint', 'lead', [
    emphasised('The one constraint is data onboarding.'),
    {
      text: ' It completes 1.5 customers a week against a demand of 2.6, and 14 signed customers are waiting. No contract earns before it is onboarded, so every further signature lengthens the queue.',
    },
  ]),
  paragraph('found.change', 'lead', [
    emphasised('This document changes three things:'),
    {
      text: ' it gives each of the three decisions a first move, seven priorities with one owner each, and measures that count availability. We recommend to intervene now; no axis of the strategy itself needs a larger diagnostic.',
    },
  ]),
  {
    kind: 'key-figures',
    key: 'found.figures',
    items: [
      keyFigure(
        'reach',
        '31%',
        'of open work traces to a decision',
        '66 of 214 open items, weighted by effort. 46% serves no decision.',
      ),
      keyFigure(
        'recall',
        '44%',
        'recall of the decision in scope',
        '16 people retold it unprompted. Leadership 83%, front line 21%.',
      ),
      keyFigure(
        'gap',
        '25',
        'widest gap: Sales, capability',
        'Of 100 points, 3 people. Leadership rates the same element 61.',
      ),
    ],
  },
];

function keyFigure(name: string, value: string, label: string, note: string) {
  const key = `found.figures.${name}`;
  return { key, value, label: line(`${key}.label`, label), note: line(`${key}.note`, note) };
}

function patterns(figures: Readonly<Record<'severity' | 'heat', Figure>>): readonly Block[] {
  return [
    paragraph('patterns.title', 'heading-1', 'Where strategy and work part'),
    paragraph('patterns.intro', 'body', 'Five of the 21 patterns that we look for explain most of the distance.'),
    {
      kind: 'pair',
      key: 'patterns.figures',
      pair: 'figures',
      left: [
        caption('patterns.severity.caption', 'figure', 'Severity and confidence', 'fig_severity'),
        figureBlock('patterns.severity', figures.severity, 79),
      ],
      right: [
        caption('patterns.heat.caption', 'figure', 'Function and element, 0 to 100', 'fig_heat'),
        figureBlock('patterns.heat', figures.heat, 79),
      ],
    },
    paragraph(
      'patterns.reading',
      'body',
      'Clarity falls by 41 points from the leadership team (82) to the front line (41). Capability is the lowest of the three elements in every function, and lowest in Sales.',
      { gap: 'reading' },
    ),
    ...pattern(
      'measures',
      'Measures pull apart',
      ['Critical, 83 of 100', '; confidence high: 9 sources in 5 functions'],
      {
        diagnosis:
          'Functions hit their own numbers and miss the shared outcome. Sales is paid on licence value in the quarter of signature, product reports features shipped, and service is measured on handling time. None of the three rises when a vehicle is available.',
        cost: 'in the last two quarters 11 of 19 availability offers were turned back into licences before signature.',
        quotes: [
          [
            'If I sell availability I am paid in eleven months. If I sell a licence I am paid in March. You tell me.',
            'Account executive, Sales',
          ],
          ['We shipped the roadmap. Nobody asked whether one more bus left the depot.', 'Product manager'],
        ],
      },
    ),
    ...pattern('layer', 'No translation layer', ['Severe, 67 of 100', '; confidence high: 7 sources in 4 functions'], {
      diagnosis:
        'One document says what, another says how, and none says which how serves which what. Teams choose by the loudest request, and below the leadership team nobody turns a decision into work.',
      cost: '98 of 214 open items serve no decision, and 57 of them were created before the strategy.',
      quotes: [
        ['I could not open anything that tells me why this is next. I would open my inbox.', 'Team lead, Product'],
      ],
    }),
    ...pattern('step', 'Functions out of step', ['Severe, 58 of 100', '; confidence high: 6 sources in 4 functions'], {
      diagnosis:
        'One function has already promised what another has not built. Marketing announced guaranteed availability in June; onboarding was told in September and has no standard for a baseline.',
      cost: '14 signed customers wait 9.3 weeks on average before their first day of service.',
      quotes: [
        [
          'The customer showed me the brochure. That is how I learned what we guarantee.',
          'Onboarding engineer, Service',
        ],
      ],
    }),
    ...pattern(
      'named',
      'The constraint is not named',
      ['Severe, 58 of 100', '; confidence medium: 4 sources; contested by one'],
      {
        diagnosis:
          'Nobody agrees on what limits throughput. Asked where work waits longest, 16 people named five different steps. The load of onboarding is not visible outside the team that does it.',
        cost: 'the last budget round added two people to sales and none to onboarding; completions stayed at 1.5 a week.',
        quotes: [['Everyone says we need more deals. The deals are standing in my corridor.', 'Head of Service']],
      },
    ),
    ...pattern(
      'stopped',
      'Nothing was stopped',
      ['Severe, 50 of 100', '; confidence medium: 5 sources in 2 functions'],
      {
        diagnosis:
          'The new direction was added on top of the old work. No stop was announced in March, and custom reports for licence customers still take a day of every sprint.',
        cost: '4.5 of 22 engineers work on things that no decision asks for.',
        quotes: [['We said yes to the new thing. Nobody said no to the old one.', 'Product manager']],
      },
    ),
  ];
}

function pattern(
  name: string,
  title: string,
  [severity, confidence]: readonly [string, string],
  text: { readonly diagnosis: string; readonly cost: string; readonly quotes: readonly (readonly [string, string])[] },
): readonly Block[] {
  const key = `patterns.${name}`;
  return [
    paragraph(`${key}.title`, 'heading-2', title),
    {
      kind: 'pair',
      key,
      pair: 'pattern',
      left: [
        paragraph(`${key}.severity`, 'table-note', [emphasised(severity), { text: confidence }]),
        paragraph(`${key}.diagnosis`, 'body', text.diagnosis, { gap: 'diagnosis' }),
        paragraph(`${key}.cost`, 'body', [emphasised('What it costs here:'), { text: ` ${text.cost}` }]),
      ],
      right: text.quotes.map(([words, source], at) => quote(`${key}.quote${at + 1}`, words, source)),
    },
  ];
}

function constraint(figures: Readonly<Record<'chain', Figure>>): readonly Block[] {
  return [
    paragraph('constraint.title', 'heading-1', 'The constraint'),
    caption(
      'constraint.caption',
      'figure',
      'From request to customer value: demand as a share of weekly capacity',
      'fig_chain',
    ),
    figureBlock('constraint.chain', figures.chain, 166, true),
    paragraph('constraint.why', 'body', [
      emphasised('Data onboarding is the constraint.'),
      {
        text: ' It completed 19 customers in the last 13 weeks, 1.5 a week, while 2.6 a week are signed: it is asked for 173% of what it can do. Two engineers map each customer’s vehicle data by hand; the baseline that the contract is paid on is agreed afterwards.',
      },
    ]),
    paragraph('constraint.kind', 'body', [
      emphasised('It is temporary and a matter of skill'),
      {
        text: ', not of market demand: the two people who can do it were hired for licence installations. The workaround, a spreadsheet that account executives fill in, sends one case in three back.',
      },
    ]),
    paragraph('constraint.next', 'body', [
      emphasised('When it moves'),
      {
        text: ' to 3.0 customers a week, the chain as a whole delivers 2.5, and proving value becomes the next constraint. Priority 2.2 prepares for that.',
      },
    ]),
  ];
}

type Priority = {
  readonly name: string;
  readonly owner: string;
  readonly criteria: readonly (readonly [metric: string, change: string, read: string])[];
  readonly dates: string;
  readonly relation: string;
};

type Decision = {
  readonly passage: string;
  readonly page: number;
  readonly facts: readonly [string, string, string];
  readonly priorities: readonly Priority[];
};

function decision(number: number, title: string, content: Decision): readonly Block[] {
  const key = `decision${number}`;
  const labels = ['First move', 'Proof point', 'Winning metric'];
  return [
    paragraph(`${key}.title`, 'heading-2', `Decision ${number}: ${title}`),
    quote(`${key}.passage`, content.passage, `Strategy 2026–2028, page ${content.page}`, true),
    {
      kind: 'facts',
      key: `${key}.facts`,
      items: content.facts.map((text, at) => ({
        key: `${key}.fact${at + 1}`,
        label: labels[at] ?? '',
        runs: [{ text: text.replace(/ → /gu, '\u00A0→\u00A0') }],
      })),
    },
    caption(
      `${key}.caption`,
      'table',
      `Priorities, owners and criteria of decision ${number}`,
      `tab_decision_${number}`,
    ),
    {
      kind: 'table',
      key: `${key}.priorities`,
      table: 'priorities',
      head: ['Priority', 'Owner', 'Success criteria', 'Start to end', 'Constraint'].map((text, at) =>
        line(`${key}.head${at + 1}`, text),
      ),
      rows: content.priorities.map((priority, at) => priorityRow(`${key}.${at + 1}`, `${number}.${at + 1}`, priority)),
    },
  ];
}

function priorityRow(key: string, number: string, priority: Priority): TableRow {
  const isQuiet = priority.relation.startsWith('Off');
  return {
    key,
    cells: [
      cell(`${key}.name`, [marked('fact-label', number), emphasised(`  ${priority.name}`)]),
      cell(`${key}.owner`, priority.owner),
      priority.criteria.flatMap(([metric, step, read], at) => [
        paragraph(
          `${key}.criterion${at + 1}`,
          'table-text',
          [{ text: `${metric} ` }, emphasised(step)],
          at > 0 ? { gap: 'criterion' } : {},
        ),
        paragraph(`${key}.read${at + 1}`, 'table-note', read),
      ]),
      cell(`${key}.dates`, priority.dates),
      cell(`${key}.relation`, [marked(isQuiet ? 'quiet' : 'accent', priority.relation)]),
    ],
  };
}

const translation: readonly Block[] = [
  paragraph('translation.title', 'heading-1', 'The translation'),
  paragraph('translation.intro', 'body', [
    {
      text: 'Each decision stands with its passage in the strategy, what happens first, and the priorities that it requires. The last column says how a priority relates to the constraint (',
    },
    labelOf('fig_chain'),
    { text: ', page ' },
    pageOf('fig_chain'),
    { text: ').' },
  ]),
  ...decision(1, 'New customers buy availability, not licences', {
    passage: 'From 2027 new business is contracted on agreed outcomes; perpetual licences are closed to new customers.',
    page: 7,
    facts: [
      'Offer only the availability contract to the 12 open opportunities in regional bus fleets.',
      'A fleet operator signs without asking for a licence price as an alternative.',
      'Share of new contract value that is paid on availability: 18% → 70% by 30 September 2027.',
    ],
    priorities: [
      {
        name: 'Pay sales on availability contracted and kept',
        owner: 'VP Sales',
        criteria: [
          [
            'Share of new contract value on availability terms:',
            change('18%', '50%'),
            'by 31 March 2027; read in CRM, contract type',
          ],
          [
            'Availability offers turned back into licences:',
            change('58%', '15%'),
            'by 30 April 2027; read in CRM, stage history',
          ],
        ],
        dates: '7 Dec 2026\nto 30 Apr 2027',
        relation: 'Off the constraint',
      },
      {
        name: 'Fix the baseline before the signature',
        owner: 'Head of Customer Success',
        criteria: [
          [
            'Contracts signed with an agreed baseline:',
            change('2 of 19', '9 of 10').replace(/ of /gu, '\u00A0of\u00A0'),
            'by 31 March 2027; read in contract file, annex B',
          ],
        ],
        dates: '30 Nov 2026\nto 26 Feb 2027',
        relation: 'Feeds it',
      },
      {
        name: 'Three contract sizes replace the discount list',
        owner: 'Chief Financial Officer',
        criteria: [
          ['Offers outside the three sizes:', change('74%', '10%'), 'by 31 March 2027; read in CRM, offer template'],
          ['Days from offer to signature:', change('61', '40'), 'by 30 June 2027; read in CRM, stage history'],
        ],
        dates: '4 Jan 2027\nto 31 Mar 2027',
        relation: 'Off the constraint',
      },
    ],
  }),
  paragraph(
    'decision1.objection',
    'body',
    [
      emphasised('An objection changed priority 1.1.'),
      {
        text: ' Account executives said that pay in eleven months moves nobody. Half of the bonus now falls due at signature and half at the first proven outcome.',
      },
    ],
    { gap: 'table' },
  ),
  ...decision(2, 'Every customer is onboarded to a first proven outcome', {
    passage: 'Onboarding ends with a proven outcome, not with an installation.',
    page: 11,
    facts: [
      'Onboard the three oldest waiting customers with one shared data template, in the order of signature.',
      'A customer shows its own board the availability figure that we agreed.',
      'Customers completed by onboarding each week: 1.5 → 3.0 by 30 June 2027.',
    ],
    priorities: [
      {
        name: 'One data template and a standard import for the three vehicle systems in use',
        owner: 'Head of Service',
        criteria: [
          [
            'Customers completed by onboarding each week:',
            change('1.5', '2.2'),
            'by 28 February 2027; read in onboarding board',
          ],
          ['Cases sent back for missing data:', change('33%', '10%'), 'by 28 February 2027; read in onboarding board'],
        ],
        dates: '30 Nov 2026\nto 28 Feb 2027',
        relation: 'Exploits it',
      },
      {
        name: 'Train four product engineers to onboard and to prove value',
        owner: 'VP Product',
        criteria: [
          ['People who onboard without help:', change('2', '6'), 'by 31 March 2027; read in skill matrix, Service'],
          [
            'Weeks from go-live to first proven outcome:',
            change('11', '6'),
            'by 30 June 2027; read in customer success plan',
          ],
        ],
        dates: '4 Jan 2027\nto 30 Jun 2027',
        relation: 'Elevates it',
      },
    ],
  }),
  ...decision(3, 'The roadmap serves availability and nothing else first', {
    passage: 'Product investment follows the outcomes that we guarantee.',
    page: 14,
    facts: [
      'Close or re-decide the 57 backlog items that are older than the strategy.',
      'A roadmap request is declined by quoting a decision, and the customer stays.',
      'Share of open work, by effort, that traces to a decision: 31% → 75% by 30 June 2027.',
    ],
    priorities: [
      {
        name: 'Re-baseline the backlog against the three decisions every six weeks',
        owner: 'Head of Product Operations',
        criteria: [
          [
            'Open work that traces to a decision:',
            change('31%', '60%'),
            'by 28 February 2027; read in backlog, decision field',
          ],
          [
            'Open items older than the strategy:',
            change('57', '0'),
            'by 29 January 2027; read in backlog, created date',
          ],
        ],
        dates: '30 Nov 2026\nto 28 Feb 2027',
        relation: 'Feeds it',
      },
      {
        name: 'Availability data from the vehicle gateway, without manual import',
        owner: 'Chief Technology Officer',
        criteria: [
          [
            'Customers whose availability is read daily without manual work:',
            change('3 of 31', '20 of 31').replace(/ of /gu, '\u00A0of\u00A0'),
            'by 30 June 2027; read in gateway log',
          ],
        ],
        dates: '11 Jan 2027\nto 30 Jun 2027',
        relation: 'Elevates it',
      },
    ],
  }),
];

function plainTable(
  key: string,
  table: Table['table'],
  head: readonly string[],
  rows: readonly (readonly string[])[],
): Table {
  return {
    kind: 'table',
    key,
    table,
    head: head.map((text, at) => line(`${key}.head${at + 1}`, text)),
    rows: rows.map((texts, row) => ({
      key: `${key}.${row + 1}`,
      cells: texts.map((text, at) => cell(`${key}.${row + 1}.${at + 1}`, at === 0 ? [emphasised(text)] : text)),
    })),
  };
}

const stops: readonly Block[] = [
  paragraph('stops.title', 'heading-1', 'What stops, what changes'),
  plainTable(
    'stops.table',
    'stops',
    ['What stops', 'Who tells whom', 'From', 'Frees'],
    [
      [
        'Custom reports for licence customers',
        'VP Product tells 9 account owners',
        '14 December 2026',
        '1.5 engineers',
      ],
      ['The quarterly licence campaign', 'Chief Commercial Officer tells Sales', '1 January 2027', '€85,000 a year'],
      [
        'The weekly feature-velocity report',
        'VP Product tells the leadership team',
        '7 December 2026',
        '6 hours a week',
      ],
      [
        'Two parallel portal prototypes',
        'Chief Technology Officer tells both teams',
        '30 November 2026',
        '3 engineers to onboarding',
      ],
    ],
  ),
  paragraph('measures.title', 'heading-3', 'Measures'),
  plainTable(
    'measures.table',
    'measures',
    ['Function', 'Drop', 'Add', 'From'],
    [
      [
        'Sales',
        'Licence value signed in the quarter',
        'Contract value on availability, paid half at signature and half at first proven outcome',
        '1 January 2027',
      ],
      ['Product', 'Features shipped', 'Share of work traced to a decision; onboarding hours saved', '1 January 2027'],
      ['Service', 'Handling time per ticket', 'Customers completed by onboarding each week', '7 December 2026'],
    ],
  ),
  paragraph('rights.title', 'heading-3', 'Decision rights'),
  plainTable(
    'rights.table',
    'decision-rights',
    ['Decision', 'Today', 'From now on'],
    [
      ['Discount below list price', 'Sales Director, case by case', 'Nobody; replaced by three fixed contract sizes'],
      ['Order in which customers are onboarded', 'Account owners, by request', 'Head of Service, by date of signature'],
    ],
  ),
];

function ninetyDays(figures: Readonly<Record<'calendar', Figure>>): readonly Block[] {
  const rows = [
    [
      'A',
      'Availability offer to 12 open cases',
      'VP Sales',
      'with Customer Success from week 2',
      '4 signed on availability terms',
    ],
    [
      'B',
      'Baseline annex B in every contract',
      'Head of Customer Success',
      'with Finance in week 7',
      '9 of 10 new contracts with a baseline',
    ],
    [
      'C',
      'Data template and three imports',
      'Head of Service',
      'with Technology in weeks 2 and 7',
      '2.2 customers completed a week',
    ],
    [
      'D',
      'Four engineers trained to onboard',
      'VP Product',
      'with Service from week 6',
      '4 people onboard without help',
    ],
    [
      'E',
      'Backlog re-baselined twice',
      'Head of Product Operations',
      'with Sales and Service in weeks 3 and 10',
      '60% of open work traced',
    ],
  ] as const;
  return [
    paragraph('ninety.title', 'heading-1', 'First 90 days'),
    caption('ninety.caption', 'figure', '13 weeks from 30 November 2026, with joins and milestones', 'fig_calendar'),
    figureBlock('ninety.calendar', figures.calendar, 166, true),
    {
      kind: 'table',
      key: 'ninety.table',
      table: 'ninety-days',
      head: ['No.', 'Initiative', 'Lead', 'Joins', 'Measure at day 90'].map((text, at) =>
        line(`ninety.head${at + 1}`, text),
      ),
      rows: rows.map(([letter, name, lead, joins, measure]) => {
        const key = `ninety.${letter.toLowerCase()}`;
        return {
          key,
          cells: [
            cell(`${key}.letter`, [marked(letter === 'C' ? 'accent' : 'fact-label', letter)]),
            cell(`${key}.name`, [emphasised(name)]),
            cell(`${key}.lead`, lead),
            cell(`${key}.joins`, joins),
            cell(`${key}.measure`, measure),
          ],
        };
      }),
    },
  ];
}

function labelled(key: string, label: string, text: string): PartBlock {
  return paragraph(key, 'table-text', [emphasised(label), { text: `  ${text}` }] satisfies Run[]);
}

const working: readonly Block[] = [
  paragraph('working.title', 'heading-1', 'Working with this document'),
  {
    kind: 'pair',
    key: 'working.parts',
    pair: 'working',
    left: [
      paragraph('working.questions.title', 'heading-3', 'Three questions at each review'),
      {
        kind: 'list',
        key: 'working.questions',
        items: [
          {
            key: 'working.question1',
            runs: [{ text: 'Which decision on the map does this serve, and is the link still the right one?' }],
          },
          {
            key: 'working.question2',
            runs: [{ text: 'What do we know about the customer now that we did not know at the last review?' }],
          },
          { key: 'working.question3', runs: [{ text: 'Knowing that, would we start this investment again today?' }] },
        ],
      },
      paragraph('working.drift.title', 'heading-3', 'Reading drift'),
      paragraph(
        'working.drift',
        'body',
        'Drift weighs criteria that are behind (half), new work that serves no decision (three tenths) and stops that still run (one fifth). Under 20 the work is on course; from 45 it is disconnected.',
      ),
    ],
    right: [
      paragraph('working.dates.title', 'heading-3', 'Dates'),
      labelled('working.review1', 'Review 1', '15 January 2027'),
      labelled('working.review2', 'Review 2', '26 February 2027'),
      labelled('working.review3', 'Review 3', '28 May 2027'),
      paragraph('working.valid', 'table-text', [emphasised('Valid until'), { text: '  30 June 2027' }], {
        gap: 'closing',
      }),
      paragraph('working.refresh.title', 'heading-3', 'Refresh it when there is'),
      paragraph(
        'working.refresh',
        'table-text',
        'A new product, a new market, a new ideal customer, a change of ownership or leadership, or a criterion missed twice.',
      ),
      paragraph('working.not.title', 'heading-3', 'What it does not do'),
      paragraph(
        'working.not',
        'table-text',
        'It does not rewrite the strategy and does not replace the backlog. It is the layer between them.',
      ),
    ],
  },
];

const basis: readonly Block[] = [
  paragraph('basis.title', 'heading-1', 'Basis'),
  {
    kind: 'pair',
    key: 'basis.parts',
    pair: 'basis',
    left: [
      paragraph('basis.heard.title', 'heading-3', 'Who was heard: 18 people'),
      labelled('basis.heard1', 'Leadership', '3 executives'),
      labelled('basis.heard2', 'Sales', '1 manager, 2 front line'),
      labelled('basis.heard3', 'Product', '1 executive, 1 manager, 1 front line'),
      labelled('basis.heard4', 'Service', '1 manager, 2 front line'),
      labelled('basis.heard5', 'Customer success', '1 manager, 1 front line'),
      labelled('basis.heard6', 'Finance', '1 executive, 1 manager'),
      labelled('basis.heard7', 'Customers', '2'),
    ],
    right: [
      paragraph('basis.sources.title', 'heading-3', 'Sources'),
      paragraph(
        'basis.sources',
        'table-text',
        'Strategy 2026–2028 (March 2026, 24 pages); backlog of 214 open items, exported 6 November 2026; pricing model; onboarding board, 13 weeks.',
      ),
      paragraph('basis.method.title', 'heading-3', 'Method'),
      paragraph(
        'basis.method1',
        'table-text',
        'Interviews of 30 to 60 minutes with playback of the decision and nine statements, 2 to 13 November 2026.',
      ),
      paragraph(
        'basis.method2',
        'table-text',
        'Patterns are rated by indicator from 0 to 4; a rating without evidence is left out.',
        { gap: 'item' },
      ),
      paragraph(
        'basis.method3',
        'table-text',
        'Backlog items are linked to decisions one by one; the effort field (91% filled) is the weight.',
        { gap: 'item' },
      ),
      paragraph(
        'basis.method4',
        'table-text',
        'The constraint is the step with the highest utilisation, confirmed by the consultant.',
        { gap: 'item' },
      ),
      paragraph('basis.limits.title', 'heading-3', 'Limits and counter-evidence'),
      paragraph(
        'basis.limits',
        'table-text',
        'No board member was heard. Three customers have renewed or declined so far, too few to prove the price. One sales manager holds that demand, not onboarding, is the limit; signed contracts speak against it, and the first review tests it.',
      ),
    ],
  },
  paragraph(
    'basis.issue',
    'table-note',
    'Issue 1.0, frozen on 20 November 2026. Fingerprint of the data behind it: 7c1e 94d0 5ab2 f318 (SHA-256, first 16 digits).',
    { gap: 'issue' },
  ),
];
