/** The pages one below the other, as wide as there is room; only those that are seen are drawn. */
import {
  type KeyboardEvent,
  type Ref,
  useEffect,
  useImperativeHandle,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import type { DrawnDocument } from '../../../shared/document/drawn.ts';
import { piecesByKey } from '../../../shared/document/pieces.ts';
import { PaperPage } from './paper-page.tsx';
import { paperOf } from './paper-style.ts';
import { PaperContext, type PaperState } from './paper-text.tsx';
import { type Spot, spotsOf } from './spots.ts';
import styles from './pages-view.module.css';

/** What can be done to the view from outside. */
export type PagesHandle = {
  /** Moves by pages. */
  page(by: number): void;
  /** Brings a place of the document to the top third. */
  show(spot: Pick<Spot, 'page' | 'y'>): void;
  /** Puts the focus on a paragraph. */
  focus(key: string): void;
};

/** White between pages and around them, in pixels. */
const gap = 20;
/** Pixels of a point at the size of print. */
const pixels = 96 / 72;

/** Shows the pages of a document; with `onSelect` its paragraphs can be chosen. */
export function PagesView({
  drawn,
  label,
  selected = null,
  edits = noEdits,
  stale = noStale,
  onSelect = null,
  onEdit,
  onSection,
  handle,
}: {
  drawn: DrawnDocument;
  label: string;
  selected?: string | null;
  edits?: ReadonlyMap<string, string>;
  stale?: ReadonlyMap<string, readonly string[]>;
  onSelect?: ((key: string) => void) | null;
  onEdit?: ((key: string) => void) | undefined;
  /** Told which section stands at the top of the view. */
  onSection?: ((section: string) => void) | undefined;
  handle?: Ref<PagesHandle> | undefined;
}) {
  const box = useRef<HTMLDivElement>(null);
  const [room, setRoom] = useState({ width: 0, height: 0 });
  const [seen, setSeen] = useState<readonly [number, number]>([0, 1]);
  const { pages } = drawn.layout;
  const [first] = pages;
  const width = (first?.width ?? 595) * pixels;
  const height = (first?.height ?? 842) * pixels;
  const scale = room.width === 0 ? 0.7 : Math.min(1.6, Math.max(0.3, (room.width - 2 * gap - 8) / width));
  const step = height * scale + gap;
  const spots = useMemo(() => spotsOf(drawn), [drawn]);
  const blocks = useMemo(
    () => new Map(drawn.document.sections.flatMap((section) => section.blocks).map((block) => [block.key, block])),
    [drawn],
  );
  const pieces = useMemo(() => piecesByKey(drawn.document, drawn.layout), [drawn]);
  const paper = useMemo(() => paperOf(drawn), [drawn]);
  const spot = spots.find(({ key }) => key === selected);
  const isDrawn = spot !== undefined && spot.page >= seen[0] - 1 && spot.page <= seen[1] + 1;
  const entry = (isDrawn ? spot : spots.find(({ page }) => page >= seen[0]))?.key ?? null;
  const state = useMemo<PaperState>(
    () => ({
      paper,
      pieces,
      selected: spot?.key ?? null,
      entry,
      edits,
      stale,
      onSelect,
      onEdit: (key) => onEdit?.(key),
    }),
    [paper, pieces, spot, entry, edits, stale, onSelect, onEdit],
  );

  // Led to a section it is that one, also where the last page leaves no room to bring it to the top.
  const led = useRef(false);
  const look = (): void => {
    const view = box.current;
    if (view === null) return;
    const top = Math.floor(view.scrollTop / step);
    const bottom = Math.floor((view.scrollTop + view.clientHeight) / step);
    setSeen((last) => (last[0] === top && last[1] === bottom ? last : [top, bottom]));
    if (onSection === undefined || led.current) return;
    const line = view.scrollTop + Math.min(120, view.clientHeight / 3);
    const at = spots.findLast(({ page, y }) => page * step + gap + y * pixels * scale <= line) ?? spots[0];
    if (at !== undefined) onSection(at.section);
  };
  useLayoutEffect(() => {
    const view = box.current;
    if (view === null) return undefined;
    const measure = (): void => setRoom({ width: view.clientWidth, height: view.clientHeight });
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(view);
    return () => observer.disconnect();
  }, []);
  // The same place of the document stays in view when the size of a page changes.
  const before = useRef(step);
  useLayoutEffect(() => {
    const view = box.current;
    if (view !== null && before.current !== step) view.scrollTop *= step / before.current;
    before.current = step;
  }, [step]);
  useEffect(look);

  const awaited = useRef<string | null>(null);
  useImperativeHandle(handle, () => ({
    page(by) {
      const view = box.current;
      if (view === null) return;
      led.current = false;
      const at = Math.round(view.scrollTop / step);
      const isBetween = Math.abs(view.scrollTop - at * step) > 4;
      // Inside a page that is taller than the view one looks at its rest before the next one.
      const next = isBetween
        ? by > 0
          ? Math.ceil(view.scrollTop / step)
          : Math.floor(view.scrollTop / step)
        : at + by;
      const within = view.clientHeight < step * 0.9;
      view.scrollTop = within
        ? view.scrollTop + by * Math.min(view.clientHeight * 0.9, step)
        : Math.max(0, Math.min(pages.length - 1, next)) * step;
    },
    show({ page, y }) {
      const view = box.current;
      if (view === null) return;
      led.current = true;
      view.scrollTop = page * step + gap + y * pixels * scale - Math.min(60, view.clientHeight / 4);
    },
    focus(key) {
      const wanted = spots.find((one) => one.key === key);
      const view = box.current;
      if (wanted === undefined || view === null) return;
      const place = wanted.page * step + gap + wanted.y * pixels * scale;
      if (place < view.scrollTop + 20 || place > view.scrollTop + view.clientHeight - 80) {
        view.scrollTop = place - view.clientHeight / 3;
        look();
      }
      // Arrows may be faster than frames: only the last paragraph that was asked for takes the focus, or it would choose
      // an earlier one again.
      awaited.current = key;
      requestAnimationFrame(() => {
        if (awaited.current === key) focusKey(view, key);
      });
    },
  }));

  // A new layout draws the chosen paragraph anew: the focus goes with it.
  const held = useRef(false);
  useLayoutEffect(() => {
    const view = box.current;
    if (view === null || !held.current || selected === null || document.activeElement !== document.body) return;
    focusKey(view, selected);
  }, [drawn, selected]);

  const hear = (event: KeyboardEvent): void => {
    if (onSelect === null || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Enter' && selected !== null) {
      // The editor has the focus from now on.
      awaited.current = null;
      onEdit?.(selected);
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      const at = spots.findIndex(({ key }) => key === (selected ?? entry));
      const next = spots[at + (event.key === 'ArrowDown' ? 1 : -1)];
      if (next !== undefined) onSelect(next.key);
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div
      ref={box}
      className={styles.view}
      role="region"
      aria-label={label}
      tabIndex={onSelect === null ? 0 : -1}
      onScroll={look}
      onWheel={() => {
        led.current = false;
      }}
      onPointerDown={() => {
        led.current = false;
      }}
      onKeyDown={hear}
      onFocus={() => {
        held.current = true;
      }}
      onBlur={(event) => {
        // Taken out of the tree it blurs without a successor.
        held.current = event.relatedTarget === null || box.current?.contains(event.relatedTarget) === true;
      }}
    >
      <PaperContext value={state}>
        <div className={styles.all} style={{ blockSize: `${pages.length * step + gap}px` }}>
          {pages.map((page, at) =>
            at < seen[0] - 1 || at > seen[1] + 1 ? null : (
              <article
                key={page.number}
                className={styles.sheet}
                aria-label={`Page ${page.number} of ${pages.length}`}
                style={{
                  insetBlockStart: `${at * step + gap}px`,
                  inlineSize: `${width * scale}px`,
                  blockSize: `${height * scale}px`,
                }}
              >
                <div className={styles.scaled} data-theme="light" style={{ transform: `scale(${scale})` }}>
                  <PaperPage drawn={drawn} page={page} blocks={blocks} />
                </div>
              </article>
            ),
          )}
        </div>
      </PaperContext>
    </div>
  );
}

const noEdits: ReadonlyMap<string, string> = new Map();
const noStale: ReadonlyMap<string, readonly string[]> = new Map();

function focusKey(view: HTMLElement, key: string): void {
  view.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`)?.focus({ preventScroll: true });
}
