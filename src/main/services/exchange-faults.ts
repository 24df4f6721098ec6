/** What is wrong with an exchange file, told by its place in that file. */
import { failure, type Failure } from '../../shared/api/errors.ts';

/** A fault that the schema of the exchange file found; a key that nobody knows is the place itself. */
export function exchangeFault(
  issue: { path: readonly PropertyKey[]; message: string; keys?: readonly string[] } | undefined,
): Failure {
  const parts = [...(issue?.path ?? []), ...(issue?.keys ?? []).slice(0, 1)];
  const path = parts.map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`)).join('');
  return failure('exchange-invalid', {
    path: path.replace(/^\./u, '') || '(top)',
    problem: issue?.keys === undefined ? (issue?.message ?? 'it is not valid') : 'there is no such field',
  });
}

/** A failure of the write path as one of the exchange file: `places` has the place of each change that was made from it. */
export function placeInExchange(problem: Failure, places: readonly string[]): Failure {
  if (problem.code !== 'bad-input') return problem;
  const [, change, field] = /^changes\.(\d+)\.[^.]+(.*)$/u.exec(String(problem.params['path'])) ?? [];
  const place = places[Number(change)];
  if (place === undefined) return problem;
  return failure('exchange-invalid', { path: `${place}${field ?? ''}`, problem: problem.params['problem'] ?? '' });
}
