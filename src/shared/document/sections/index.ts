/** The sections of the document in their order. A new section is its file and a line here. */
import type { Section } from '../section.ts';
import { basis } from './basis.ts';
import { constraint } from './constraint.ts';
import { found } from './found.ts';
import { head } from './head.ts';
import { ninetyDays } from './ninety-days.ts';
import { patterns } from './patterns.ts';
import { stops } from './stops.ts';
import { translation } from './translation.ts';
import { working } from './working.ts';

/** Every section, from the head to the basis. */
export const sections: readonly Section[] = [
  head,
  found,
  patterns,
  constraint,
  translation,
  stops,
  ninetyDays,
  working,
  basis,
];
