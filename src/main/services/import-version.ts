/** What a new version of a document does to what hangs on the earlier ones: what still stands moves over, the rest becomes suspect. */
import { versionsUpTo } from '../../shared/analysis/source-chain.ts';
import { findAgain, type VersionPassage } from '../../shared/analysis/source-versions.ts';
import { passageFingerprint } from '../../shared/analysis/suspect.ts';
import { type Change, updateRow } from '../../shared/model/change.ts';
import type { ClientData } from '../../shared/model/index.ts';

/** A passage of the new version with its place in words. */
export type NewPassage = VersionPassage & { readonly locator: string; readonly page: number | null };

/** The changes, how many links stand in the new version, and how many are to be looked at. */
export type MovedLinks = { readonly changes: readonly Change[]; readonly anchored: number; readonly suspect: number };

/** Moves the passages of decisions and evidence from the versions up to `replaced` to those of `source`. */
export function moveLinks(
  data: ClientData,
  replaced: string,
  source: string,
  passages: readonly NewPassage[],
): MovedLinks {
  const earlier = versionsUpTo(data.source, replaced);
  const old = new Map(data.passage.filter((row) => earlier.has(row.source)).map((row) => [row.id, row]));
  const fresh = new Map(passages.map((passage) => [passage.id, passage]));
  const changes: Change[] = [];
  let anchored = 0;
  let suspect = 0;
  for (const decision of data.decision) {
    const from = decision.passage === null ? undefined : old.get(decision.passage);
    if (from === undefined) continue;
    const again = findAgain(decision.passageText || from.text, passages);
    const to = again === null ? undefined : fresh.get(again.passage);
    // Without a mark of what was seen nothing could be told apart from now on.
    const seen = decision.passageSeen === '' ? { passageSeen: passageFingerprint(from) } : {};
    if (again === null || to === undefined) {
      suspect += 1;
      if (decision.passageSeen === '') changes.push(updateRow('decision', decision.id, seen));
    } else if (again.how === 'alike') {
      suspect += 1;
      changes.push(updateRow('decision', decision.id, { passage: to.id, ...seen }));
    } else {
      anchored += 1;
      const words = decision.passageText === '' ? {} : { passageText: again.text };
      changes.push(
        updateRow('decision', decision.id, { passage: to.id, passageSeen: passageFingerprint(to), ...words }),
      );
    }
  }
  for (const piece of data.evidence) {
    if (piece.passage === null || !old.has(piece.passage)) continue;
    const again = findAgain(piece.text, passages);
    const to = again === null ? undefined : fresh.get(again.passage);
    // What does not stand any more stays a quotation of the version in which it stood.
    if (again?.how !== 'exact' || to === undefined) continue;
    anchored += 1;
    const locator = to.page === null ? to.locator : `p. ${to.page}`;
    changes.push(updateRow('evidence', piece.id, { passage: to.id, source, locator: locator.slice(0, 500) }));
  }
  return { changes, anchored, suspect };
}
