/** What single further steps would gain: each of them is laid out before anything is said of it. */
import { useEffect, useState } from 'react';
import type { DrawnDocument, FitOffer } from '../../../shared/document/drawn.ts';
import { useEngagement, useFile, useReadOnly, useWindow } from '../../data/hooks.ts';
import { LinkButton } from '../../ui/button.tsx';
import { showPages, stepWords } from './words.ts';

/** Asked for once, the offers follow the pages. */
export function FitOffers({ drawn }: { drawn: DrawnDocument }) {
  const file = useFile();
  const { id } = useEngagement();
  const readOnly = useReadOnly();
  const [wanted, setWanted] = useState(false);
  const offers = useOffers(drawn, wanted, () => setWanted(false));
  if (!wanted) {
    return (
      <p>
        <LinkButton onPress={() => setWanted(true)}>What would shorten it</LinkButton>
      </p>
    );
  }
  if (offers === null) {
    return (
      <p role="status">
        Each step is being laid out… <LinkButton onPress={() => setWanted(false)}>Stop</LinkButton>
      </p>
    );
  }
  const useful = offers.filter(({ gain }) => gain > 0);
  if (useful.length === 0) return <p>No single step would shorten it.</p>;
  const tighten = (): void =>
    void file.edit('Set the document in tighter rows', [
      { op: 'update', entity: 'engagement', id, fields: { density: 'tight' } },
    ]);
  return (
    <ul>
      {useful.map(({ change, gain }) => (
        <li key={change}>
          {stepWords[change]} would save {showPages(gain)}.{' '}
          {change === 'density-tight' && !readOnly && <LinkButton onPress={tighten}>Do it</LinkButton>}
        </li>
      ))}
    </ul>
  );
}

/** The offers for the pages that are shown; null while they are measured. */
function useOffers(drawn: DrawnDocument, wanted: boolean, onFailed: () => void): readonly FitOffer[] | null {
  const { client, handle, store } = useFile();
  const window = useWindow();
  const [found, setFound] = useState<{ readonly of: DrawnDocument; readonly offers: readonly FitOffer[] } | null>(null);
  useEffect(() => {
    if (!wanted) return undefined;
    let gone = false;
    const work = crypto.randomUUID();
    const ask = async (): Promise<void> => {
      const { engagement } = store.getState();
      try {
        const answer = await client.documents.offers({ file: handle, engagement, taken: [...drawn.taken], work });
        if (gone) return;
        if (answer.ok) {
          setFound({ of: drawn, offers: answer.value });
          return;
        }
        window.fail(answer.error);
      } catch {
        // The stream of changes says when the core is gone.
      }
      if (!gone) onFailed();
    };
    void ask();
    return () => {
      gone = true;
      void client.work.cancel({ work }).catch(() => undefined);
    };
    // `onFailed` is made anew at every render and only sets a state.
  }, [drawn, wanted, client, handle, store, window]);
  return found?.of === drawn ? found.offers : null;
}
