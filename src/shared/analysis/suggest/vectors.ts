/**
 * Texts as weighted term vectors of length 1, kept flat in typed arrays so that ten thousand of them stay fast.
 *
 * The weight of a term is (1 + ln of its count) × ln of its rarity over all texts: the plain tf–idf of Salton and
 * Buckley, "Term-weighting approaches in automatic text retrieval" (1988). Counting items and targets together makes
 * the verbs that open half of the items as light as they deserve, without a list of them.
 */

/** Term counts of one text: a heading may count more than the text below it. */
export type TermCounts = ReadonlyMap<number, number>;

/** Vectors end to end: those of text `i` stand in `terms` and `weights` from `starts[i]` to before `starts[i + 1]`. */
export interface Vectors {
  readonly starts: Int32Array;
  readonly terms: Int32Array;
  readonly weights: Float64Array;
}

/** Numbers for terms, given in the order in which they are first seen. */
export class Vocabulary {
  readonly words: string[] = [];
  readonly #ids = new Map<string, number>();

  /** The number of a term, given now if it has none. */
  add(term: string): number {
    let id = this.#ids.get(term);
    if (id === undefined) {
      id = this.words.length;
      this.#ids.set(term, id);
      this.words.push(term);
    }
    return id;
  }

  /** The number of a term, or undefined for one never seen. */
  find(term: string): number | undefined {
    return this.#ids.get(term);
  }
}

/** In how many of the texts each term stands. */
export function countTexts(texts: readonly TermCounts[], size: number): Int32Array {
  const counts = new Int32Array(size);
  for (const text of texts) for (const term of text.keys()) counts[term] = (counts[term] ?? 0) + 1;
  return counts;
}

/** Rarity of each term over all texts, always above 0. */
export function weighRarity(counts: Int32Array, texts: number): Float64Array {
  return Float64Array.from(counts, (count) => Math.log((texts + 1) / (count + 0.5)));
}

/** Unit vectors of the texts; an empty text has an empty vector. */
export function toVectors(texts: readonly TermCounts[], rarity: Float64Array): Vectors {
  const total = texts.reduce((sum, text) => sum + text.size, 0);
  const starts = new Int32Array(texts.length + 1);
  const terms = new Int32Array(total);
  const weights = new Float64Array(total);
  let at = 0;
  texts.forEach((text, i) => {
    const from = at;
    let squares = 0;
    for (const [term, count] of text) {
      const weight = (1 + Math.log(Math.max(count, 0.5))) * (rarity[term] ?? 0);
      terms[at] = term;
      weights[at++] = weight;
      squares += weight * weight;
    }
    const length = Math.sqrt(squares) || 1;
    for (let j = from; j < at; j++) weights[j] = (weights[j] ?? 0) / length;
    starts[i + 1] = at;
  });
  return { starts, terms, weights };
}
