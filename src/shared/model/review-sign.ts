/** An outcome sign, read at a review. */
import { defineEntity, kitKey, number, owner, text } from './define.ts';

export const reviewSign = defineEntity(
  'reviewSign',
  'outcome sign',
  { many: 'outcome signs', title: 'text' },
  {
    review: owner('Review', 'review'),
    sign: kitKey('Sign', 'outcomeSigns'),
    text: text('Answer'),
    value: number('Figure'),
  },
);
