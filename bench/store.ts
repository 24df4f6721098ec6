/** How long the store takes and how much a file grows: edits, opening, search, typing, an import. Prints one line each. */
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClientFile, openClientFile } from '../src/main/store/client-file.ts';
import type { ClientFile } from '../src/main/store/types.ts';
import type { Change } from '../src/shared/model/change.ts';
import { counterPorts, testId } from '../tests/support/store/ports.ts';

const folder = mkdtempSync(join(process.argv[2] ?? tmpdir(), 'throughline-bench-'));
const ports = counterPorts(join(folder, 'app'));
const engagement = testId(2);
let seed = 42;

measureTyping('one note of 5 kB, typed for an hour', 1);
measureTyping('60 notes of 5 kB, typed in an hour', 60);
measureLarge();
rmSync(folder, { recursive: true });

function measureTyping(what: string, notes: number): void {
  const path = join(folder, `typing-${notes}.throughline`);
  const file = create(path);
  insert(
    file,
    rows(notes, 'b', (id) => ({ op: 'insert', entity: 'interview', id, fields: { engagement } })),
  );
  const before = statSync(path).size;
  const perNote = 4500 / notes;
  const times: number[] = [];
  for (let note = 0; note < notes; note += 1) {
    const text = sentence(1200).slice(0, 5000);
    for (let edit = 1; edit <= perNote; edit += 1) {
      const fields = { notes: text.slice(0, Math.ceil((edit / perNote) * 5000)) };
      const step = testId(Math.floor((note * perNote + edit) / 8), '9');
      const start = performance.now();
      take(
        file.apply({
          opId: ports.ids(),
          step,
          label: 'Notes',
          kind: 'edit',
          changes: [{ op: 'update', entity: 'interview', id: testId(note, 'b'), fields }],
        }),
      );
      times.push(performance.now() - start);
    }
  }
  const after = statSync(path).size;
  console.log(`${what}: grows by ${Math.round((after - before) / 1024)} kB, edit ${quantiles(times)}`);
  file.close();
}

function measureLarge(): void {
  const path = join(folder, 'large.throughline');
  let file = create(path);
  const add = (count: number, series: string, change: (id: string, n: number) => Change): void => {
    const changes = rows(count, series, change);
    const start = performance.now();
    insert(file, changes);
    console.log(`import of ${count} ${changes[0]?.entity}: ${(performance.now() - start).toFixed(0)} ms`);
  };
  add(1, 'c', (id) => ({ op: 'insert', entity: 'source', id, fields: { engagement, title: 'Backlog' } }));
  add(100, 'b', (id) => ({
    op: 'insert',
    entity: 'interview',
    id,
    fields: { engagement, title: sentence(4), notes: sentence(60) },
  }));
  add(6000, 'd', (id, n) => ({
    op: 'insert',
    entity: 'answer',
    id,
    fields: { engagement, interview: testId(n % 100, 'b'), text: sentence(40) },
  }));
  add(5000, '5', (id, n) => ({
    op: 'insert',
    entity: 'evidence',
    id,
    fields: { engagement, interview: testId(n % 100, 'b'), answer: testId(n, 'd'), text: sentence(25) },
  }));
  add(10_000, '6', (id, n) => ({
    op: 'insert',
    entity: 'backlogItem',
    id,
    fields: { engagement, source: testId(0, 'c'), key: `OPS-${n}`, title: sentence(8), description: sentence(30) },
  }));
  add(5000, '7', (id, n) => ({
    op: 'insert',
    entity: 'passage',
    id,
    fields: { engagement, source: testId(0, 'c'), position: n, text: sentence(60) },
  }));
  console.log(`large file: ${(statSync(path).size / 1e6).toFixed(1)} MB`);
  const times: number[] = [];
  for (let n = 0; n < 1000; n += 1) {
    const fields = { text: `${file.row('answer', testId(n * 6, 'd'))?.text ?? ''} ${word()}` };
    const start = performance.now();
    take(
      file.apply({
        opId: ports.ids(),
        label: 'Answer',
        kind: 'edit',
        changes: [{ op: 'update', entity: 'answer', id: testId(n * 6, 'd'), fields }],
      }),
    );
    times.push(performance.now() - start);
  }
  console.log(`edit in the large file ${quantiles(times)}`);
  const searches: number[] = [];
  for (let n = 0; n < 200; n += 1) {
    const query = n % 2 === 0 ? `${word()} ${word().slice(0, 3)}` : word().slice(0, 2 + (n % 3));
    const start = performance.now();
    file.search(query, 50);
    searches.push(performance.now() - start);
  }
  console.log(`search ${quantiles(searches)}`);
  timed('backup', () => take(file.backup('asked')));
  timed('deep check', () => file.check({ deep: true }));
  timed('slice of 300 rows', () => file.checkSlice(300));
  timed('close', () => take(file.close()));
  const open = (): void => {
    file = take(openClientFile(path, {}, ports));
  };
  timed('open the large file', open);
  timed('load it', () => file.load());
  timed('history of a row', () => file.history({ limit: 20, entity: 'answer', id: testId(6, 'd') }));
  const items = rows(10_000, '4', (id, n) => ({
    op: 'insert',
    entity: 'backlogItem',
    id,
    fields: { engagement, source: testId(0, 'c'), key: `NEW-${n}`, title: sentence(8) },
  }));
  timed('import of 10,000 more items', () => insert(file, items));
  timed('undo of that import', () => take(file.undo()));
  file.close();
  const small = join(folder, 'small.throughline');
  create(small).close();
  timed('open a small file', () => take(openClientFile(small, {}, ports)).close());
}

function create(path: string): ClientFile {
  const changes: Change[] = [
    { op: 'insert', entity: 'client', id: testId(1), fields: { name: 'Acme' } },
    { op: 'insert', entity: 'engagement', id: engagement, fields: { title: 'Decision to work' } },
  ];
  return take(createClientFile(path, { opId: ports.ids(), label: 'New', changes }, ports));
}

function insert(file: ClientFile, changes: readonly Change[]): void {
  take(file.apply({ opId: ports.ids(), label: 'Import', kind: 'import', changes }));
}

function rows(count: number, series: string, change: (id: string, n: number) => Change): readonly Change[] {
  return Array.from({ length: count }, (_, n) => change(testId(n, series), n));
}

function take<T>(result: { ok: true; value: T } | { ok: false; error: unknown }): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

function timed(what: string, work: () => unknown): void {
  const start = performance.now();
  work();
  console.log(`${what}: ${(performance.now() - start).toFixed(0)} ms`);
}

function quantiles(times: readonly number[]): string {
  const sorted = times.toSorted((one, other) => one - other);
  const at = (share: number): string => (sorted[Math.floor(sorted.length * share)] ?? 0).toFixed(2);
  return `p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, p99 ${at(0.99)} ms`;
}

function sentence(words: number): string {
  return Array.from({ length: words }, word).join(' ');
}

// 4,000 made-up words with the frequencies of natural text.
function word(): string {
  seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
  const rank = Math.floor(4000 ** (seed / 2_147_483_648));
  return ['be', 'ka', 'lo', 'mi', 'nu', 'pe', 'ra', 'so', 'ti', 'wu']
    .map((part, place) =>
      Math.floor(rank / 10 ** place) > 0 || place === 0
        ? (['be', 'ka', 'lo', 'mi', 'nu', 'pe', 'ra', 'so', 'ti', 'wu'][Math.floor(rank / 10 ** place) % 10] ?? part)
        : '',
    )
    .join('');
}
