/** What one function does on the first Monday. */
import { defineEntity, kitKey, text } from './define.ts';

export const dayOne = defineEntity(
  'dayOne',
  'day-one sentence',
  { many: 'day-one sentences', title: 'what' },
  {
    function: kitKey('Function', 'functions'),
    what: text('On the first Monday'),
  },
);
