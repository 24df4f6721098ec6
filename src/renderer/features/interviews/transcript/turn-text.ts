/** A turn as it is drawn: what is marked in it, what is selected, what was found. */
import type { TextSpan } from '../../../../shared/lib/sentences.ts';
import { foldText } from '../../../../shared/lib/text.ts';
import type { Evidence } from '../../../../shared/model/index.ts';

/** A mark with the words that it is about; null where they were edited since and stand nowhere. */
export type TurnMark = { readonly row: Evidence; readonly span: TextSpan | null };

/** A part of a turn that is drawn in one way. */
export type TurnPart = TextSpan & { readonly marked: boolean; readonly selected: boolean; readonly found: boolean };

/** The marks of each turn by its id, in the order of their words. */
export function marksByTurn(
  turns: readonly { readonly id: string; readonly text: string }[],
  evidence: readonly Evidence[],
): ReadonlyMap<string, readonly TurnMark[]> {
  const texts = new Map(turns.map(({ id, text }) => [id, text]));
  const marks = new Map<string, TurnMark[]>();
  for (const row of evidence) {
    const text = row.turn === null ? undefined : texts.get(row.turn);
    if (row.turn === null || text === undefined) continue;
    const from = row.text === '' ? -1 : text.indexOf(row.text);
    const span = from < 0 ? null : { from, to: from + row.text.length };
    marks.set(row.turn, [...(marks.get(row.turn) ?? []), { row, span }]);
  }
  for (const own of marks.values()) own.sort((a, b) => (a.span?.from ?? -1) - (b.span?.from ?? -1));
  return marks;
}

/** The marks that a selection touches; without one those of the turn where it has only one. */
export function marksAt(marks: readonly TurnMark[], selected: TextSpan | null): readonly TurnMark[] {
  if (selected === null) return marks.length === 1 ? marks : [];
  return marks.filter(({ span }) => span !== null && span.from < selected.to && span.to > selected.from);
}

/** Parts a text where a mark, the selection or something found begins or ends. */
export function partTurn(
  length: number,
  marks: readonly TurnMark[],
  selected: TextSpan | null,
  found: readonly TextSpan[],
): readonly TurnPart[] {
  const spans = marks.flatMap(({ span }) => span ?? []);
  const cuts = new Set([0, length]);
  for (const { from, to } of [...spans, ...found, ...(selected === null ? [] : [selected])]) cuts.add(from).add(to);
  const places = [...cuts].filter((place) => place <= length).toSorted((a, b) => a - b);
  return places.slice(0, -1).map((from, at) => {
    const to = places[at + 1] ?? length;
    const covers = (span: TextSpan): boolean => span.from <= from && to <= span.to;
    return {
      from,
      to,
      marked: spans.some(covers),
      selected: selected !== null && covers(selected),
      found: found.some(covers),
    };
  });
}

/** Where the words of a search stand in a text, whatever their case and accents. */
export function findIn(text: string, query: string): readonly TextSpan[] {
  const wanted = foldText(query.trim());
  if (wanted === '' || !foldText(text).includes(wanted)) return [];
  let folded = '';
  const places: number[] = [];
  let at = 0;
  for (const letter of text) {
    const own = foldText(letter);
    folded += own;
    for (let unit = 0; unit < own.length; unit += 1) places.push(at);
    at += letter.length;
  }
  places.push(at);
  const spans: TextSpan[] = [];
  for (let from = folded.indexOf(wanted); from >= 0; from = folded.indexOf(wanted, from + wanted.length))
    spans.push({ from: places[from] ?? 0, to: places[from + wanted.length] ?? text.length });
  return spans;
}
