/** Units of the file format: twips for lengths, half points for type, eighths of a point for rules. */

/** Twips (twentieths of a point) of millimetres. */
export function mmToTwips(mm: number): number {
  return Math.round((mm * 1440) / 25.4);
}

/** Twips of points. */
export function pointsToTwips(points: number): number {
  return Math.round(points * 20);
}

/** Pixels (96 to the inch) of millimetres, which is how the library takes sizes of pictures. */
export function mmToPixels(mm: number): number {
  return (mm * 96) / 25.4;
}

/** Points of the library's pixels. */
export function pixelsToPoints(pixels: number): number {
  return (pixels * 72) / 96;
}

/** Points of millimetres. */
export function mmToPoints(mm: number): number {
  return (mm * 72) / 25.4;
}
