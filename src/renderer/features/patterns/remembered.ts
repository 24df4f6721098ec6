/** Which pattern a file was left at, as long as it is open in this window. */
import type { ClientFileView } from '../../data/client-file.ts';

const patterns = new WeakMap<ClientFileView, string>();

/** The pattern that was chosen last; null at the first visit. */
export function rememberedPattern(file: ClientFileView): string | null {
  return patterns.get(file) ?? null;
}

/** Keeps the pattern that is chosen. */
export function rememberPattern(file: ClientFileView, pattern: string): void {
  patterns.set(file, pattern);
}
