/** The sentences that read the two figures: who sees it otherwise, what is lowest, where the decision gets lost. */
import { compare6 } from '../../lib/numbers.ts';
import { isNamed } from '../../analysis/small-groups.ts';
import { isTooFew, type Material } from '../material.ts';
import { join, lowerFirst } from '../words/text.ts';

/** Everything that the figures and the retelling say in words; empty while nobody answered. */
export function readingSentences(material: Material): string {
  const { pulse, words } = material;
  if (
    isTooFew(
      material,
      pulse.byFunction.flatMap((row) => row.people),
    )
  )
    return words.sentence('gap.withheld');
  return join(
    perception(material),
    lowest(material),
    together(material),
    breakSentence(material),
    heardNotShared(material),
  );
}

/** The widest difference between the top and the front line. */
function perception({ pulse, words }: Material): string {
  const gaps = pulse.perceptionGaps.flatMap(({ wide, gap, element, top, frontLine }) =>
    wide && gap !== null && top.value !== null && frontLine.value !== null
      ? [{ element, gap, top: top.value, front: frontLine.value }]
      : [],
  );
  const [widest] = gaps.toSorted((a, b) => compare6(b.gap, a.gap));
  if (widest === undefined) return '';
  return words.sentence('reading.perception', {
    element: words.say(`element.${widest.element}`),
    points: words.number(widest.gap, 0),
    top: words.number(widest.top, 0),
    front: words.number(widest.front, 0),
  });
}

/** The element that is lowest in every function, or how many people stand behind the rows where they are few. */
function lowest({ pulse, names, words }: Material): string {
  const rows = pulse.byFunction.filter((row) => isNamed(row.group) && row.cells.some((cell) => cell.value !== null));
  const spoken = rows.filter((row) => row.people.length >= 2);
  if (rows.length === 0) return '';
  if (spoken.length === 0) return words.sentence('gap.none');
  const [only] = spoken;
  if (spoken.length === 1 && rows.length > 1 && only !== undefined) {
    return words.sentence('reading.only', { function: names.functionGroup(only.group) });
  }
  const lowestOf = rows.map((row) => {
    const known = row.cells.filter((cell) => cell.value !== null);
    const low = Math.min(...known.map((cell) => cell.value ?? 0));
    const at = known.filter((cell) => compare6(cell.value ?? 0, low) === 0);
    return known.length > 1 && at.length === 1 ? (at[0]?.element ?? null) : null;
  });
  const [element] = lowestOf;
  if (rows.length < 2 || element === undefined || element === null || lowestOf.some((one) => one !== element))
    return '';
  const widest = pulse.widestGap;
  const values = { element: words.say(`element.${element}`) };
  return widest?.cell.element === element
    ? words.sentence('reading.lowest.in', { ...values, function: names.functionGroup(widest.group) })
    : words.sentence('reading.lowest', values);
}

/** The three elements read together. */
function together({ pulse, words }: Material): string {
  return pulse.reading === null ? '' : words.sentence(`reading.${pulse.reading}`);
}

/** The level at which the decision in scope gets lost. */
function breakSentence({ playback, inScope, names, words }: Material): string {
  const found = playback.decisions.find((one) => one.decision.id === inScope?.id)?.break ?? null;
  if (found === null) return '';
  return words.sentence('reading.break', {
    level: names.levelGroup(found.level),
    above: names.levelGroup(found.above),
    points: words.number(found.drop, 0),
  });
}

/** Functions that retell the decisions and work on something else. */
function heardNotShared({ notShared, names, words }: Material): string {
  const flagged = notShared.filter((one) => one.flagged === true);
  if (flagged.length === 0) return '';
  const functions = flagged.map(({ group }, at) =>
    group.merged && at > 0 ? lowerFirst(names.functionGroup(group), words.locale) : names.functionGroup(group),
  );
  // Other functions are several.
  const count = flagged.length + flagged.filter(({ group }) => group.merged).length;
  return words.sentence('reading.not-shared', { functions: words.list(functions) }, count);
}
