/** The tab of ratings: patterns in rank order, the one that is being rated, and the evidence behind it. */
import { useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { Figures } from '../../../shared/api/analysis.ts';
import type { Kit } from '../../../shared/method/kit.ts';
import { useEngagement, useFile, useKit, useReadOnly, useRows, useWindowState } from '../../data/hooks.ts';
import type { LinkTarget } from '../../parts/evidence-links.ts';
import { EvidencePicker } from '../../parts/evidence-picker.tsx';
import { Pane, Panes } from '../../ui/pane.tsx';
import { EvidencePane } from './evidence-pane.tsx';
import { linesInOrder, linesOf } from './groups.ts';
import { PatternDetail } from './pattern-detail.tsx';
import { PatternList } from './pattern-list.tsx';
import { RatingKeys } from './rating-commands.ts';
import { ownRating } from './rate.ts';
import { rememberPattern, rememberedPattern } from './remembered.ts';
import { patternOf } from './targets.ts';
import { useRater } from './use-rater.ts';
import { WhyDialog } from './why-dialog.tsx';

/** Shows the ratings. */
export function Ratings({ figures }: { figures: Figures }) {
  const file = useFile();
  const engagement = useEngagement();
  const readOnly = useReadOnly();
  const findings = useRows('finding');
  const [filter, setFilter] = useState<string | null>(null);
  const [at, setAt] = useState(0);
  const [picking, setPicking] = useState<string | null>(null);
  const [why, setWhy] = useState(false);
  const list = useRef<HTMLDivElement>(null);
  const detail = useRef<HTMLDivElement>(null);
  const ratings = useRows('rating');
  const rater = useRater();
  const blind = rater.second === true;
  const lines = useMemo(
    () => (blind ? linesInOrder(figures.patterns, filter ?? '') : linesOf(figures.patterns, findings, filter ?? '')),
    [blind, figures.patterns, findings, filter],
  );
  const ids = lines.flatMap((line) => (line.kind === 'pattern' ? [line.id] : []));
  const { target, turn } = useWindowState((state) => state.place);
  // Looked up once for each wish: what is typed meanwhile does not ask for the page again.
  const wanted = useMemo(() => patternOf(target, file.store.getState().data), [target, file]);
  const [seen, setSeen] = useState(-1);
  const [chosen, setChosen] = useState<string | null>(() => rememberedPattern(file));
  if (wanted !== null && seen !== turn) {
    setSeen(turn);
    setChosen(wanted);
  }
  const first = lines.find((line) => line.kind === 'pattern')?.id;
  const reading = figures.patterns.find((one) => one.pattern.id === (chosen ?? first)) ?? figures.patterns[0];
  const selected = reading?.pattern.id ?? null;
  const current = Math.min(at, (reading?.indicators.length ?? 1) - 1);
  const select = (id: string): void => {
    rememberPattern(file, id);
    setChosen(id);
    setAt(0);
  };
  const move = (step: 1 | -1): void => {
    const from = selected === null ? -1 : ids.indexOf(selected);
    const next = ids[Math.min(ids.length - 1, Math.max(0, from + step))];
    if (next !== undefined) select(next);
  };

  const kit = useKit();
  const targets = useMemo(() => targetsOf(kit, selected), [kit, selected]);
  const isRated = (id: string): boolean => (ownRating(ratings, id, rater)?.value ?? null) !== null;
  const rated =
    reading?.indicators.flatMap((one) => (isRated(one.indicator.id) ? [one.indicator.id] : [])).join(' ') ?? '';
  const progress = (id: string): string => {
    const own = figures.patterns.find((one) => one.pattern.id === id)?.indicators ?? [];
    return `${own.filter((one) => isRated(one.indicator.id)).length} of ${own.length}`;
  };
  const indicator = reading?.indicators[current]?.indicator;

  // The scale that had the focus may belong to an indicator that the next pattern does not have.
  const hadFocus = useRef(false);
  useLayoutEffect(() => {
    if (hadFocus.current && document.activeElement === document.body) focusScale(detail.current, 0);
  }, [selected]);

  const toList = (): void => list.current?.querySelector<HTMLElement>('[role=listbox]')?.focus();
  const indicatorId = indicator?.id ?? null;
  const link = useCallback(() => setPicking(indicatorId), [indicatorId]);
  const actions = {
    readOnly,
    indicator,
    move,
    nextIndicator: () => focusScale(detail.current, (current + 1) % Math.max(1, targets.length)),
    writeRationale: () => focusEnd(detail.current, `[data-indicator="${current + 1}"] [data-rationale] textarea`),
    focusScale: () => focusScale(detail.current, current),
    link,
    why: () => setWhy(true),
    filter: () => setFilter(filter ?? ''),
    toList,
    pattern: reading?.pattern,
  };
  if (reading === undefined) return null;
  const place = target?.entity === 'engagement' && target.part === selected ? `engagement:${engagement.id}` : undefined;

  return (
    <>
      <RatingKeys {...actions} />
      <Panes>
        <Pane label="Patterns" width={364} flush>
          <PatternList
            lines={lines}
            selected={selected}
            onSelect={select}
            filter={filter}
            onFilter={(text) => {
              setFilter(text);
              if (text === null) toList();
            }}
            listRef={list}
            progress={blind ? progress : null}
          />
        </Pane>
        <Pane label={reading.pattern.name}>
          <div
            ref={detail}
            onFocus={() => (hadFocus.current = true)}
            onBlur={(event) => {
              // When what has the focus is taken away, nothing else gets it.
              if (event.relatedTarget !== null) hadFocus.current = false;
            }}
            onKeyDownCapture={(event) => {
              const plain = !event.ctrlKey && !event.metaKey && !event.altKey && !event.shiftKey;
              const scale =
                event.target instanceof HTMLElement &&
                event.target.closest('[data-indicator] [role=radiogroup]') !== null;
              if (!plain || !scale || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
              event.preventDefault();
              event.stopPropagation();
              move(event.key === 'ArrowDown' ? 1 : -1);
            }}
          >
            <PatternDetail
              reading={reading}
              current={current}
              onCurrent={setAt}
              onLink={(number) => setPicking(reading.indicators[number]?.indicator.id ?? null)}
              onWhy={() => setWhy(true)}
              place={place}
              blind={blind}
            />
          </div>
        </Pane>
        <EvidencePane name={reading.pattern.name} targets={targets} rated={rated} onLink={link} />
      </Panes>
      {picking !== null && <EvidencePicker targets={targets} first={picking} onClose={() => setPicking(null)} />}
      {why && <WhyDialog reading={reading} onClose={() => setWhy(false)} />}
    </>
  );
}

function targetsOf(kit: Kit, pattern: string | null): readonly LinkTarget[] {
  return [...kit.indicators.values()]
    .filter((one) => one.pattern.id === pattern)
    .map(({ id, text }, at) => ({ key: id, tag: String(at + 1), says: text, fields: { indicator: id } }));
}

/** Goes to the end of a text, where one goes on writing. */
function focusEnd(detail: HTMLElement | null, selector: string): void {
  const field = detail?.querySelector<HTMLTextAreaElement>(selector);
  field?.focus();
  field?.setSelectionRange(field.value.length, field.value.length);
}

function focusScale(detail: HTMLElement | null, at: number): void {
  detail
    ?.querySelector<HTMLElement>(`[data-indicator="${at + 1}"] [role=radiogroup] [role=radio][tabindex="0"]`)
    ?.focus();
}
