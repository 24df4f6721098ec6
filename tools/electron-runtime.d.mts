/** Path of Electron's program, or undefined. */
export function electronProgram(): string | undefined;
/** Fetches the runtime; undefined when it is there now, else the reason, as the end of a sentence. */
export function fetchElectron(): Promise<string | undefined>;
