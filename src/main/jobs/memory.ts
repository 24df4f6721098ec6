/** How much memory another process holds. */
import { readFileSync } from 'node:fs';

/** Resident and peak resident bytes of a process where the platform tells them (Linux), else null. */
export function residentBytes(pid: number): { readonly now: number; readonly peak: number } | null {
  if (process.platform !== 'linux') return null;
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'latin1');
    return { now: kilobytes(status, 'VmRSS') * 1024, peak: kilobytes(status, 'VmHWM') * 1024 };
  } catch {
    return null; // it ended between two looks
  }
}

function kilobytes(status: string, name: string): number {
  const at = status.indexOf(`${name}:`);
  return at < 0 ? 0 : Number.parseInt(status.slice(at + name.length + 1), 10);
}
