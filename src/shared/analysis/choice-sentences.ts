/** Sentences of a source that sound like a choice: they say what stops, what waits, or what comes in place of something. */
import { fingerprint } from '../lib/fingerprint.ts';
import { sentenceSpans, type TextSpan } from '../lib/sentences.ts';
import { phraseOf, wordsOf } from '../lib/words.ts';

/** What a sentence says of work. */
export type ChoiceKind = 'stops' | 'waits' | 'instead';

/** A sentence that may be a choice. */
export type ChoiceSentence = TextSpan & {
  readonly kind: ChoiceKind;
  readonly text: string;
  /** Stays the same as long as the words do, so that a sentence can be passed over for good. */
  readonly mark: string;
};

/** Fewer words are a heading, more are hardly one choice. */
const length = { least: 5, most: 60 };

/**
 * Words that give a choice away, by language. They are words of speech and no words of the method, so that they stand
 * here; in a language without a list nothing is suggested, since nobody could tell.
 */
const givingAway: Readonly<Record<string, Readonly<Record<ChoiceKind, string>>>> = {
  en: {
    waits:
      'waits,wait until,wait for,waits until,not before,only after,postponed,put off,deferred,paused,on hold,not until',
    stops:
      'no longer,stop,stops,will not,we do not,are not sold,is not sold,are not for,never,discontinue,discontinued,give up,withdraw,phase out,nothing else,ends on,no new',
    instead: 'instead of,rather than,in place of,ahead of,at the expense of,and not,not by',
  },
  de: {
    waits: 'wartet,warten bis,erst nach,erst wenn,verschoben,zuruckgestellt,nicht vor',
    stops: 'nicht mehr,kein neues,keine neuen,horen auf,eingestellt,beenden,verzichten,nie',
    instead: 'statt,anstatt,anstelle,sondern,vor allem anderen',
  },
  fr: {
    waits: 'attend,attendra,seulement apres,pas avant,reporte,differe',
    stops: 'ne plus,cesse,cessons,arretons,arret,jamais,renoncons,abandonne',
    instead: 'au lieu de,plutot que,a la place de',
  },
  es: {
    waits: 'espera,esperara,solo despues,no antes,aplazado,pospuesto',
    stops: 'ya no,deja de,dejamos de,nunca,renunciamos,abandonamos',
    instead: 'en lugar de,en vez de,sino',
  },
};

/** The sentences of a running text that sound like a choice, in order. `language` is that of the kit. */
export function findChoiceSentences(text: string, language: string): readonly ChoiceSentence[] {
  const lists = givingAway[language.slice(0, 2).toLowerCase()];
  if (lists === undefined) return [];
  return sentenceSpans(text).flatMap((span) => {
    const sentence = text.slice(span.from, span.to);
    const words = wordsOf(sentence);
    if (words.length < length.least || words.length > length.most) return [];
    const spoken = phraseOf(words);
    const kind = (['waits', 'stops', 'instead'] as const).find((one) =>
      lists[one].split(',').some((phrase) => spoken.includes(phraseOf([phrase]))),
    );
    return kind === undefined ? [] : [{ ...span, kind, text: sentence, mark: fingerprint(words) }];
  });
}
