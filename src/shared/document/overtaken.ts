/** What to do about an edit that the data has overtaken: which figures of its draft changed, and the edit with the new ones. */

/** A figure that stands otherwise in the new draft, with the words beside it. */
export type FigureChange = { readonly from: string; readonly to: string; readonly beside: string };

/** The figures that differ between the draft that was edited and the draft of today, where the words around them stayed. */
export function figureChanges(seen: string, now: string): readonly FigureChange[] {
  const [old, fresh] = [tokensOf(seen), tokensOf(now)];
  if (old.length === 0 || fresh.length === 0 || old.length * fresh.length > mostCells) return [];
  return hunksOf(old, fresh).flatMap(([removed, added]) => {
    const before = removed.filter((at) => isFigure(old[at]));
    const after = added.filter((at) => isFigure(fresh[at]));
    if (before.length !== after.length) return [];
    return before.flatMap((at, index): FigureChange[] => {
      const place = after[index] ?? -1;
      const [from = '', to = ''] = [old[at], fresh[place]];
      return sameFigure(from, to) ? [] : [{ from, to, beside: wordsBeside(fresh, place) }];
    });
  });
}

/** The text with each changed figure that it holds brought up to date; the same text when it holds none. */
export function updateFigures(text: string, changes: readonly FigureChange[]): string {
  const left = [...changes];
  return text.replace(figure, (found) => {
    const at = left.findIndex(({ from }) => sameFigure(from, found));
    const change = left[at];
    if (change === undefined) return found;
    // The last change of a figure serves every further place where it stands.
    if (left.findLastIndex(({ from }) => sameFigure(from, found)) !== at) left.splice(at, 1);
    return change.to;
  });
}

const mostCells = 4_000_000;
const figure = /\d+(?:[.,:\u00A0\u202F]\d+)*(?:[ \u00A0\u202F]?%)?/gu;
const token = /\d+(?:[.,:\u00A0\u202F]\d+)*(?:[ \u00A0\u202F]?%)?|[\p{L}\p{M}\p{N}]+(?:['’-][\p{L}\p{M}\p{N}]+)*/gu;

function tokensOf(text: string): readonly string[] {
  return text.match(token) ?? [];
}

function isFigure(text: string | undefined): boolean {
  return text !== undefined && /^\d/u.test(text);
}

function sameFigure(one: string, other: string): boolean {
  const bare = (text: string): string => text.replace(/[ \u00A0\u202F]/gu, '');
  return bare(one) === bare(other);
}

/** The words after a figure, what it counts; where those say too little, also the words before it. */
function wordsBeside(tokens: readonly string[], at: number): string {
  const after = tokens.slice(at + 1, at + 5);
  const end = after.findIndex(isFigure);
  const words = end < 0 ? after : after.slice(0, end);
  const before = tokens.slice(Math.max(0, at - 3), at);
  const start = before.findLastIndex(isFigure) + 1;
  return (words.join(' ').length > 6 ? words : before.slice(start)).join(' ');
}

/** Runs of tokens that one side has in place of the other's, by the longest common order of tokens. */
function hunksOf(old: readonly string[], fresh: readonly string[]): readonly (readonly [number[], number[]])[] {
  const width = fresh.length + 1;
  const lengths = new Uint32Array((old.length + 1) * width);
  const cell = (i: number, j: number): number => lengths[i * width + j] ?? 0;
  for (let i = old.length - 1; i >= 0; i -= 1) {
    for (let j = fresh.length - 1; j >= 0; j -= 1) {
      lengths[i * width + j] = old[i] === fresh[j] ? cell(i + 1, j + 1) + 1 : Math.max(cell(i + 1, j), cell(i, j + 1));
    }
  }
  const hunks: [number[], number[]][] = [];
  let open: [number[], number[]] = [[], []];
  const close = (): void => {
    if (open[0].length + open[1].length > 0) hunks.push(open);
    open = [[], []];
  };
  let [i, j] = [0, 0];
  while (i < old.length || j < fresh.length) {
    if (i < old.length && j < fresh.length && old[i] === fresh[j]) {
      close();
      i += 1;
      j += 1;
    } else if (j >= fresh.length || (i < old.length && cell(i + 1, j) >= cell(i, j + 1))) {
      open[0].push(i);
      i += 1;
    } else {
      open[1].push(j);
      j += 1;
    }
  }
  close();
  return hunks;
}
