/** Where the pieces of the map's picture stand: decisions beside their priorities, criteria spread over the same height. */

/** A piece with the height that its words take, pixels. */
export type PiecedHeight = { readonly id: string; readonly height: number };

/** The pieces of the picture, each column from the top. */
export type MapPieces = {
  readonly decisions: readonly (PiecedHeight & { readonly priorities: readonly string[] })[];
  readonly priorities: readonly (PiecedHeight & { readonly criteria: readonly string[] })[];
  readonly criteria: readonly PiecedHeight[];
};

/** The least distances between neighbours of a column, pixels. */
export type MapGaps = { readonly priority: number; readonly criterion: number; readonly decision: number };

/** The middle of each piece, pixels from the top, and the height of the whole. */
export type MapLayout = { readonly middle: ReadonlyMap<string, number>; readonly height: number };

/** Spreads priorities and criteria evenly over the taller of both columns; a decision stands in the middle of its priorities. */
export function layOutMap({ decisions, priorities, criteria }: MapPieces, gaps: MapGaps): MapLayout {
  const need = (pieces: readonly PiecedHeight[], gap: number): number =>
    pieces.reduce((sum, { height }) => sum + height + gap, 0);
  const ofPriority = new Map(priorities.map((one) => [one.id, one]));
  // A decision without priorities, or taller than all of them together, takes its room in the column of priorities.
  const blocks = decisions.map((decision) => {
    const own = decision.priorities.map((id) => ofPriority.get(id)).filter((one) => one !== undefined);
    return { decision, own, height: Math.max(decision.height + gaps.decision, need(own, gaps.priority)) };
  });
  const height = Math.max(
    blocks.reduce((sum, block) => sum + block.height, 0),
    need(criteria, gaps.criterion),
  );
  const spare = height - blocks.reduce((sum, block) => sum + block.height, 0);
  const rows = blocks.reduce((sum, { own }) => sum + Math.max(1, own.length), 0);
  const middle = new Map<string, number>();
  let top = 0;
  for (const { decision, own, height: least } of blocks) {
    const room = least + (spare * Math.max(1, own.length)) / Math.max(1, rows);
    spread(own, top, room, middle);
    const ends = own.map(({ id }) => middle.get(id) ?? 0);
    middle.set(decision.id, ends.length === 0 ? top + room / 2 : (Math.min(...ends) + Math.max(...ends)) / 2);
    top += room;
  }
  spread(criteria, 0, height, middle);
  return { middle, height };
}

/** Pieces one below the other with the same distance between all of them. */
function spread(pieces: readonly PiecedHeight[], top: number, room: number, middle: Map<string, number>): void {
  const gap = (room - pieces.reduce((sum, { height }) => sum + height, 0)) / Math.max(1, pieces.length);
  let at = top;
  for (const { id, height } of pieces) {
    middle.set(id, at + gap / 2 + height / 2);
    at += height + gap;
  }
}
