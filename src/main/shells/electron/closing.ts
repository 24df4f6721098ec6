/** Before a window closes, its page sends what it has not sent; what cannot be saved is never given up without a word. */

/** What a person decides about edits that are not on disk. */
export type ClosingAnswer = 'again' | 'copy' | 'close' | 'stay';

/** What closing needs of a window. */
export type ClosingWindow = {
  /** Asks the page to send what is not sent: edits that could not be saved, null when it does not answer in time. */
  flush(milliseconds: number): Promise<number | null>;
  /** Asks the person. */
  ask(unsaved: number | null): Promise<ClosingAnswer>;
  /** Lets the person save a copy of what is saved; what came of it is told there. */
  copy(): Promise<void>;
};

/** Milliseconds that a page has at first, and when the person asks for another try. */
const [patience, morePatience] = [3000, 10_000];

/** Tells whether the window may be closed now. */
export async function mayClose(window: ClosingWindow): Promise<boolean> {
  let unsaved = await window.flush(patience);
  while (unsaved !== 0) {
    const answer = await window.ask(unsaved);
    if (answer === 'close') return true;
    if (answer === 'stay') return false;
    if (answer === 'copy') await window.copy();
    // What could not be saved before may be saved by now, and the next question shows the count of now.
    unsaved = await window.flush(answer === 'again' ? morePatience : patience);
  }
  return true;
}
