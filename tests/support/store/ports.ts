/** Ports of the store for tests: a clock that ticks once a call, ids that count, a monotonic clock that is set by hand. */
import type { StorePorts } from '../../../src/main/store/types.ts';

/** Ports whose answers are the same in every run; `series` keeps ids of different makers apart. */
export function counterPorts(appDir: string, series = 'f'): StorePorts {
  let moment = Date.UTC(2026, 0, 5, 9);
  let number = 0;
  return {
    clock: () => new Date((moment += 1000)).toISOString(),
    monotonic: () => 0,
    zone: () => 'Europe/Berlin',
    ids: () => testId((number += 1), series),
    appDir,
    installId: testId(1, 'a'),
    appVersion: '0.1.0',
  };
}

/** The nth id of a series, in the form of a UUIDv7. */
export function testId(number: number, series = '0'): string {
  const digits = number.toString(16).padStart(11, '0');
  return `019b0000-0000-7000-8000-${series}${digits}`;
}
