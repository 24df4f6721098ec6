/** The pieces of the picture as the map has them, and how arrows go from piece to piece. */
import { type MapReading, touchesConstraint } from '../../../../shared/analysis/map/rows.ts';
import type { Criterion, Decision, Priority } from '../../../../shared/model/index.ts';

/** A piece of the picture. */
export type Piece =
  | { readonly kind: 'decision'; readonly id: string; readonly row: Decision; readonly priorities: readonly string[] }
  | {
      readonly kind: 'priority';
      readonly id: string;
      readonly row: Priority;
      readonly decision: string;
      readonly criteria: readonly string[];
      readonly touches: boolean;
    }
  | { readonly kind: 'criterion'; readonly id: string; readonly row: Criterion; readonly priority: string };

/** The picture's pieces, each column from the top. */
export type PictureModel = {
  readonly decisions: readonly Extract<Piece, { kind: 'decision' }>[];
  readonly priorities: readonly Extract<Piece, { kind: 'priority' }>[];
  readonly criteria: readonly Extract<Piece, { kind: 'criterion' }>[];
  readonly byId: ReadonlyMap<string, Piece>;
};

/** Reads the pieces; with `only` what does not touch the constraint is left out, with the decisions that are then bare. */
export function readPicture(map: MapReading, only: boolean): PictureModel {
  const decisions = map.translated.flatMap((one) => {
    const priorities = one.priorities.filter(({ row }) => !only || touchesConstraint(row));
    if (only && priorities.length === 0) return [];
    return [
      {
        kind: 'decision' as const,
        id: one.row.id,
        row: one.row,
        priorities: priorities.map(({ row }) => row.id),
        own: priorities,
      },
    ];
  });
  const priorities = decisions.flatMap(({ id: decision, own }) =>
    own.map(({ row, criteria }) => ({
      kind: 'priority' as const,
      id: row.id,
      row,
      decision,
      criteria: criteria.map((one) => one.id),
      touches: touchesConstraint(row),
      own: criteria,
    })),
  );
  const criteria = priorities.flatMap(({ id: priority, own }) =>
    own.map((row) => ({ kind: 'criterion' as const, id: row.id, row, priority })),
  );
  const all: readonly Piece[] = [...decisions, ...priorities, ...criteria];
  return { decisions, priorities, criteria, byId: new Map(all.map((piece) => [piece.id, piece])) };
}

/** The piece that an arrow leads to: up and down within the column, left and right along the links; null where there is none. */
export function follow(model: PictureModel, id: string, key: string): string | null {
  const piece = model.byId.get(id);
  if (piece === undefined) return null;
  switch (key) {
    case 'ArrowUp':
    case 'ArrowDown': {
      const column: readonly Piece[] = {
        decision: model.decisions,
        priority: model.priorities,
        criterion: model.criteria,
      }[piece.kind];
      const at = column.findIndex((one) => one.id === id);
      return column[at + (key === 'ArrowUp' ? -1 : 1)]?.id ?? null;
    }
    case 'ArrowLeft':
      if (piece.kind === 'priority') return piece.decision;
      return piece.kind === 'criterion' ? piece.priority : null;
    case 'ArrowRight':
      if (piece.kind === 'decision') return piece.priorities[0] ?? null;
      return piece.kind === 'priority' ? (piece.criteria[0] ?? null) : null;
    default:
      return null;
  }
}
