/** English words without a subject of their own (closed classes only: no nouns, no verbs that name work). */
const ENGLISH = `
a an the this that these those
i me my mine myself we us our ours ourselves you your yours yourself yourselves he him his himself she her hers herself
it its itself they them their theirs themselves one ones someone anyone everyone no-one something anything everything
nothing who whom whose which what
and or but nor so yet if then else than because although though while whereas unless until whether as
of in on at by for from to into onto with within without about above below over under between among against across
along around before after during since toward towards through throughout upon via per off out up down near
be am is are was were been being have has had having do does did doing done can cannot could may might must shall
should will would
not no yes very too also just only even still again once ever never always often already however therefore thus hence
here there where when why how now both either neither each every all any some such same other others another own more
most much many few less least several rather quite almost etc
don doesn didn isn aren wasn weren won wouldn shouldn couldn hasn haven hadn
`;

/** The function words of a language (a two-letter code), folded and in lower case, or undefined where there is no list. */
export function stopWordsOf(language: string): ReadonlySet<string> | undefined {
  return language === 'en' ? new Set(ENGLISH.split(/\s+/).filter(Boolean)) : undefined;
}
