/** Where a decision stands in the strategy, with the way there. */
import { useEffect, useState } from 'react';
import type { Decision } from '../../../shared/model/index.ts';
import { useFile, useRows, useWindow } from '../../data/hooks.ts';
import { LinkButton } from '../../ui/button.tsx';

/** Source and page of a passage; the page is empty where the source has none. */
type Spot = { readonly source: string; readonly page: string };

/** Names the passage behind a decision and opens it; without one it leads to the strategy. */
export function DecisionSource({ decision }: { decision: Decision }) {
  const window = useWindow();
  const sources = useRows('source');
  const spot = useSpot(decision.passage);
  if (decision.passage === null) {
    const strategy = sources.find((row) => row.kind === 'strategy');
    return (
      <>
        <span>{decision.passageText === '' ? 'No passage' : 'Words without a passage'}</span>
        <LinkButton onPress={() => window.go('sources')}>
          {strategy === undefined ? 'Take in the strategy' : 'Find its passage'}
        </LinkButton>
      </>
    );
  }
  const { passage } = decision;
  const title = sources.find((row) => row.id === spot?.source)?.title ?? '';
  return (
    <>
      {spot !== null && (
        <span>
          {title || 'Source without a title'}
          {spot.page !== '' && `, page ${spot.page}`}
        </span>
      )}
      <LinkButton onPress={() => window.go('sources', null, { entity: 'passage', id: passage })}>
        Open the passage
      </LinkButton>
    </>
  );
}

/** Passages are fetched when they are shown: they are not part of what the window holds. */
function useSpot(passage: string | null): Spot | null {
  const file = useFile();
  const [found, setFound] = useState<(Spot & { readonly passage: string }) | null>(null);
  useEffect(() => {
    if (passage === null) return undefined;
    let gone = false;
    const read = async (field: string): Promise<string> => {
      const answer = await file.client.changes.field({ file: file.handle, entity: 'passage', id: passage, field });
      return answer.ok && answer.value !== 'null' ? answer.value : '';
    };
    const find = async (): Promise<void> => {
      try {
        const [source, page] = await Promise.all([read('source'), read('page')]);
        if (!gone) setFound({ passage, source, page });
      } catch {
        // The link to the passage stands all the same.
      }
    };
    void find();
    return () => {
      gone = true;
    };
  }, [file, passage]);
  return found?.passage === passage ? found : null;
}
