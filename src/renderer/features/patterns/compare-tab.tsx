/** The tab of the second reader: how far both agree, where they do not, and what is to count. */
import { type ReactNode, useMemo, useRef, useState } from 'react';
import { useEngagement, useFile, useKit, useReadOnly, useRows, useToday } from '../../data/hooks.ts';
import { Field } from '../../parts/field.tsx';
import { showDay } from '../../parts/format.ts';
import { useSecondReader } from '../../parts/second-reader.ts';
import { Button } from '../../ui/button.tsx';
import { useCommands } from '../../ui/commands.tsx';
import { RovingList } from '../../ui/list.tsx';
import { Pane, Panes, Section } from '../../ui/pane.tsx';
import { Segments } from '../../ui/segments.tsx';
import { Select } from '../../ui/select.tsx';
import { Empty } from '../../ui/states.tsx';
import { Agreements } from './agreements.tsx';
import { type AnyRating, type Compared, compareReaders, isOpen, secondReaders, settleAt, settleBy } from './compare.ts';
import styles from './compare.module.css';

/** Shows the comparison; `onStart` lets somebody rate as second reader. */
export function CompareTab({ onStart }: { onStart: () => void }) {
  const readOnly = useReadOnly();
  const blind = useSecondReader();
  const rating = useRows('rating');
  const axisRating = useRows('axisRating');
  const readers = useMemo(() => secondReaders({ rating, axisRating }), [rating, axisRating]);
  const [wanted, setWanted] = useState<string | null>(null);
  const reader = readers.find((one) => one === wanted) ?? readers.at(-1) ?? null;
  const start = readOnly ? undefined : (
    <Button kind="primary" keys="S" onPress={onStart}>
      Rate as second reader
    </Button>
  );
  if (blind !== null)
    return (
      <div className={styles.empty}>
        <Empty
          title={`${blind} is rating`}
          text="What the others rated is shown again, side by side, once the second reader has finished."
        />
      </div>
    );
  if (reader === null)
    return (
      <div className={styles.empty}>
        <Empty
          title="Nobody has rated as second reader"
          text="A second reader rates the same evidence without seeing the ratings that count. Where the two differ by two steps or more it is talked about, and one of them, or a new rating, counts."
          actions={start}
        />
      </div>
    );
  return (
    <Comparison
      key={reader}
      rows={{ rating, axisRating }}
      reader={reader}
      head={
        <div className={styles.head}>
          {readers.length > 1 && (
            <Select
              label="Second reader"
              value={reader}
              options={readers.map((one) => ({ id: one, says: one || 'Without a name' }))}
              onChange={setWanted}
            />
          )}
          {start}
        </div>
      }
    />
  );
}

function Comparison({
  rows,
  reader,
  head,
}: {
  rows: Parameters<typeof compareReaders>[0];
  reader: string;
  head: ReactNode;
}) {
  const kit = useKit();
  const file = useFile();
  const today = useToday();
  const readOnly = useReadOnly();
  const engagement = useEngagement().id;
  const list = useRef<HTMLDivElement>(null);
  const side = useRef<HTMLDivElement>(null);
  const compared = useMemo(() => compareReaders(rows, reader, kit), [rows, reader, kit]);
  const [chosen, setChosen] = useState<string | null>(null);
  const one = compared.find(({ id }) => id === chosen) ?? compared[0];
  const settling = { engagement, today, newId: () => file.newId() };
  // The list is ordered anew by every step, so the chosen one is held by its id.
  const hold = (): void => setChosen(one?.id ?? null);
  const take = (row: AnyRating | null): void => {
    if (one === undefined || row === null) return;
    hold();
    void file.edit(
      `Let ${row.rater || 'one rating'} count for “${one.says.slice(0, 80)}”`,
      settleBy(one, row, settling),
    );
  };
  const agree = (value: number | null): void => {
    if (one === undefined || value === null) return;
    hold();
    void file.edit(`Agree on ${value} for “${one.says.slice(0, 80)}”`, settleAt(one, value, settling));
  };
  const off = readOnly ? 'The file is open for reading only.' : one === undefined ? 'Nothing was rated by both.' : '';
  const scale = one?.entity === 'axisRating' ? kit.content.scales.axis : kit.content.scales.indicator;
  useCommands([
    {
      id: 'compare.first',
      says: 'Let the first rating count',
      short: 'first counts',
      group: 'Second reader',
      keys: ['A'],
      bar: 1,
      off: off || ((one?.first ?? null) === null ? 'The first reader did not rate it.' : ''),
      run: () => take(one?.first ?? null),
    },
    {
      id: 'compare.second',
      says: 'Let the second rating count',
      short: 'second counts',
      group: 'Second reader',
      keys: ['B'],
      bar: 2,
      off: off || ((one?.second ?? null) === null ? 'The second reader did not rate it.' : ''),
      run: () => take(one?.second ?? null),
    },
    {
      id: 'compare.agree',
      says: 'Agree on another rating',
      short: 'agree on another',
      group: 'Second reader',
      caps: '0 – 4',
      bar: 3,
      off,
      run: () => side.current?.querySelector<HTMLElement>('[role=radio][tabindex="0"]')?.focus(),
    },
    ...scale.map(({ value, label }) => ({
      id: `compare.agree.${value}`,
      says: `Agree on ${value}, ${label.toLowerCase()}`,
      group: 'Second reader',
      keys: [String(value)],
      keyOnly: true as const,
      off,
      run: () => agree(value),
    })),
    {
      id: 'compare.note',
      says: 'Write how it was settled',
      short: 'note',
      group: 'Second reader',
      keys: ['R'],
      bar: 4,
      off: off || ((one?.counts ?? null) === null ? 'No rating counts yet.' : ''),
      run: () => side.current?.querySelector<HTMLElement>('[data-note] textarea')?.focus(),
    },
  ]);
  return (
    <Panes>
      <Pane label="Both readers" flush>
        <div className={styles.both}>
          <div className={styles.top}>
            {head}
            <Agreements compared={compared} reader={reader} />
          </div>
          <div className={styles.line} aria-hidden="true">
            <span className={styles.small}>What was rated</span>
            <span className={styles.value}>1st</span>
            <span className={styles.value}>2nd</span>
            <span className={styles.difference} />
          </div>
          <div className={styles.scroll}>
            <RovingList
              listRef={list}
              label="What both rated, differences first"
              items={compared}
              keyOf={({ id }) => id}
              selectedId={one?.id ?? null}
              onSelect={setChosen}
              onAct={() => side.current?.querySelector<HTMLElement>('[role=radio][tabindex="0"]')?.focus()}
              render={(item) => <Line item={item} />}
            />
          </div>
        </div>
      </Pane>
      {one !== undefined && (
        <Pane label="The chosen rating" width={460}>
          <div ref={side} key={one.id} className={styles.side}>
            <div className={styles.of}>{one.of}</div>
            <h2 className={styles.says}>{one.says}</h2>
            <Told title={one.first?.rater || 'First reader'} row={one.first} />
            <Told title={reader || 'Second reader'} row={one.second} />
            <Section title="What counts" ruled>
              <Segments
                kind="scale"
                label="The rating that counts"
                hideLabel
                options={scale.map(({ value, label }) => ({ value, says: label }))}
                value={one.counts?.value ?? null}
                clearable={false}
                onChange={agree}
              />
              <p className={styles.small} role="status">
                {settledWords(one)}
              </p>
              {!readOnly && (
                <div className={styles.ways}>
                  <Button small keys="A" onPress={() => take(one.first)} off={one.first === null ? 'Not rated.' : ''}>
                    {one.first?.rater || 'The first'} counts
                  </Button>
                  <Button small keys="B" onPress={() => take(one.second)} off={one.second === null ? 'Not rated.' : ''}>
                    {reader || 'The second'} counts
                  </Button>
                </div>
              )}
              {one.counts !== null && (
                <div data-note>
                  <Field
                    entity={one.entity}
                    id={one.counts.id}
                    name="settled"
                    label="How it was settled"
                    placeholder="What both saw in the end"
                  />
                </div>
              )}
            </Section>
          </div>
        </Pane>
      )}
    </Panes>
  );
}

function Line({ item }: { item: Compared }) {
  const { says, of, first, second, difference, settled } = item;
  return (
    <div className={styles.line} data-open={isOpen(item) ? '' : undefined}>
      <div>
        <span className={styles.lineSays}>{says}</span>
        <span className={styles.small}>{of}</span>
      </div>
      <span className={styles.value}>{first?.value ?? '–'}</span>
      <span className={styles.value}>{second?.value ?? '–'}</span>
      <span className={styles.difference}>
        {difference === null
          ? 'rated by one'
          : difference === 0
            ? 'same'
            : `${difference} apart${settled === null ? '' : ', settled'}`}
      </span>
    </div>
  );
}

function Told({ title, row }: { title: string; row: AnyRating | null }) {
  return (
    <div className={styles.told}>
      <span className={styles.small}>{title}</span>
      <p>
        <b>{row?.value ?? 'Not rated'}</b> {row?.rationale}
      </p>
    </div>
  );
}

function settledWords({ counts, settled, difference, second }: Compared): string {
  if (settled !== null) {
    const whose = settled.id === second?.id ? 'The second rating counts' : `${settled.rater || 'The first'} counts`;
    return `${whose}, settled on ${showDay(settled.settledOn)}.`;
  }
  if (counts === null) return 'No rating counts yet.';
  return difference !== null && difference >= 2
    ? 'Not settled: the first rating counts until it is.'
    : 'The first rating counts.';
}
