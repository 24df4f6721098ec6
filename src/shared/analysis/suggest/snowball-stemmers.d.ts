// The package is CommonJS without types; only what is used here is declared.
declare module 'snowball-stemmers' {
  /** A stemmer of one language; words must be in lower case. */
  export interface Stemmer {
    stem(word: string): string;
  }
  /** A stemmer by its Snowball name, such as `english`; throws for a name that is not in the package. */
  export function newStemmer(algorithm: string): Stemmer;
}
