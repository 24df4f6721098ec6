/** Client files to measure on: a small one, and one as large as a hundred interviews make it, both through the write path. */
import { openClientFile } from '../src/main/store/client-file.ts';
import { type Change, insertRow } from '../src/shared/model/change.ts';
import type { KitContent } from '../src/shared/method/kit-schema.ts';
import { openBenchCore, take } from './bench-core.ts';
import { openWriter, type Writer } from './writer.ts';

/** How many rows a file gets. */
export type Sizes = {
  readonly interviews: number;
  readonly answers: number;
  readonly evidence: number;
  readonly items: number;
  readonly decisions: number;
};

/** A year with a large client. */
export const largeSizes: Sizes = { interviews: 100, answers: 6000, evidence: 5000, items: 10_000, decisions: 12 };
/** The first day with a client. */
export const smallSizes: Sizes = { interviews: 2, answers: 40, evidence: 20, items: 50, decisions: 2 };

/** Makes a client file of these sizes, each kind of row imported as one entry of the log. */
export async function makeClientFile(folder: string, path: string, sizes: Sizes): Promise<void> {
  const { core, store } = openBenchCore(folder);
  const made = take(await core.client.files.create({ place: core.grant(path), client: 'Benchmark' }));
  const kit = take(await core.client.kits.get({ file: made.file }));
  const engagement = made.info.engagements[0]?.id ?? '';
  await core.close();
  const file = take(openClientFile(path, {}, store));
  for (const changes of composeRows({ sizes, kit, engagement, newId: store.ids, writer: openWriter(42) })) {
    take(file.apply({ opId: store.ids(), label: 'Import', kind: 'import', changes }));
  }
  take(file.close());
}

type Wanted = {
  readonly sizes: Sizes;
  readonly kit: KitContent;
  readonly engagement: string;
  readonly newId: () => string;
  readonly writer: Writer;
};

/** Rows in the order in which they may refer to each other. */
function composeRows(wanted: Wanted): Change[][] {
  const { sizes, kit, engagement, newId, writer } = wanted;
  const ids = (count: number): string[] => Array.from({ length: count }, newId);
  const at = <T>(list: readonly T[], index: number): T => {
    const found = list[index % list.length];
    if (found === undefined) throw new Error('an empty list');
    return found;
  };
  const people = ids(Math.ceil(sizes.interviews * 0.8));
  const interviews = ids(sizes.interviews);
  const answers = ids(sizes.answers);
  const evidence = ids(sizes.evidence);
  const [strategy = '', backlog = ''] = ids(2);
  const decisions = ids(sizes.decisions);
  const priorities = ids(sizes.decisions * 2);
  const items = ids(sizes.items);
  const indicators = kit.patterns.flatMap((pattern) => pattern.indicators.map((one) => `${pattern.id}/${one.id}`));
  const said = { engagement, saidOn: '2026-08-03' };
  return [
    people.map((id, n) =>
      insertRow('stakeholder', id, {
        engagement,
        name: `Person ${n}`,
        role: writer.text(2),
        function: at(kit.functions, n).id,
        level: at(kit.levels, n).id,
      }),
    ),
    interviews.map((id, n) =>
      insertRow('interview', id, {
        engagement,
        title: writer.text(3),
        guide: at(kit.guides, n).id,
        status: 'done',
        heldOn: '2026-08-03',
        notes: writer.text(60),
      }),
    ),
    interviews.map((id, n) =>
      insertRow('participant', newId(), { engagement, interview: id, person: at(people, n), consent: 'by-role' }),
    ),
    answers.map((id, n) =>
      insertRow('answer', id, {
        engagement,
        interview: at(interviews, n),
        question: at(indicators, Math.floor(n / interviews.length)),
        text: writer.text(20 + writer.draw(60)),
        position: Math.floor(n / interviews.length),
      }),
    ),
    evidence.map((id, n) =>
      insertRow('evidence', id, {
        ...said,
        interview: at(interviews, n),
        speaker: at(people, n % interviews.length),
        answer: at(answers, n),
        text: writer.text(12 + writer.draw(25)),
      }),
    ),
    evidence.map((id, n) =>
      insertRow('evidenceLink', newId(), { engagement, evidence: id, indicator: at(indicators, n) }),
    ),
    indicators.map((indicator, n) => insertRow('rating', newId(), { engagement, indicator, value: n % 5 })),
    [
      insertRow('source', strategy, { engagement, kind: 'strategy', title: 'Strategy' }),
      insertRow('source', backlog, { engagement, kind: 'backlog', title: 'Backlog', exportedOn: '2026-09-01' }),
      ...Array.from({ length: 400 }, (_, n) =>
        insertRow('passage', newId(), { engagement, source: strategy, position: n, level: 0, text: writer.text(50) }),
      ),
    ],
    decisions.map((id, n) =>
      insertRow('decision', id, {
        engagement,
        title: writer.text(6),
        statement: writer.text(30),
        standing: n === 0 ? 'in-scope' : 'carried',
        position: n,
        firstMove: writer.text(12),
        givesWay: writer.text(12),
      }),
    ),
    priorities.map((id, n) =>
      insertRow('priority', id, {
        engagement,
        decision: at(decisions, n),
        title: writer.text(6),
        owner: at(people, n),
        startOn: '2026-10-01',
        endOn: '2026-12-18',
        firstStep: writer.text(10),
      }),
    ),
    priorities.map((id) =>
      insertRow('criterion', newId(), { engagement, priority: id, metric: writer.text(5), baseline: 10, target: 40 }),
    ),
    items.map((id, n) =>
      insertRow('backlogItem', id, {
        engagement,
        source: backlog,
        key: `OPS-${n}`,
        title: writer.text(8),
        description: writer.text(15 + writer.draw(50)),
        status: at(['todo', 'done', 'progress', 'done', 'todo', 'done'] as const, n),
        createdOn: `2026-0${1 + (n % 8)}-1${n % 10}`,
        updatedOn: `2026-08-1${n % 10}`,
        function: at(kit.functions, n).id,
        assignee: `Person ${n % 200}`,
        effort: 1 + (n % 8),
        epicKey: n < 300 ? '' : `OPS-${n % 300}`,
        labels: [writer.word()],
      }),
    ),
    items
      .filter((_, n) => n % 5 < 2)
      .map((item, n) => insertRow('itemLink', newId(), { engagement, item, decision: at(decisions, n) })),
  ];
}
