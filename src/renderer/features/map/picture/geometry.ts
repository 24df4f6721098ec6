/** The columns of the picture at a given width, pixels. */

/** Where a column begins and how wide its words may be. */
export type ColumnPlace = { readonly left: number; readonly width: number };

/** All columns. */
export type Geometry = {
  readonly width: number;
  /** Height of the headings. */
  readonly top: number;
  readonly decision: ColumnPlace;
  readonly priority: ColumnPlace;
  /** The line of the constraint. */
  readonly line: number;
  readonly criteria: ColumnPlace;
};

/** The least width at which the columns can be told apart; a narrower window scrolls. */
export const leastWidth = 880;

/** Shares the width out as the drawing does: 206, 340 and 364 of 1208 for the words, the rest for the links. */
export function geometryFor(available: number): Geometry {
  const width = Math.max(leastWidth, available);
  const part = (of: number): number => Math.round((of / 1208) * width);
  const criteriaLeft = part(812);
  return {
    width,
    top: 56,
    decision: { left: part(32), width: part(206) },
    priority: { left: part(308), width: part(340) },
    line: part(726),
    criteria: { left: criteriaLeft, width: width - criteriaLeft - part(32) },
  };
}
