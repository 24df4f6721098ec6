/** What a person set for this computer: look, size, name. */
import { type Preferences, preferencesSchema } from '../../shared/api/preferences.ts';
import { ok } from '../../shared/lib/result.ts';
import type { Services } from '../binding.ts';
import { loadOwn, saveOwn } from '../store/own-json.ts';
import { openFeed } from './feed.ts';
import { given } from './given.ts';
import type { ServicePorts } from './ports.ts';

const name = 'preferences';
const defaults: Preferences = { theme: 'system', zoom: 100, person: '' };

/** Use cases of `preferences`. */
export function preferenceServices({ store }: Pick<ServicePorts, 'store'>): Services['preferences'] {
  const feed = openFeed<Preferences>();
  const get = (): Preferences => loadOwn(store.appDir, { name, read }) ?? defaults;
  return {
    get: () => ok(get()),
    set({ changes }) {
      const next = { ...get(), ...given(changes) };
      const saved = saveOwn(store.appDir, name, next);
      if (!saved.ok) return saved;
      feed.tell(next);
      return ok(next);
    },
    watch: (_, signal) => feed.watch(signal),
  };
}

// A value that cannot be used falls back to the default, and the others stay.
function read(json: unknown): Preferences | null {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return null;
  const known = Object.entries(preferencesSchema.shape).flatMap(([key, schema]) => {
    const value = schema.safeParse((json as Readonly<Record<string, unknown>>)[key]);
    return value.success ? [[key, value.data]] : [];
  });
  return { ...defaults, ...(Object.fromEntries(known) as Partial<Preferences>) };
}
