import { expect, it } from 'vitest';
import { type ClosingAnswer, mayClose } from '../../../../src/main/shells/electron/closing.ts';

/** Closes a window whose page answers and whose person decides as told; tells what was asked. */
async function close(answers: readonly (number | null)[], decisions: readonly ClosingAnswer[] = []) {
  const [flushes, choices] = [[...answers], [...decisions]];
  const asked: (number | null)[] = [];
  let copies = 0;
  const closed = await mayClose({
    flush: () => Promise.resolve(flushes.shift() ?? null),
    ask(unsaved) {
      asked.push(unsaved);
      return Promise.resolve(choices.shift() ?? 'stay');
    },
    copy() {
      copies++;
      return Promise.resolve();
    },
  });
  return { closed, asked, copies };
}

it('A window whose page has saved everything closes without a question', async () => {
  expect(await close([0])).toEqual({ closed: true, asked: [], copies: 0 });
});

it('Edits that cannot be saved, and a page that does not answer, are a question each', async () => {
  expect(await close([3], ['stay'])).toEqual({ closed: false, asked: [3], copies: 0 });
  expect(await close([null], ['close'])).toEqual({ closed: true, asked: [null], copies: 0 });
});

it('Another try that saves everything closes the window; one that does not asks again with the new count', async () => {
  expect(await close([3, 0], ['again'])).toMatchObject({ closed: true, asked: [3] });
  expect(await close([3, null, 1], ['again', 'again', 'stay'])).toMatchObject({ closed: false, asked: [3, null, 1] });
});

it('After a copy the question stands as long as edits are not in it', async () => {
  expect(await close([2, 2], ['copy', 'close'])).toEqual({ closed: true, asked: [2, 2], copies: 1 });
  expect(await close([2, 0], ['copy'])).toEqual({ closed: true, asked: [2], copies: 1 });
});
