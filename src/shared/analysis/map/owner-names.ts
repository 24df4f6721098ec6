/** Names typed where one person is meant. */

/** The names that a text joins by a comma, a sign or a word for "and"; one or none where it joins nothing. */
export function splitNames(text: string): readonly string[] {
  return text
    .split(/\s*[&,;/+\n]\s*|\s+(?:and|or|und|oder|et|och|og|en)\s+/iu)
    .map((name) => name.trim())
    .filter((name) => /\p{L}/u.test(name));
}
