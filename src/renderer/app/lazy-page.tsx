/** A page that is fetched when it is first shown; fetched once, it is there at once. */
import { type ComponentType, useEffect, useState } from 'react';

const loaded = new Map<() => Promise<ComponentType>, ComponentType>();

/** Shows a page as soon as it is there. */
export function LazyPage({ load }: { load: () => Promise<ComponentType> }) {
  const [, redraw] = useState(0);
  const [failed, setFailed] = useState<Error | null>(null);
  const Page = loaded.get(load);
  useEffect(() => {
    const fetchPage = async (): Promise<void> => {
      try {
        loaded.set(load, await load());
        redraw((count) => count + 1);
      } catch (error) {
        setFailed(error instanceof Error ? error : new Error('the page of a stage could not be loaded'));
      }
    };
    if (!loaded.has(load)) void fetchPage();
  }, [load]);
  // The boundary around says what was kept and offers the way back.
  if (failed !== null) throw failed;
  return Page === undefined ? null : <Page />;
}
