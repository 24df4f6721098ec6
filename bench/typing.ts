/** What an hour of typing costs on the disk: 4,500 edits, the clock moved on by 800 ms after each. */
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { insertRow } from '../src/shared/model/change.ts';
import { openBenchCore, take } from './bench-core.ts';
import type { Measurement, Place } from './measure.ts';
import { fastHabit, type Habit, type Note, openTypist, pace } from './typist.ts';
import { openWriter } from './writer.ts';

const edits = 4500;

/** An interview with a note under each question, and the worst that one field can get: all of the hour in one note. */
export async function benchTyping({ folder }: Place): Promise<Measurement[]> {
  const many = await growth(join(folder, 'many'), 90, 'answer', fastHabit);
  // As fast as people type on and on: five characters a second.
  const one = await growth(join(folder, 'one'), 1, 'interview', { fewest: 3, most: 5, perNote: Infinity });
  return [
    { name: 'an hour of fast typing in many notes grows the file by', value: many, unit: 'MB', mark: 2 },
    { name: 'an hour of steady typing in one note grows the file by', value: one, unit: 'MB', mark: 2 },
  ];
}

/** Megabytes by which the file is larger after an hour. */
async function growth(folder: string, count: number, entity: Note['entity'], habit: Habit): Promise<number> {
  const bench = openBenchCore(folder);
  const { client } = bench.core;
  const path = join(folder, 'typing.throughline');
  const { file, info } = take(await client.files.create({ place: bench.core.grant(path), client: 'Benchmark' }));
  const before = statSync(path).size;
  const engagement = info.engagements[0]?.id ?? '';
  const interview = bench.store.ids();
  const notes: Note[] = Array.from({ length: count }, () => ({
    entity,
    id: entity === 'answer' ? bench.store.ids() : interview,
    text: '',
  }));
  const changes = [
    insertRow('interview', interview, { engagement, title: 'Interview' }),
    ...(entity === 'interview'
      ? []
      : notes.map(({ id }, position) => insertRow('answer', id, { engagement, interview, position }))),
  ];
  take(await client.changes.apply({ file, opId: bench.store.ids(), label: 'Interview', changes }));
  const type = openTypist(bench, { file, notes, habit, writer: openWriter(5) });
  for (let edit = 0; edit < edits; edit += 1) {
    await type();
    bench.pass(pace);
  }
  take(await client.files.close({ file }));
  await bench.core.close();
  return (statSync(path).size - before) / 1e6;
}
