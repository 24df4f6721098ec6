import { expect, it } from 'vitest';
import { changedPart } from '../../../src/shared/lib/changed-part.ts';

it('parts two versions of a text into what stayed before, what changed, and what stayed after', () => {
  expect(changedPart('We sell air by the hour.', 'We sell clean air by the hour.')).toEqual({
    head: 'We sell ',
    before: '',
    after: 'clean ',
    tail: 'air by the hour.',
  });
  expect(changedPart('One two', 'Three')).toEqual({ head: '', before: 'One two', after: 'Three', tail: '' });
  expect(changedPart('so so', 'so')).toEqual({ head: '', before: 'so ', after: '', tail: 'so' });
});
