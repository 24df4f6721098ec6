/** The sample engagement, made as a client file at a place that somebody chooses. */
import type { WindowStore } from '../../data/window.ts';

/** Asks where the sample goes, makes it and shows it. */
export async function openSample(window: WindowStore): Promise<void> {
  const place = await window.choose('save', 'client', 'Sample engagement');
  if (place === null) return;
  const made = await window.work(
    'Making the sample engagement',
    'A client file with interviews, a map and a backlog.',
    () => window.client.home.sample({ place: place.place, opId: crypto.randomUUID() }),
  );
  if (made !== null) await window.enter(made);
}
