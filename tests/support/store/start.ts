/** Ids of the rows that every client file of the tests starts with. */
import { testId } from './ports.ts';

export const start = { client: testId(1), engagement: testId(2), decision: testId(3), person: testId(4) };
