/** How long the document is against what its tier asks for, and what would make it shorter. */
import type { DrawnDocument } from '../../../shared/document/drawn.ts';
import { FitOffers } from './fit-offers.tsx';
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
      <FitOffers drawn={drawn} />
    </div>
  );
}

function leftWords(left: number): string {
  if (left < 0.05) return 'No room is left: it fills the range. ';
  return left >= 0.95 && left < 1.05 ? '1 page left. ' : `${showPages(left)} pages left. `;
}
