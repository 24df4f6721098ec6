/** The words that notes know: what a tag links to, who may be named, which kinds of limit there are. */

/** What a tag in the notes links to. */
export type TagEnd =
  | { readonly indicator: string; readonly decision?: never }
  | { readonly decision: string; readonly indicator?: never };

/** Somebody whom the notes may name after `@`. Somebody who is present said it, somebody else is talked about. */
export type NotePerson = { readonly id: string; readonly names: readonly string[]; readonly present: boolean };

/** The words that a line is read with. */
export type NoteWords = {
  /** By tag or label, in lower case. */
  readonly tags: ReadonlyMap<string, TagEnd>;
  readonly people: readonly NotePerson[];
  /** Ids of the kit's kinds of limit. */
  readonly limitKinds: ReadonlySet<string>;
};

/** A person that a text names at a place, with the end of the name: the longest name wins. */
export function personAt(
  text: string,
  at: number,
  people: readonly NotePerson[],
): { readonly person: NotePerson; readonly to: number } | null {
  let found: { person: NotePerson; to: number } | null = null;
  for (const person of people) {
    for (const name of person.names) {
      const to = at + name.length;
      if (name === '' || (found !== null && to <= found.to)) continue;
      if (text.slice(at, to).toLowerCase() !== name.toLowerCase()) continue;
      if (!/^[\p{L}\p{N}]/u.test(text.slice(to))) found = { person, to };
    }
  }
  return found;
}
