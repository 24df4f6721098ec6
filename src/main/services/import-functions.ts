/** To which function of the kit a team of a tracker belongs. */
import { foldText } from '../../shared/lib/text.ts';
import type { Kit } from '../../shared/method/kit.ts';

/** What people said of a team counts; else the function that has its name, or whose name it begins with. */
export function functionFinder(
  kit: Kit,
  said: Readonly<Record<string, string | null>>,
): (team: string) => string | null {
  const functions = kit.content.functions.map(({ id, name }) => ({ id, name: foldText(name) }));
  const chosen = new Map(
    Object.entries(said).filter(([, id]) => id === null || functions.some((one) => one.id === id)),
  );
  const found = new Map<string, string | null>();
  return (team) => {
    const known = chosen.get(team) ?? found.get(team);
    if (known !== undefined || chosen.has(team)) return known ?? null;
    const folded = foldText(team).trim();
    const match =
      functions.find(({ name }) => name === folded) ??
      functions.find(({ name }) => folded.startsWith(`${name} `)) ??
      null;
    found.set(team, match?.id ?? null);
    return match?.id ?? null;
  };
}
