/** Class names that depend on a state. */

/** The class names that apply, in one string; what is false, empty or missing is left out. */
export function classNames(...names: readonly (string | false | null | undefined)[]): string {
  return names.filter((name) => typeof name === 'string' && name !== '').join(' ');
}
