/** Which words before a colon or a time are the name of a speaker. */

/** How sure a name is: `strong` reads like one, `weak` could be, null is none. */
export type NameKind = 'strong' | 'weak' | null;

const longest = 80;
const particles =
  /^(?:von|van|de|der|den|del|della|di|da|dos|du|la|le|el|al|bin|ibn|ben|y|e|und|and|et|of|the|zu|zur|ter|ten|d)$/u;
/** Words that head a list of facts rather than speech. */
const facts =
  /^(?:attendees|participants|present|invited|date|time|duration|length|location|place|subject|topic|title|meeting|agenda|recording|transcript|note|notes|summary|language|teilnehmer|anwesend|datum|uhrzeit|dauer|ort|thema|betreff|titel|notiz|durée|lieu|objet|participantes|fecha|lugar|asunto)$/iu;

/** Tells whether a text reads like the name of a speaker: a few words, no sentence. */
export function nameKind(label: string): NameKind {
  const text = label.trim();
  if (text === '' || text.length > longest || !/^[\p{L}\p{N}]/u.test(text) || /[!?…;:："“”„<>=\\/|{}*_]/u.test(text))
    return null;
  if (/^https?$|^\d+$/iu.test(text)) return null;
  const bare = text.replace(/\([^)]*\)|\[[^\]]*\]/gu, ' ').trim();
  // A stop ends a sentence unless it ends a title or an initial.
  if (/\p{L}{5,}\.|\.\s*$/u.test(bare) || /,.*,/u.test(bare)) return null;
  const words = bare.split(/[\s,]+/u).filter((word) => word !== '');
  if (words.length === 0 || words.length > 6) return null;
  const small = words.filter((word) => /^\p{Ll}/u.test(word) && !particles.test(word));
  if (small.length === 0 && !/^\p{Ll}/u.test(words[0] ?? '')) return 'strong';
  return small.length <= 2 && words.length <= 3 ? 'weak' : null;
}

/** A line with the name that it may belong to. */
export type Named = { readonly label: string; readonly timed: boolean };

/**
 * The names that are speakers, from all that could be one: where most lines have a name every one of them is, else those
 * that come back. A name with a time beside it on a line of its own needs no second one. `lines` counts those with words.
 */
export function acceptNames(named: readonly Named[], lines: number): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const { label } of named) counts.set(label, (counts.get(label) ?? 0) + 1);
  const strong = named.filter(({ label }) => nameKind(label) === 'strong');
  const most = named.length >= 2 && strong.length >= lines * 0.5;
  const headed = strong.filter(({ timed }) => timed);
  const accepted = new Set<string>();
  for (const [label, count] of counts) {
    const kind = nameKind(label);
    const alone = facts.test(label) && count < 3;
    if (alone || kind === null) continue;
    if (kind === 'strong' ? most || count >= 2 : count >= 3) accepted.add(label);
  }
  for (const { label } of headed)
    if (headed.length >= 2 || lines <= 2 || named[0]?.label === label) accepted.add(label);
  const said = named.filter(({ label }) => accepted.has(label)).length;
  // A few words with a colon in a long text are no conversation.
  return headed.length === 0 && (said < 2 || said < lines * 0.1) ? new Set() : accepted;
}
