/** Processes that are killed at random moments, and the numbers that say when. */
import { type ChildProcess, spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { performance } from 'node:perf_hooks';
import { createInterface } from 'node:readline';

/** What a child said after READY and before it was killed. */
export type Said = { readonly lines: readonly string[]; readonly killedAfter: number };

/** Runs a script of this folder, or one by its path, and kills it so many milliseconds after it said READY. */
export function runUntilKilled(script: string, args: readonly string[], milliseconds: number): Promise<Said> {
  return new Promise((settle, reject) => {
    const path = resolve(import.meta.dirname, script);
    const child = spawn(process.execPath, [path, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
    const lines: string[] = [];
    const reader = createInterface({ input: child.stdout });
    let killed = false;
    reader.on('line', (line) => {
      if (line === 'READY') killAfter(child, milliseconds, () => (killed = true));
      else lines.push(line);
    });
    child.on('error', reject);
    child.on('close', (code) => {
      if (!killed && code !== 0) reject(new Error(`the child ended by itself: ${code}`));
      else settle({ lines, killedAfter: milliseconds });
    });
  });
}

/** Numbers from 0 to 1 that are the same for the same seed. */
export function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

// Waits without a timer, whose steps of a millisecond would always hit the same places.
function killAfter(child: ChildProcess, milliseconds: number, onKill: () => void): void {
  const ready = performance.now();
  const poll = (): void => {
    if (performance.now() - ready < milliseconds) return void setImmediate(poll);
    onKill();
    child.kill('SIGKILL');
  };
  poll();
}
