/** Long work as the contract shows it. */
import { ok } from '../../shared/lib/result.ts';
import type { Services } from '../binding.ts';
import type { ServicePorts } from './ports.ts';

/** Use cases of `work`. */
export function workServices({ works }: ServicePorts): Services['work'] {
  return {
    watch: ({ work }, signal) => works.watch(work, signal),
    cancel: ({ work }) => ok({ cancelled: works.cancel(work) }),
  };
}
