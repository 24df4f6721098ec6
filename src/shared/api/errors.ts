/** The closed list of expected failures: a code for programs, a sentence for people, parameters that are safe to show. */

/** Parameters of a failure: short values that may be shown, never client text beyond a name or a place. */
export type FailureParams = Readonly<Record<string, string | number>>;

/** An expected failure as it crosses every boundary. */
export type Failure = { readonly code: FailureCode; readonly params: FailureParams };

/** A code of the closed list below. */
export type FailureCode = keyof typeof sentences;

/** Builds a failure from the closed list. */
export function failure(code: FailureCode, params: FailureParams = {}): Failure {
  return { code, params };
}

/** The failure as one clear sentence: what is wrong, where, what was kept, what to do. */
export function describeFailure(problem: Failure): string {
  return sentences[problem.code].replace(/\{(\w+)\}/g, (_, name: string) => String(problem.params[name] ?? '?'));
}

/** Tells whether a text is one of the codes. */
export function isFailureCode(code: string): code is FailureCode {
  return Object.hasOwn(sentences, code);
}

const sentences = {
  // --- general ---
  internal: 'Something went wrong inside Throughline ({where}). Nothing that was saved is lost; please try again.',
  'bad-input': 'The request was refused at {path}: {problem}. Nothing was changed.',
  'not-found': 'There is no {what} {id} in this file. Nothing was changed.',
  cancelled: 'The work was cancelled. Nothing was changed.',
  // --- client file ---
  // --- import ---
  // --- kit ---
  // --- document ---
} as const;
