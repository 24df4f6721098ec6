/** What a reader of transcripts finds, piece by piece, before turns are made of it. */

/** A stretch of speech as it stands in the file. */
export type Utterance = {
  /** Line of the file, from 1; the paragraph of a Word document. */
  readonly line: number;
  /** The name beside it; '' for nobody, null for whoever spoke before. */
  readonly label: string | null;
  /** Seconds; null where no time stands there. */
  readonly startsAt: number | null;
  readonly endsAt: number | null;
  /** A time stands there and cannot be read. */
  readonly broken: boolean;
  readonly text: string;
};

/** A transcript as a reader of its shape gives it. */
export type ReadSpeech = {
  readonly utterances: readonly Utterance[];
  /** The captions roll: each repeats the last line of the one before, which was left out. */
  readonly repeated: number;
  /** Lines of the program that wrote the file: titles, lists of those present, the last line. */
  readonly around: readonly string[];
  /** Times are those of a clock on the wall. */
  readonly clock: boolean;
};
