/** What speakers are asked to release before it is printed: their own quotes, each in the form in which it would stand. */
import type { CountedEvidence } from '../analysis/evidence.ts';
import { byRowId } from '../analysis/order.ts';
import type { Consent } from '../analysis/people.ts';
import { emphasised, paragraph, quote } from './builders.ts';
import type { Block, DocumentTree } from './blocks.ts';
import type { Material } from './material.ts';
import { quotedRuns } from './quoted.ts';
import type { Withheld } from './voices.ts';
import { endSentence, plain } from './words/text.ts';

/** A quote that may come to print. */
export type ReleaseQuote = {
  readonly evidence: string;
  /** The words as they would stand. */
  readonly text: string;
  /** In quotation marks; otherwise the line under it says that it is a report or a translation. */
  readonly verbatim: boolean;
  /** What would stand under it; empty where it may not be printed. */
  readonly under: string;
  /** Why it may not be printed, if so. */
  readonly breach: Withheld['reason'] | null;
  /** The document as it is now prints it. */
  readonly printed: boolean;
};

/** The quotes of one speaker. */
export type ReleaseEntry = {
  /** Null for a voice without a name: nobody can be asked. */
  readonly person: string | null;
  readonly interview: string | null;
  readonly consent: Consent | null;
  readonly quotes: readonly ReleaseQuote[];
  /** The same as a letter in plain text, with what may be printed only; empty where there is nothing to ask. */
  readonly letter: string;
};

/** Everything that is to be released, speaker by speaker. `printed` are the pieces that the document prints. */
export function composeReleaseList(material: Material, printed: readonly string[]): readonly ReleaseEntry[] {
  const inDocument = new Set(printed);
  const wanted = [...material.evidence.counted.values()].filter(
    ({ row, speaker }) =>
      (speaker !== null || row.interview !== null) &&
      plain(row.text) !== '' &&
      (inDocument.has(row.id) || row.printed || row.releaseAskedOn !== null || row.release !== null),
  );
  const bySpeaker = Map.groupBy(
    wanted.toSorted((a, b) => byRowId(a.row, b.row)),
    ({ row, speaker }) => speaker?.id ?? `voice:${row.interview ?? ''}`,
  );
  return [...bySpeaker.values()].map((pieces): ReleaseEntry => {
    const quotes = pieces.map((piece) => quoteOf(piece, material, inDocument));
    const [first] = pieces;
    const person = first?.speaker?.id ?? null;
    return {
      person,
      interview: person === null ? (first?.row.interview ?? null) : null,
      consent: first?.consent ?? null,
      quotes,
      letter: person === null ? '' : letterOf(quotes, material),
    };
  });
}

/** The letter to one speaker as a document of its own: only this person's words, and no label or code of the work. */
export function composeReleaseLetter(entry: ReleaseEntry, material: Material): DocumentTree {
  const { words, kit, engagement, client } = material;
  const firm = plain(engagement.firm);
  const title = words.say('release.title');
  const blocks: Block[] = [
    paragraph('release.title', 'heading-1', title),
    paragraph('release.intro', 'body', words.sentence('release.intro', { client })),
    ...toAsk(entry.quotes).flatMap((one, at): Block[] => {
      const key = `release.quote${at + 1}`;
      return [
        one.verbatim
          ? quote(key, one.text, one.under, true)
          : paragraph(key, 'body', `${endSentence(one.text)} (${one.under})`, { keepNext: true }),
        paragraph(`${key}.answer`, 'table-note', [emphasised(words.say('release.answer'))], { gap: 'criterion' }),
      ];
    }),
    paragraph('release.closing', 'body', words.sentence('release.closing')),
  ];
  return {
    properties: {
      title,
      subject: title,
      author: firm || plain(engagement.consultant),
      company: firm,
      client,
      version: '',
      language: kit.content.language === words.locale.split('-')[0] ? words.locale : kit.content.language,
    },
    footer: { left: firm, page: words.say('footer.page') },
    captionWords: { figure: words.say('figure'), table: words.say('table') },
    sections: [{ id: 'release', blocks }],
  };
}

/** What may be printed and is not refused. */
function toAsk(quotes: readonly ReleaseQuote[]): readonly ReleaseQuote[] {
  return quotes.filter(({ breach }) => breach === null);
}

function quoteOf({ row }: CountedEvidence, { voices }: Material, inDocument: ReadonlySet<string>): ReleaseQuote {
  const shown = voices.words(row.id);
  return {
    evidence: row.id,
    text: shown?.text ?? plain(row.text),
    verbatim: shown?.verbatim ?? row.fidelity === 'verbatim',
    under: shown?.source ?? '',
    breach: voices.breach(row.id),
    printed: inDocument.has(row.id),
  };
}

function letterOf(quotes: readonly ReleaseQuote[], { words, client, kit }: Material): string {
  const asked = toAsk(quotes);
  if (asked.length === 0) return '';
  const pieces = asked.map(({ text, verbatim, under }, at) => {
    const runs = verbatim ? quotedRuns([{ text }], kit.content.language) : [{ text: endSentence(text) }];
    const said = runs.map((run) => ('text' in run ? run.text : '')).join('');
    return `${at + 1}. ${said}\n   ${under}\n   ${words.say('release.answer')}`;
  });
  return [
    words.say('release.title'),
    words.sentence('release.intro', { client }),
    ...pieces,
    words.sentence('release.closing'),
  ].join('\n\n');
}
