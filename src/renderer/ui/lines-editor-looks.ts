/** How the lines of a text are shown: only those that are in view are looked at. */
import { RangeSetBuilder, StateEffect, type Extension } from '@codemirror/state';
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
      let decorations = decorate(view, lookOf());
      return {
        get decorations() {
          return decorations;
        },
        update({ view: now, docChanged, viewportChanged, transactions }: ViewUpdate) {
          const again = transactions.some(({ effects }) => effects.some((effect) => effect.is(lookAgain)));
          if (docChanged || viewportChanged || again) decorations = decorate(now, lookOf());
        },
      };
    },
    { decorations: (plugin) => plugin.decorations },
  );
}

function decorate(view: EditorView, lookOf: (line: string, number: number) => LineLook): DecorationSet {
  const builder = new RangeSetBuilder<Decoration>();
  for (const range of view.visibleRanges) {
    for (let at = range.from; at <= range.to;) {
      const line = view.state.doc.lineAt(at);
      const { className, aside, parts } = lookOf(line.text, line.number - 1);
      builder.add(
        line.from,
        line.from,
        Decoration.line({ attributes: { class: className, 'data-aside': aside, dir: 'auto' } }),
      );
      for (const part of parts)
        if (part.to > part.from)
          builder.add(line.from + part.from, line.from + part.to, Decoration.mark({ class: part.className }));
      at = line.to + 1;
    }
  }
  return builder.finish();
}
