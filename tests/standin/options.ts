/** How the stand-in was started: one variable of the environment, read and removed before the program sees it. */

/** Everything that the starter may say. */
export type StandInOptions = {
  /** Chromium's program. */
  readonly chromium: string;
  /** Folder for what Chromium keeps while it runs. */
  readonly profile: string;
  /** Further flags of Chromium. */
  readonly flags?: readonly string[];
  readonly packaged?: boolean;
};

/** Name of the variable. */
export const optionsVariable = 'THROUGHLINE_STANDIN';

/** The options of this run. */
export const options = JSON.parse(process.env[optionsVariable] ?? '{}') as StandInOptions;
delete process.env[optionsVariable];
