/** Builds if the sources are not those of the last build; the answer tells whether a build is there now. */
export function buildIfChanged(): boolean;
