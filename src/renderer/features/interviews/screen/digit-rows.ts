/** Rows that are answered by digits, one after the other. */

/** A list of rows that digits answer. */
export type DigitRows = {
  readonly count: number;
  /** The row that a digit answers. */
  readonly at: number;
  readonly moveTo: (at: number) => void;
  /** Answers a row; tells whether the digit has a meaning here. */
  readonly answer: (at: number, digit: number) => boolean;
};
