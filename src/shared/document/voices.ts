/** Whose words may stand in the document, in what form, and how their speakers are called. */
import type { CountedEvidence, EvidenceIndex } from '../analysis/evidence.ts';
import type { AnalysisInput } from '../analysis/input.ts';
import { byRowId } from '../analysis/order.ts';
import type { People, Person } from '../analysis/people.ts';
import { hasCompany } from '../analysis/recognisable.ts';
import type { PatternReading } from '../analysis/severity.ts';
import { hidingCrowd } from '../analysis/small-groups.ts';
import { type Names, roleOf, withRole } from './names.ts';
import { plain, wordCount } from './words/text.ts';
import type { Words } from './words/words.ts';

/** Why words do not stand in the document. */
export type Withheld = {
  readonly evidence: string;
  readonly reason: 'withdrawn' | 'not-asked' | 'background' | 'name' | 'only-one' | 'refused';
};

/** Words as they are printed; only `verbatim` ones stand in quotation marks. */
export type PrintedWords = {
  readonly evidence: string;
  readonly text: string;
  readonly verbatim: boolean;
  /** Who said it, and that it is a report or a translation where it is one. */
  readonly source: string;
};

/** The voices of one document. */
export type Voices = {
  /** Why a piece of evidence may not be printed; null where it may. */
  readonly breach: (id: string) => Withheld['reason'] | null;
  /** A piece of evidence as it is printed; null where it may not be. */
  readonly words: (id: string) => PrintedWords | null;
  /** Up to so many quotes for each pattern, each piece once; first those that are marked for the document. */
  readonly quotes: (patterns: readonly PatternReading[], perPattern: number) => ReadonlyMap<string, QuotesOfPattern>;
};

/** The quotes of one pattern, and those that were marked for the document and may not stand in it. */
export type QuotesOfPattern = { readonly quotes: readonly PrintedWords[]; readonly withheld: readonly Withheld[] };

/** Voices of the evidence that counts. */
export function voicesFor(
  input: AnalysisInput,
  { people, evidence, names, words }: { people: People; evidence: EvidenceIndex; names: Names; words: Words },
): Voices {
  const sourceOf = sourceReader(input, people, names, words);
  const breach: Voices['breach'] = (id) => breachOf(evidence.counted.get(id), people);
  const printed: Voices['words'] = (id) => {
    const counted = evidence.counted.get(id);
    if (counted === undefined || breach(id) !== null) return null;
    const { text, fidelity, kind } = counted.row;
    const verbatim = fidelity === 'verbatim' && (kind === 'quote' || kind === 'passage');
    const who = sourceOf(counted);
    const form = fidelity === 'translated' ? 'translated' : 'paraphrase';
    return {
      evidence: id,
      text: plain(text),
      verbatim,
      source: verbatim ? who : words.say(`voice.${form}`, { who }),
    };
  };
  return {
    breach,
    words: printed,
    quotes: (patterns, perPattern) => {
      const taken = new Set<string>();
      return new Map(
        patterns.map(({ pattern, support }) => {
          const found = support.evidence.flatMap((id) => evidence.counted.get(id) ?? []).filter(isQuote);
          const allowed = found.filter(({ row }) => breach(row.id) === null && !taken.has(row.id));
          const chosen = choose(allowed, perPattern);
          for (const { row } of chosen) taken.add(row.id);
          const withheld = found.flatMap(({ row }): Withheld[] => {
            const reason = row.printed ? breach(row.id) : null;
            return reason === null ? [] : [{ evidence: row.id, reason }];
          });
          return [pattern.id, { quotes: chosen.flatMap(({ row }) => printed(row.id) ?? []), withheld }];
        }),
      );
    },
  };
}

/** Words beyond which a quote enters only when somebody marked it for the document. */
const longest = 45;

function isQuote({ row }: CountedEvidence): boolean {
  return (row.kind === 'quote' || (row.kind === 'passage' && row.printed)) && plain(row.text) !== '';
}

/** Marked ones first, words as spoken before reports of them; the second from another source, if there is one. */
function choose(allowed: readonly CountedEvidence[], most: number): CountedEvidence[] {
  const ranked = allowed
    .filter(({ row }) => row.printed || wordCount(row.text) <= longest)
    .toSorted(
      (a, b) =>
        Number(b.row.printed) - Number(a.row.printed) ||
        forms.indexOf(a.row.fidelity) - forms.indexOf(b.row.fidelity) ||
        byRowId(a.row, b.row),
    );
  const [first] = ranked;
  if (first === undefined || most < 1) return [];
  const others = ranked.slice(1);
  const fromElsewhere = (one: CountedEvidence): boolean => one.source?.key !== first.source?.key;
  const marked = others.filter(({ row }) => row.printed);
  const rest = others.filter(({ row }) => !row.printed);
  const sorted = [...marked, ...rest.filter(fromElsewhere), ...rest.filter((one) => !fromElsewhere(one))];
  const chosen = [first, ...sorted.slice(0, most - 1)];
  return chosen.toSorted((a, b) => forms.indexOf(a.row.fidelity) - forms.indexOf(b.row.fidelity));
}

const forms = ['verbatim', 'translated', 'paraphrase'] as const;

function breachOf(counted: CountedEvidence | undefined, people: People): Withheld['reason'] | null {
  if (counted === undefined) return 'withdrawn';
  const { speaker, consent, quotable } = counted;
  if (!quotable) return consent === null ? 'not-asked' : 'background';
  if (counted.row.release === 'refused') return 'refused';
  if (speaker === null) return null;
  if (consent !== 'by-name' && tellsName(counted.row.text, speaker)) return 'name';
  return consent === 'anonymous' && !hasCompany(speaker, people) ? 'only-one' : null;
}

function tellsName(text: string, speaker: Person): boolean {
  const name = plain(speaker.row.name);
  const last = name.split(' ').at(-1) ?? '';
  if (name === '') return false;
  return plain(text).includes(name) || (last.length > 2 && text.split(/[^\p{L}\p{M}\p{N}'’-]+/u).includes(last));
}

/** What stands under a quote: as much of the speaker as the consent lets be said. */
function sourceReader({ data }: AnalysisInput, people: People, names: Names, words: Words) {
  const heardAt = (level: string): number => people.counted.filter((one) => one.heard && one.level === level).length;
  const titles = new Map(data.source.map((row) => [row.id, plain(row.title)]));
  return ({ row, speaker, consent, source }: CountedEvidence): string => {
    if (speaker === null) {
      if (source?.kind === 'voice') return words.say('voice.group');
      const title = titles.get(source?.id ?? '') ?? '';
      return [title === '' ? words.say('voice.source') : title, plain(row.locator)].filter(Boolean).join(', ');
    }
    const role = roleOf(speaker.row, names.function);
    const name = plain(speaker.row.name);
    if (consent === 'by-name' && name !== '') return withRole(name, role);
    if (consent === 'by-name' || consent === 'by-role')
      return withFunction(role, speaker, names) || words.say('voice.person');
    const { level } = speaker;
    return level !== null && heardAt(level) >= hidingCrowd
      ? words.sentence('voice.level', { level: names.level(level, 1) })
      : words.say('voice.person');
  };
}

/** Role and function; the function is not said twice where the role tells it. */
function withFunction(role: string, speaker: Person, names: Names): string {
  if (speaker.function === null || role === '') return role;
  const inFunction = names.function(speaker.function);
  return role.toLowerCase().includes(inFunction.toLowerCase()) ? role : `${role}, ${inFunction}`;
}
