/** Planned interviews that stand in each other's way: at the same time, with the same person or in two places at once. */
import type { Kit } from '../method/kit.ts';
import type { ClientData, Interview } from '../model/index.ts';

/** Another interview at the same time. */
export type Clash = {
  readonly interview: string;
  /** The people who would have to be in both; without any, whoever asks would have to be. */
  readonly people: readonly string[];
};

/** The clashes of each planned interview that has any. Without a day and a time nothing clashes. */
export function assessClashes(
  { interview, participant }: Pick<ClientData, 'interview' | 'participant'>,
  kit: Kit,
): ReadonlyMap<string, readonly Clash[]> {
  const people = Map.groupBy(participant, (row) => row.interview);
  const spans = interview.flatMap((row) => spanOf(row, kit) ?? []);
  const found = spans.map((one): [string, Clash[]] => {
    const own = new Set((people.get(one.id) ?? []).flatMap(({ person }) => person ?? []));
    const clashes = spans
      .filter((other) => other.id !== one.id && other.day === one.day && other.from < one.to && one.from < other.to)
      .map((other) => ({
        interview: other.id,
        people: [...new Set((people.get(other.id) ?? []).flatMap(({ person }) => person ?? []))].filter((id) =>
          own.has(id),
        ),
      }));
    return [one.id, clashes];
  });
  return new Map(found.filter(([, clashes]) => clashes.length > 0));
}

/** Minutes that an interview takes where neither it nor its guide says so. */
const usualMinutes = 60;

/** When a planned interview is, in minutes of its day; null while day or time is missing or it was begun. */
function spanOf(row: Interview, kit: Kit) {
  const time = /^(\d{1,2}):(\d{2})$/u.exec(row.plannedTime);
  if (row.plannedOn === null || time === null || row.status !== 'planned' || row.heldOn !== null) return null;
  const from = Number(time[1]) * 60 + Number(time[2]);
  const minutes = row.minutes ?? kit.content.guides.find((guide) => guide.id === row.guide)?.minutes ?? usualMinutes;
  return { id: row.id, day: row.plannedOn, from, to: from + minutes };
}
