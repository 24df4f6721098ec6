/** What the document recommends and how it names the gap, with an overrule in the open. */
import type { Recommendation } from '../../analysis/routing.ts';
import { nameIn, tierOf } from '../../method/kit.ts';
import type { KitTier } from '../../method/kit-schema.ts';
import type { Material } from '../material.ts';
import { clause, join, lowerFirst } from '../words/text.ts';

/** Sentence 11 of the style. */
export function recommendation(material: Material): string {
  const { routing, words } = material;
  const { overrule, recommendation: ruled, final } = routing;
  if (overrule?.inForce === true) {
    const reason = lowerFirst(clause(overrule.reason), words.locale);
    const instead = words.say(`route.act.${overrule.to}`);
    return ruled === null
      ? join(openRouting(material), words.sentence('route.instead', { instead, reason }))
      : words.sentence('route.overruled', { act: words.say(`route.act.${ruled}`), instead, reason });
  }
  return final === null ? openRouting(material) : plainRouting(material, final);
}

/** Which gap lies between strategy and work; nothing before the routing is known. */
export function gapSentence({ routing, words }: Material): string {
  const { gap, nature } = routing;
  if (gap === null || nature === null) return '';
  return words.sentence('route.gap', { gap: words.say(`gap.kind.${gap}`), nature: words.say(`gap.nature.${nature}`) });
}

/** Whether the larger tier is recommended, so that the basis describes it. */
export function recommendsLarger(final: Recommendation | null): boolean {
  return final === 'strategy-first' || final === 'intervene-then-diagnose';
}

/** The tier after the one that was agreed: the larger engagement. Null where the kit has none. */
export function largerTier({ kit, engagement }: Material): KitTier | null {
  const { tiers } = kit.content;
  const agreed = tiers.indexOf(tierOf(kit, engagement.tier));
  return tiers[agreed + 1] ?? tiers.find((tier) => tier.presentation === true) ?? null;
}

function plainRouting({ routing, kit, words }: Material, final: Recommendation): string {
  const axesIn = (ids: readonly string[]): string =>
    words.list(ids.map((id) => lowerFirst(nameIn(kit.content.axes, id), words.locale)));
  const { strongAxes, sourcedAxes } = routing.figures;
  switch (final) {
    case 'intervene':
      return words.sentence('route.intervene');
    case 'intervene-then-diagnose':
      return words.sentence('route.intervene-then-diagnose', { axes: axesIn(strongAxes) }, strongAxes.length);
    case 'strategy-first':
      return sourcedAxes.length > 0
        ? words.sentence('route.strategy-first', { axes: axesIn(sourcedAxes) }, sourcedAxes.length)
        : words.sentence('route.strategy-first.mean', { mean: words.number(routing.figures.axisMean ?? 0, 1) });
    case 'look-elsewhere': {
      const patterns = routing.lookAt.map((one) => one.pattern.name);
      const second = routing.secondSourceFor;
      return join(
        patterns.length > 0
          ? words.sentence('route.look-elsewhere', { patterns: words.list(patterns) })
          : words.sentence('route.look-elsewhere.none'),
        second.length > 0 && words.sentence('route.second-source', { axes: axesIn(second) }, second.length),
      );
    }
  }
}

/** What the rules still wait for. */
function openRouting({ routing, kit, words }: Material): string {
  const { missing } = routing;
  if (missing === null) return words.sentence('route.open');
  const { axes, translationRated, translationNeeded } = missing;
  if (axes.length > 0) {
    const values = { count: words.count(axes.length), of: words.count(kit.content.axes.length) };
    if (axes.length === kit.content.axes.length) return words.sentence('route.open.axes.all', values, axes.length);
    return words.sentence('route.open.axes', values, axes.length);
  }
  if (translationRated < translationNeeded) {
    return words.sentence(
      'route.open.patterns',
      {
        count: translationRated === 0 ? words.say('none') : words.count(translationRated),
        of: words.count(translationNeeded),
      },
      translationRated,
    );
  }
  return words.sentence(missing.translationEvidence ? 'route.open.evidence' : 'route.open');
}
