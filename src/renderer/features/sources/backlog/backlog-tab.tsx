import type { TakeIn } from '../use-take-in.ts'; export function BacklogTab(_: { takeIn: TakeIn }) { return null; }
