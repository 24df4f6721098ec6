/** The tab of ratings: patterns in rank order, the one that is being rated, and the evidence behind it. */
import { useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { Figures } from '../../../shared/api/analysis.ts';
import type { PatternReading } from '../../../shared/analysis/severity.ts';
import { useEngagement, useFile, useReadOnly, useRows, useWindowState } from '../../data/hooks.ts';
import { useEvidenceIndex } from '../../parts/evidence-index.ts';
import { groupLinks, type LinkTarget } from '../../parts/evidence-links.ts';
import { EvidenceActions, useEvidenceChoice } from '../../parts/evidence-list.tsx';
import { EvidencePicker } from '../../parts/evidence-picker.tsx';
import { Pane, Panes } from '../../ui/pane.tsx';
import { EvidencePane } from './evidence-pane.tsx';
import { linesOf } from './groups.ts';
import { PatternDetail } from './pattern-detail.tsx';
import { PatternList } from './pattern-list.tsx';
import { useRatingCommands } from './rating-commands.ts';
import { rememberPattern, rememberedPattern } from './remembered.ts';
import { patternOf } from './targets.ts';
import { WhyDialog } from './why-dialog.tsx';
import styles from './ratings.module.css';

/** Shows the ratings. */
export function Ratings({ figures }: { figures: Figures }) {
  const file = useFile();
  const engagement = useEngagement();
  const readOnly = useReadOnly();
  const findings = useRows('finding');
  const ratings = useRows('rating');
  const [filter, setFilter] = useState<string | null>(null);
  const [at, setAt] = useState(0);
  const [picking, setPicking] = useState<string | null>(null);
  const [why, setWhy] = useState(false);
  const list = useRef<HTMLDivElement>(null);
  const detail = useRef<HTMLDivElement>(null);
  const lines = useMemo(() => linesOf(figures.patterns, findings, filter ?? ''), [figures.patterns, findings, filter]);
  const ids = lines.flatMap((line) => (line.kind === 'pattern' ? [line.id] : []));
  const { target, turn } = useWindowState((state) => state.place);
  const wanted = patternOf(target, { rating: ratings, finding: findings });
  const [seen, setSeen] = useState(-1);
  const [chosen, setChosen] = useState<string | null>(() => rememberedPattern(file));
  if (wanted !== null && seen !== turn) {
    setSeen(turn);
    setChosen(wanted);
  }
  const reading = figures.patterns.find((one) => one.pattern.id === chosen) ?? figures.patterns[0];
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

  const index = useEvidenceIndex();
  const targets = useMemo(() => targetsOf(reading), [reading]);
  const pieces = useMemo(() => groupLinks(index, targets), [index, targets]);
  const choice = useEvidenceChoice(pieces);
  const indicator = reading?.indicators[current]?.indicator;

  // The scale that had the focus may belong to an indicator that the next pattern does not have.
  const hadFocus = useRef(false);
  useLayoutEffect(() => {
    if (hadFocus.current && document.activeElement === document.body) focusScale(detail.current, 0);
  }, [selected]);

  const toList = (): void => list.current?.querySelector<HTMLElement>('[role=listbox]')?.focus();
  const link = (): void => setPicking(indicator?.id ?? null);
  useRatingCommands({
    readOnly,
    indicator,
    hasPiece: choice.chosen !== null,
    move,
    nextIndicator: () => focusScale(detail.current, (current + 1) % Math.max(1, targets.length)),
    writeRationale: () => focusEnd(detail.current, `[data-indicator="${current + 1}"] [data-rationale] textarea`),
    focusScale: () => focusScale(detail.current, current),
    link,
    turn: choice.turn,
    why: () => setWhy(true),
    filter: () => setFilter(filter ?? ''),
    toList,
    pattern: reading?.pattern,
  });
  if (reading === undefined) return null;
  const place = target?.entity === 'engagement' && target.part === selected ? `engagement:${engagement.id}` : undefined;

  return (
    <>
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
          />
        </Pane>
        <Pane label={reading.pattern.name} flush>
          <div
            ref={detail}
            onFocus={() => (hadFocus.current = true)}
            onBlur={(event) => {
              // When what has the focus is taken away, nothing else gets it.
              if (event.relatedTarget !== null) hadFocus.current = false;
            }}
            onKeyDownCapture={(event) => {
              const plain = !event.ctrlKey && !event.metaKey && !event.altKey && !event.shiftKey;
              const scale = event.target instanceof HTMLElement && event.target.closest('[data-indicator] [role=radiogroup]') !== null;
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
            />
          </div>
        </Pane>
        <Pane
          label="Evidence"
          width={352}
          flush
          {...(choice.chosen === null || readOnly
            ? {}
            : { dock: <EvidenceActions choice={choice} targets={targets} /> })}
        >
          <div className={styles.evidence}>
            <EvidencePane reading={reading} pieces={pieces} choice={choice} total={index.counted.size} onLink={link} />
          </div>
        </Pane>
      </Panes>
      {picking !== null && <EvidencePicker targets={targets} first={picking} onClose={() => setPicking(null)} />}
      {why && <WhyDialog reading={reading} onClose={() => setWhy(false)} />}
    </>
  );
}

function targetsOf(reading: PatternReading | undefined): readonly LinkTarget[] {
  return (reading?.indicators ?? []).map(({ indicator }, at) => ({
    key: indicator.id,
    tag: String(at + 1),
    says: indicator.text,
    fields: { indicator: indicator.id },
  }));
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
