/** The patterns in rank order, with the line below which nothing enters the document. */
import type { RefObject } from 'react';
import type { PatternReading } from '../../../shared/analysis/severity.ts';
import { severityBand } from '../../parts/severity-band.ts';
import { showNumber } from '../../parts/format.ts';
import { RovingList } from '../../ui/list.tsx';
import { Meter, Pips } from '../../ui/marks.tsx';
import { Spoken } from '../../ui/spoken.tsx';
import { TextField } from '../../ui/text-field.tsx';
import type { ListLine } from './groups.ts';
import styles from './pattern-list.module.css';

/** Shows the list; the filter is drawn while it is not null. */
export function PatternList({
  lines,
  selected,
  onSelect,
  filter,
  onFilter,
  listRef,
  progress = null,
}: {
  lines: readonly ListLine[];
  selected: string | null;
  onSelect: (id: string) => void;
  filter: string | null;
  onFilter: (filter: string | null) => void;
  listRef: RefObject<HTMLDivElement | null>;
  /** While a second reader rates: how far each pattern is, in place of its figures. */
  progress?: ((pattern: string) => string) | null;
}) {
  /** From the filter to what it found: the chosen pattern, or the first where that one is filtered out. */
  const toFound = (): void => {
    const found = lines.filter(({ kind }) => kind !== 'cut');
    const [first] = found;
    if (first === undefined) return;
    if (!found.some(({ id }) => id === selected)) onSelect(first.id);
    listRef.current?.querySelector<HTMLElement>('[role=listbox]')?.focus();
  };
  return (
    <>
      <div className={styles.head}>
        {filter === null ? (
          <span>{progress === null ? 'By rank' : 'In the order of the method'}</span>
        ) : (
          <div className={styles.filter}>
            <TextField
              label="Filter the patterns"
              hideLabel
              type="search"
              placeholder="Filter by name"
              value={filter}
              onChange={onFilter}
              autoFocus
              onKeyDown={(event) => {
                if (event.key === 'Escape') {
                  event.stopPropagation();
                  onFilter(null);
                } else if (event.key === 'Enter' || event.key === 'ArrowDown') {
                  event.preventDefault();
                  toFound();
                }
              }}
            />
          </div>
        )}
        {progress === null ? (
          <>
            <span className={styles.confidence}>Confidence</span>
            <span className={styles.severity}>Severity</span>
          </>
        ) : (
          <span className={styles.severity}>Rated</span>
        )}
      </div>
      <RovingList
        listRef={listRef}
        label={progress === null ? 'Patterns by rank' : 'Patterns'}
        items={lines}
        keyOf={(line) => line.id}
        isHeading={(line) => line.kind === 'cut'}
        selectedId={selected}
        onSelect={onSelect}
        render={(line, { selected: on }) =>
          line.kind === 'cut' ? (
            <div className={styles.cut}>{line.says}</div>
          ) : progress !== null ? (
            <div className={on ? `${styles.row} ${styles.on}` : styles.row}>
              <span className={styles.name}>{line.reading.pattern.name}</span>
              <span className={styles.progress}>{progress(line.id)}</span>
            </div>
          ) : (
            <Row reading={line.reading} place={line.place} on={on} />
          )
        }
      />
    </>
  );
}

const filled = { none: 0, low: 1, medium: 2, high: 3 } as const;

function Row({
  reading: { pattern, severity, confidence, contested },
  place,
  on,
}: {
  reading: PatternReading;
  place: 'in' | 'out' | null;
  on: boolean;
}) {
  const note = [contested && 'contested', place === 'in' && 'always in', place === 'out' && 'kept out']
    .filter((word) => word !== false)
    .join(', ');
  return (
    <div className={on ? `${styles.row} ${styles.on}` : styles.row}>
      <span className={styles.name} title={pattern.name}>
        <span>{pattern.name}</span>
        {note !== '' && <span className={styles.note}>{note}</span>}
      </span>
      <Pips filled={filled[confidence]} of={3} says={`Confidence ${confidence}`} />
      <Meter value={severity} level={severity === null ? 0 : severityBand(severity).level} />
      <span className={styles.number}>
        {severity === null ? (
          <>
            –<Spoken>not rated</Spoken>
          </>
        ) : (
          showNumber(Math.round(severity))
        )}
      </span>
    </div>
  );
}
