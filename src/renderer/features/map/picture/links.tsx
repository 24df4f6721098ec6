/** The lines of the picture: from decisions to priorities, through the constraint, to criteria; dashed where they pass it by. */
import type { MapLayout } from '../../../../shared/figures/map-layout.ts';
import type { Geometry } from './geometry.ts';
import type { PictureModel } from './model.ts';
import styles from './picture.module.css';

/** Draws the lines behind the pieces; those of the chosen one in front of the others. */
export function Links({
  model,
  layout,
  geometry,
  chosen,
  hasConstraint,
  ends,
  firstLine,
}: {
  model: PictureModel;
  layout: MapLayout;
  geometry: Geometry;
  /** Ids of the pieces that the chosen one hangs together with. */
  chosen: ReadonlySet<string>;
  hasConstraint: boolean;
  /** Where the words of each priority end, pixels from the left. */
  ends: ReadonlyMap<string, number>;
  /** The middle of the first line of each priority, pixels from the top. */
  firstLine: (id: string) => number;
}) {
  const { decision, priority, line, criteria, width, top } = geometry;
  const at = (id: string): number => top + (layout.middle.get(id) ?? 0);
  const paths = model.priorities.flatMap((one) => {
    const isOn = chosen.has(one.id);
    const from = decision.left + decision.width;
    const words = firstLine(one.id);
    const end = Math.min(line - 40, (ends.get(one.id) ?? 0) + 10);
    const look = one.touches && hasConstraint ? (isOn ? styles.on : styles.link) : isOn ? styles.passOn : styles.pass;
    const first = curve(from, at(one.decision), priority.left - 10, words);
    const through = one.touches && hasConstraint;
    const stem = through ? `M${end} ${words}H${line}` : `M${end} ${words}H${priority.left + priority.width}`;
    const start = through ? line : priority.left + priority.width;
    return [
      { key: `d${one.id}`, d: first, look: isOn && chosen.has(one.decision) ? styles.on : styles.link, isOn },
      { key: `p${one.id}`, d: stem, look, isOn },
      ...one.criteria.map((id) => ({
        key: `c${id}`,
        d: curve(start, words, criteria.left - 12, at(id)),
        look: isOn && chosen.has(id) ? look : through ? styles.link : styles.pass,
        isOn: isOn && chosen.has(id),
      })),
    ];
  });
  return (
    <svg className={styles.links} width={width} height={top + layout.height + 12} aria-hidden="true">
      {hasConstraint && <path className={styles.constraint} d={`M${line} ${top - 12}V${top + layout.height}`} />}
      {paths
        .toSorted((a, b) => Number(a.isOn) - Number(b.isOn))
        .map(({ key, d, look }) => (
          <path key={key} className={look} d={d} />
        ))}
    </svg>
  );
}

function curve(x1: number, y1: number, x2: number, y2: number): string {
  const middle = (x1 + x2) / 2;
  return `M${x1} ${y1}C${middle} ${y1} ${middle} ${y2} ${x2} ${y2}`;
}
