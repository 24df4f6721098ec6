/** A question that is asked again and again: never twice at once, and once more when something came meanwhile. */

/** Wraps a question; the answer asks it, or sees to it that it is asked when the one that runs has its answer. */
export function oneAtATime(ask: () => Promise<void>): () => Promise<void> {
  let asking = false;
  let again = false;
  return async function next(): Promise<void> {
    if (asking) {
      again = true;
      return;
    }
    asking = true;
    await ask();
    asking = false;
    if (!again) return;
    again = false;
    await next();
  };
}
