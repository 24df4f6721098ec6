/** Typing goes on before it is sent: several lists of changes become the one that has the same effect. */
import type { Change } from '../../shared/model/change.ts';

/** The changes of an edit with more after them: at most one change of each row where that is possible. */
export function mergeChanges(before: readonly Change[], more: readonly Change[]): readonly Change[] {
  const merged: (Change | null)[] = [...before];
  for (const change of more) {
    const at = merged.findLastIndex((one) => one !== null && one.entity === change.entity && one.id === change.id);
    const last = merged[at];
    if (last === null || last === undefined || last.op === 'delete') {
      merged.push(change);
    } else if (change.op === 'update') {
      merged[at] = { ...last, fields: { ...last.fields, ...change.fields } };
    } else {
      // A row that was not sent yet goes as if it had never been.
      merged[at] = null;
      if (change.op === 'insert' || last.op === 'update') merged.push(change);
    }
  }
  return merged.filter((one) => one !== null);
}

/** What is left of an edit by typing when only the row that was typed in counts; null when there was nothing else. */
export function wordsAlone(changes: readonly Change[]): readonly Change[] | null {
  const [first] = changes;
  const own = changes.filter((one) => one.entity === first?.entity && one.id === first.id);
  return own.length === changes.length ? null : own;
}
