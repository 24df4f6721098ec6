/** How the lines of a text are shown: only those that are in view are looked at. */
import { type Extension, type Range, RangeSetBuilder, StateEffect } from '@codemirror/state';
import { Decoration, type DecorationSet, type EditorView, ViewPlugin, type ViewUpdate } from '@codemirror/view';

/** How a line is shown: a class, a few words beside it, and stretches of its own look. */
export type LineLook = {
  readonly className: string;
  readonly aside: string;
  /** In order, none inside another. */
  readonly parts: readonly { readonly from: number; readonly to: number; readonly className: string }[];
};

/** Has the lines looked at again, because what they are read with changed. */
export const lookAgain = StateEffect.define();

/** Shows the lines as `lookOf` says; `number` counts from 0. */
export function lineLooks(lookOf: () => (line: string, number: number) => LineLook): Extension {
  return ViewPlugin.define(
    (view) => {
      let seen: Seen = new Map();
      const look = (now: EditorView): DecorationSet => {
        const before = seen;
        seen = new Map();
        return decorate(now, lookOf(), before, seen);
      };
      let decorations = look(view);
      return {
        get decorations() {
          return decorations;
        },
        update({ view: now, docChanged, viewportChanged, transactions }: ViewUpdate) {
          const again = transactions.some(({ effects }) => effects.some((effect) => effect.is(lookAgain)));
          if (again) seen = new Map();
          if (docChanged || viewportChanged || again) decorations = look(now);
        },
      };
    },
    { decorations: (plugin) => plugin.decorations },
  );
}

/** Decorations of a line by its number and text, from its start: a line is looked at again only when it changed. */
type Seen = Map<string, readonly Range<Decoration>[]>;

function decorate(
  view: EditorView,
  lookOf: (line: string, number: number) => LineLook,
  before: Seen,
  seen: Seen,
): DecorationSet {
  const builder = new RangeSetBuilder<Decoration>();
  for (const range of view.visibleRanges) {
    for (let at = range.from; at <= range.to;) {
      const line = view.state.doc.lineAt(at);
      const key = `${line.number} ${line.text}`;
      const looks = before.get(key) ?? looksOf(lookOf(line.text, line.number - 1));
      seen.set(key, looks);
      for (const { from, to, value } of looks) builder.add(line.from + from, line.from + to, value);
      at = line.to + 1;
    }
  }
  return builder.finish();
}

function looksOf({ className, aside, parts }: LineLook): readonly Range<Decoration>[] {
  return [
    Decoration.line({ attributes: { class: className, 'data-aside': aside, dir: 'auto' } }).range(0),
    ...parts
      .filter(({ from, to }) => to > from)
      .map((part) => Decoration.mark({ class: part.className }).range(part.from, part.to)),
  ];
}
