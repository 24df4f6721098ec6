/** What is marked in the text of a source: words behind a decision and whether they still hold, evidence, likely choices. */
import { type ChoiceSentence, findChoiceSentences } from '../../../../shared/analysis/choice-sentences.ts';
import type { TextSpan } from '../../../../shared/lib/sentences.ts';
import type { Decision, Evidence, EvidenceLink, Passage, Source, Stop } from '../../../../shared/model/index.ts';

/** A marked part of a passage. */
export type TextMark = TextSpan & {
  readonly kind: 'linked' | 'suspect' | 'evidence' | 'stop' | 'choice';
  /** Labels of the decisions behind it. */
  readonly decisions: readonly string[];
};

/** A sentence that sounds like a choice, with its passage. */
export type OpenChoice = ChoiceSentence & { readonly at: number };

/** Everything that is marked in a source. */
export type SourceMarks = {
  /** By position in the list of passages; nothing for those without. */
  readonly marks: ReadonlyMap<number, readonly TextMark[]>;
  readonly choices: readonly OpenChoice[];
};

/** The rows that marks are read from. */
export type MarkRows = {
  readonly decisions: readonly Pick<Decision, 'id' | 'label' | 'passage' | 'passageText'>[];
  readonly evidence: readonly Pick<Evidence, 'id' | 'kind' | 'passage' | 'text' | 'withdrawn'>[];
  readonly links: readonly Pick<EvidenceLink, 'evidence' | 'decision'>[];
  readonly stops: readonly Pick<Stop, 'what'>[];
  /** Decisions whose words changed or are gone in a newer version. */
  readonly suspect: ReadonlySet<string>;
};

/** A part of a text as it is drawn: everything that is marked there at once. */
export type Segment = TextSpan & { readonly kinds: readonly TextMark['kind'][]; readonly selected: boolean };

/** Reads what is marked in the passages of a source. */
export function markSource(
  passages: readonly Passage[],
  source: Pick<Source, 'passedOver'>,
  rows: MarkRows,
  language: string,
): SourceMarks {
  const marks = new Map<number, TextMark[]>();
  const add = (at: number, mark: TextMark): void => void marks.set(at, [...(marks.get(at) ?? []), mark]);
  const places = new Map(passages.map((passage, at) => [passage.id, at]));
  for (const decision of rows.decisions) {
    const start = decision.passage === null ? undefined : places.get(decision.passage);
    if (start === undefined) continue;
    for (const { at, span } of placesOf(passages, start, decision.passageText))
      add(at, { ...span, kind: rows.suspect.has(decision.id) ? 'suspect' : 'linked', decisions: [decision.label] });
  }
  const labels = new Map(rows.decisions.map((decision) => [decision.id, decision.label]));
  const linked = Map.groupBy(
    rows.links.filter((link) => link.decision !== null),
    (link) => link.evidence,
  );
  for (const piece of rows.evidence) {
    const start = piece.passage === null || piece.withdrawn ? undefined : places.get(piece.passage);
    if (start === undefined) continue;
    const decisions = (linked.get(piece.id) ?? []).flatMap((link) => labels.get(link.decision ?? '') ?? []);
    const kind = decisions.length > 0 ? 'linked' : 'evidence';
    for (const { at, span } of placesOf(passages, start, piece.text)) add(at, { ...span, kind, decisions });
  }
  const stops = new Set(rows.stops.map((stop) => stop.what.trim()).filter((what) => what !== ''));
  const passedOver = new Set(source.passedOver);
  const choices: OpenChoice[] = [];
  passages.forEach((passage, at) => {
    if ((passage.level ?? 0) > 0) return;
    for (const choice of findChoiceSentences(passage.text, language)) {
      const taken = (marks.get(at) ?? []).some((mark) => mark.from < choice.to && choice.from < mark.to);
      if (stops.has(choice.text)) add(at, { from: choice.from, to: choice.to, kind: 'stop', decisions: [] });
      else if (!taken && !passedOver.has(choice.mark)) {
        choices.push({ ...choice, at });
        add(at, { from: choice.from, to: choice.to, kind: 'choice', decisions: [] });
      }
    }
  });
  return { marks, choices };
}

/** The parts of a text between which nothing changes, in order. */
export function segmentsOf(length: number, marks: readonly TextMark[], selected: TextSpan | null): readonly Segment[] {
  const all = selected === null ? marks : [...marks, selected];
  const cuts = [...new Set([0, length, ...all.flatMap(({ from, to }) => [from, to])])]
    .filter((cut) => cut >= 0 && cut <= length)
    .toSorted((a, b) => a - b);
  return cuts.slice(0, -1).map((from, index) => {
    const to = cuts[index + 1] ?? length;
    const covers = (span: TextSpan): boolean => span.from <= from && to <= span.to;
    return {
      from,
      to,
      kinds: [...new Set(marks.filter(covers).map((mark) => mark.kind))],
      selected: selected !== null && covers(selected),
    };
  });
}

/** Where words that may go over several passages stand, from the passage on with which they begin. Without words, all of that passage. */
function placesOf(
  passages: readonly Passage[],
  start: number,
  words: string,
): readonly { readonly at: number; readonly span: TextSpan }[] {
  const lines = words.split('\n').map((line) => line.trim());
  const found: { at: number; span: TextSpan }[] = [];
  for (let at = start; at < passages.length; at += 1) {
    const text = passages[at]?.text ?? '';
    if (text.trim() === '' && at > start) continue;
    const spans = words.trim() === '' ? [] : spansOf(text, words, lines);
    // Words that were changed by hand since stand nowhere: the passage as a whole is meant.
    if (spans.length === 0) {
      if (at === start) found.push({ at, span: { from: 0, to: text.length } });
      break;
    }
    for (const span of spans) found.push({ at, span });
  }
  return found;
}

function spansOf(text: string, words: string, lines: readonly string[]): readonly TextSpan[] {
  const whole = text.indexOf(words.trim());
  if (whole >= 0) return [{ from: whole, to: whole + words.trim().length }];
  return lines.flatMap((line) => {
    const from = line === '' ? -1 : text.indexOf(line);
    return from < 0 ? [] : [{ from, to: from + line.length }];
  });
}
