/** How long the document is against what its tier asks for, and what would make it shorter. */
import { useState } from 'react';
import type { DrawnDocument, FitOffer } from '../../../shared/document/drawn.ts';
import { useEngagement, useFile, useFileState, useReadOnly, useWindow } from '../../data/hooks.ts';
import { LinkButton } from '../../ui/button.tsx';
import type { LaidOut } from './use-laid-out.ts';
import { pagesOf, showPages, stepWords } from './words.ts';
import styles from './page-meter.module.css';

/** The bar with the band of the tier; `busy` lets it pulse once. */
export function PageMeter({ draft }: { draft: LaidOut<DrawnDocument> }) {
  const drawn = draft.value;
  if (drawn === null) return null;
  const length = pagesOf(drawn);
  const [min, max] = drawn.range;
  const end = Math.max(10, max + 2, Math.ceil(length));
  const share = (value: number): string => `${(Math.min(value, end) / end) * 100}%`;
  const guessed = drawn.layout.source === 'guessed';
  const says = `${showPages(length)} pages, the range for this tier is ${min} to ${max}`;
  return (
    <div className={styles.meter} data-busy={draft.busy === null ? undefined : ''}>
      <p className={styles.length}>{showPages(length)} pages</p>
      <p className={styles.small}>
        Range for this tier: {min} to {max}
      </p>
      <div className={styles.track} role="img" aria-label={says}>
        <span className={styles.base} />
        <span className={styles.band} style={{ insetInlineStart: share(min), inlineSize: share(max - min) }} />
        <span
          className={styles.fill}
          style={{ inlineSize: share(length) }}
          data-out={length > max || drawn.layout.pages.length < min ? '' : undefined}
        />
        {[0, min, max, end].map((at, index) => (
          <span
            key={index}
            className={styles.tick}
            data-edge={index === 0 ? 'start' : index === 3 ? 'end' : undefined}
            style={{ insetInlineStart: share(at) }}
          >
            {at}
          </span>
        ))}
      </div>
      <p className={styles.small}>
        {drawn.layout.pages.length} sheets of {drawn.settings.paper === 'A4' ? 'A4' : 'US Letter'},{' '}
        {guessed
          ? `guessed: ${drawn.layout.stoppedAt ?? 'a font that is not measured'}`
          : 'computed as Word breaks them'}
        {drawn.template && '. The firm’s template gives the type; it may look different there'}
      </p>
    </div>
  );
}

/** What is left or too much, what the fit did, and what further steps would gain. */
export function FitSteps({ drawn }: { drawn: DrawnDocument }) {
  const length = pagesOf(drawn);
  const sheets = drawn.layout.pages.length;
  const [min, max] = drawn.range;
  const tried = drawn.tried.filter(({ changes }) => changes.length > 0);
  return (
    <div className={styles.steps}>
      <p>
        {sheets < min && `Below ${min} pages nothing is enlarged: the list below says which stage is empty. `}
        {sheets > max && `${showPages(length - max)} pages too many. `}
        {sheets >= min && sheets <= max && leftWords(max - length)}
        {drawn.taken.length > 0 && `To fit: ${drawn.taken.map((step) => stepWords[step].toLowerCase()).join(', ')}. `}
        {drawn.appendix && 'What moved out is written as an appendix beside the document.'}
      </p>
      {tried.length > 0 && (
        <ul>
          {tried.map(({ changes, pages, gain }) => (
            <li key={changes.join()}>
              {changes.map((step) => stepWords[step]).join(', ')}: {pages} sheets, the last step{' '}
              {gain > 0 ? `saves ${showPages(gain)}` : 'saves nothing'}.
            </li>
          ))}
        </ul>
      )}
      <Offers drawn={drawn} />
    </div>
  );
}

function leftWords(left: number): string {
  if (left < 0.05) return 'No room is left: it fills the range. ';
  return left >= 0.95 && left < 1.05 ? '1 page left. ' : `${showPages(left)} pages left. `;
}

type Asked = { readonly of: DrawnDocument; readonly offers: readonly FitOffer[] | null };

function Offers({ drawn }: { drawn: DrawnDocument }) {
  const file = useFile();
  const window = useWindow();
  const engagement = useFileState((state) => state.engagement);
  const { id } = useEngagement();
  const readOnly = useReadOnly();
  const [asked, setAsked] = useState<Asked | null>(null);
  const ask = async (): Promise<void> => {
    setAsked({ of: drawn, offers: null });
    const taken = [...drawn.taken];
    const answer = await file.client.documents.offers({ file: file.handle, engagement, taken });
    if (answer.ok) setAsked({ of: drawn, offers: answer.value });
    else {
      setAsked(null);
      window.fail(answer.error);
    }
  };
  if (asked === null || asked.of !== drawn)
    return (
      <p>
        <LinkButton onPress={() => void ask()}>What would shorten it</LinkButton>
      </p>
    );
  if (asked.offers === null) return <p role="status">Each step is being laid out…</p>;
  const useful = asked.offers.filter(({ gain }) => gain > 0);
  if (useful.length === 0) return <p>No single step would shorten it.</p>;
  return (
    <ul>
      {useful.map(({ change, gain }) => (
        <li key={change}>
          {stepWords[change]} would save {showPages(gain)}.{' '}
          {change === 'density-tight' && !readOnly && (
            <LinkButton
              onPress={() =>
                void file.edit('Set the document in tighter rows', [
                  { op: 'update', entity: 'engagement', id, fields: { density: 'tight' } },
                ])
              }
            >
              Do it
            </LinkButton>
          )}
        </li>
      ))}
    </ul>
  );
}
