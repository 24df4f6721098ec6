/** A person at the keyboard during an interview, as a window sends it: the whole note, every 800 ms while it grows. */
import type { Client } from '../src/main/binding.ts';
import type { Change } from '../src/shared/model/change.ts';
import { type BenchCore, take } from './bench-core.ts';
import type { Writer } from './writer.ts';

/** Milliseconds between two edits while somebody types. */
export const pace = 800;

/** A note that is typed into. */
export type Note = { readonly entity: 'answer' | 'interview'; readonly id: string; text: string };

/** Characters that an edit adds, from and to; and those after which the typist moves on to the next note. */
export type Habit = { readonly fewest: number; readonly most: number; readonly perNote: number };

/** 20 to 25 characters a second in bursts, a note of some 1,000 characters under each question. */
export const fastHabit: Habit = { fewest: 16, most: 20, perNote: 1000 };

/** Types into the notes one after the other; each call sends one edit and gives the milliseconds to its acknowledgement. */
export function openTypist(
  { core, store }: Pick<BenchCore, 'core' | 'store'>,
  target: { readonly file: string; readonly notes: Note[]; readonly habit: Habit; readonly writer: Writer },
): () => Promise<number> {
  const { file, notes, habit, writer } = target;
  let at = 0;
  let typed = 0;
  let burst = 0;
  let step = store.ids();
  return async () => {
    const note = notes[at % notes.length];
    if (note === undefined) throw new Error('nothing to type into');
    const length = habit.fewest + writer.draw(habit.most - habit.fewest + 1);
    note.text = typeOn(note.text, length, writer);
    typed += length;
    if (burst === 0) {
      burst = 4 + writer.draw(9);
      step = store.ids();
    }
    burst -= 1;
    if (typed >= habit.perNote) {
      at += 1;
      typed = 0;
      burst = 0;
    }
    return sendEdit(core.client, { file, opId: store.ids(), step, note });
  };
}

async function sendEdit(
  client: Client,
  { file, opId, step, note }: { file: string; opId: string; step: string; note: Note },
): Promise<number> {
  // The caret goes with the text, and so does the moment at which a line was begun.
  const { text } = note;
  const lines = text.replaceAll(/[^\n]+/gu, '2026-06-16T10:15:02Z');
  const fields = note.entity === 'answer' ? { text, lines, caret: text.length } : { notes: text };
  const changes: Change[] = [{ op: 'update', entity: note.entity, id: note.id, fields }];
  const start = performance.now();
  take(await client.changes.apply({ file, opId, step, label: 'Notes', changes }));
  return performance.now() - start;
}

/** Most edits go on at the end; now and then a word before is taken back or mended. */
function typeOn(text: string, length: number, writer: Writer): string {
  const more = ` ${writer.text(Math.ceil(length / 3))}`.slice(0, length);
  const habit = writer.draw(20);
  if (text.length < 80 || habit > 1) return text + more;
  if (habit === 1) return text.slice(0, -12) + more;
  const place = text.length - 60;
  return text.slice(0, place) + writer.word() + text.slice(place + 5) + more;
}
