/** An answer to one of the review's questions about one priority. */
import { defineEntity, kitKey, owner, text } from './define.ts';

export const reviewAnswer = defineEntity(
  'reviewAnswer',
  'review answer',
  { many: 'review answers', title: 'text' },
  {
    review: owner('Review', 'review'),
    priority: owner('Priority', 'priority'),
    question: kitKey('Question', 'reviewQuestions'),
    text: text('Answer'),
  },
);
