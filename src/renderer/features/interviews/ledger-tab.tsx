/** The evidence ledger: everything that was said, written or counted, narrowed as one types, and the piece that is chosen. */
import { useMemo, useRef, useState } from 'react';
import { suggestDuplicates } from '../../../shared/analysis/duplicates.ts';
import { insertRow } from '../../../shared/model/change.ts';
import { useEngagement, useFile, useKit, useReadOnly, useRows, useToday, useWindow } from '../../data/hooks.ts';
import { goToEvidence, placeOfEvidence } from '../../parts/evidence-place.ts';
import { countOf } from '../../parts/format.ts';
import { decisionName, inOrder } from '../../parts/names.ts';
import { WithdrawalDialog } from '../../parts/withdrawal-dialog.tsx';
import { Button, LinkButton } from '../../ui/button.tsx';
import { Pane, Panes } from '../../ui/pane.tsx';
import { VirtualList } from '../../ui/virtual-list.tsx';
import { EvidenceForm } from './evidence-form.tsx';
import { useLedgerCommands } from './ledger-commands.ts';
import { countLedger, filterLedger, type LedgerRow, wholeLedger } from './ledger-filter.ts';
import { LedgerFilters } from './ledger-filters.tsx';
import { LedgerLine } from './ledger-line.tsx';
import { composeLines } from './ledger-lines.ts';
import { ManyBar, ManyDialog, type ManyQuestion } from './ledger-many.tsx';
import type { LedgerView } from './ledger-memory.ts';
import { useLinkEnds } from './link-ends.ts';
import { MergeDialog } from './merge-dialog.tsx';
import { NoEvidence } from './no-evidence.tsx';
import { indicatorChoices } from './names.ts';
import { useInterviewEdits } from './use-interview-edits.ts';
import { useLedger } from './use-ledger.ts';
import { useLedgerActions } from './use-ledger-actions.ts';
import { useSettled } from './use-settled.ts';
import styles from './ledger.module.css';

/** Shows the ledger as it was left. */
export function LedgerTab({ view, onView }: { view: LedgerView; onView: (view: LedgerView) => void }) {
  const window = useWindow();
  const file = useFile();
  const kit = useKit();
  const today = useToday();
  const engagement = useEngagement().id;
  const readOnly = useReadOnly();
  const edits = useInterviewEdits();
  const decisions = useRows('decision');
  const { tagOf } = useLinkEnds();
  const list = useRef<HTMLDivElement>(null);
  const all = useLedger();
  const [gathered, setGathered] = useState<ReadonlySet<string>>(new Set());
  const [question, setQuestion] = useState<ManyQuestion | null>(null);
  const [merging, setMerging] = useState<'gathered' | 'suggested' | null>(null);
  const [at, setAt] = useState<string | null>(null);
  const [takingBack, setTakingBack] = useState(false);
  const { filter, order, group, selected, different } = view;
  const rows = useMemo(() => filterLedger(all, filter), [all, filter]);
  const counts = useMemo(() => countLedger(all, filter), [all, filter]);
  const lines = useMemo(() => {
    const named = inOrder(decisions).map((row) => ({ id: row.id, says: `${row.label} ${decisionName(row)}` }));
    return composeLines(rows, order, group, { indicators: indicatorChoices(kit), decisions: named });
  }, [rows, order, group, kit, decisions]);
  const byId = useMemo(() => new Map(all.map((line) => [line.row.id, line])), [all]);
  // What is being edited stays in its place although it no longer fits the filter.
  const first = lines.find(({ heading }) => heading === null);
  const chosen = byId.get(selected ?? '') ?? (first?.heading === null ? first.line : null) ?? null;
  const id = chosen?.row.id ?? null;
  const onLine = lines.filter((one) => one.heading === null && one.line.row.id === id);
  const key = onLine.find((one) => one.key === at)?.key ?? onLine[0]?.key ?? null;

  const many = useMemo(() => [...gathered].flatMap((one): LedgerRow[] => byOne(byId.get(one))), [gathered, byId]);
  const pieces = useMemo(() => (many.length > 0 ? many : byOne(chosen ?? undefined)), [many, chosen]);
  const actions = useLedgerActions(pieces);
  // What says the same can wait until a pause in the typing.
  const settled = useSettled(all);
  const pairs = useMemo(() => {
    const voices = new Map(settled.map(({ row, voice }) => [row.id, voice]));
    const rowsOf = settled.map(({ row }) => row);
    return suggestDuplicates(rowsOf, (row) => voices.get(row.id) ?? '');
  }, [settled]);
  const open = pairs.filter(({ one, other }) => !different.has(`${one} ${other}`) && byId.has(one) && byId.has(other));
  const [pair] = open;
  const asked =
    merging === 'gathered'
      ? many
      : pair === undefined
        ? []
        : [pair.one, pair.other].flatMap((one) => byOne(byId.get(one)));

  const select = (piece: string | null): void => onView({ ...view, selected: piece });
  const focusList = (): void => {
    requestAnimationFrame(() => list.current?.querySelector<HTMLElement>('[role=listbox]')?.focus());
  };
  const gather = (keys: ReadonlySet<string>): void => {
    const before = new Set(lines.flatMap((one) => (isGathered(one, gathered) ? [one.key] : [])));
    const taken = [...before].filter((one) => !keys.has(one));
    const next = new Set(lines.flatMap((one) => (one.heading === null && keys.has(one.key) ? [one.line.row.id] : [])));
    // In two groups the same piece stands twice: let go in one, it is let go in both.
    if (taken.length === 1 && keys.size === before.size - 1)
      for (const one of lines) if (one.key === taken[0] && one.heading === null) next.delete(one.line.row.id);
    setGathered(next);
  };
  const remove = (): void => {
    if (id === null) return;
    const place = rows.findIndex(({ row }) => row.id === id);
    select((rows[place + 1] ?? rows[place - 1])?.row.id ?? null);
    edits.remove('evidence', id, 'Remove a piece of evidence');
    focusList();
  };
  const add = (): void => {
    const fresh = file.newId();
    void file.edit('Add a piece of evidence', [
      insertRow('evidence', fresh, {
        engagement,
        kind: 'observation',
        fidelity: 'paraphrase',
        saidOn: today,
        speaker: filter.person,
      }),
    ]);
    select(fresh);
    requestAnimationFrame(() => {
      document.querySelector<HTMLElement>(`[data-place="evidence:${fresh}:text"] textarea`)?.focus();
    });
  };
  const isGone = chosen !== null && chosen.row.withdrawn && chosen.row.text === '';
  const place = chosen === null ? null : placeOfEvidence(chosen.row);
  useLedgerCommands({
    actions,
    gathered: many.length > 0,
    gone: isGone,
    suggested: open.length,
    hasContext: place !== null,
    add,
    withdraw: () => setTakingBack(true),
    remove,
    ask: setQuestion,
    merge: () => setMerging(many.length > 0 ? 'gathered' : 'suggested'),
    showContext: () => place !== null && goToEvidence(window, place),
    release: () => setGathered(new Set()),
  });
  const merged = (kept: LedgerRow, others: readonly LedgerRow[]): void => {
    actions.merge(kept, others);
    setGathered(new Set());
    select(kept.row.id);
    if (merging === 'gathered' || open.length < 2) setMerging(null);
  };
  const notSame = (): void => {
    if (pair === undefined) return;
    onView({ ...view, different: new Set([...different, `${pair.one} ${pair.other}`]) });
    if (open.length < 2) setMerging(null);
  };
  const standing = all.filter(({ row }) => !row.withdrawn).length;
  if (all.length === 0) return <NoEvidence onAdd={add} />;
  return (
    <>
      <Panes>
        <Pane
          label="Evidence"
          flush
          {...(many.length === 0 || readOnly
            ? {}
            : {
                dock: (
                  <ManyBar
                    actions={actions}
                    onAsk={setQuestion}
                    onMerge={() => setMerging('gathered')}
                    onClear={() => setGathered(new Set())}
                  />
                ),
              })}
        >
          <div className={styles.ledger}>
            <div>
              <LedgerFilters
                view={view}
                onView={onView}
                counts={counts}
                shown={rows.length}
                all={standing}
                onDown={focusList}
              />
              {open.length > 0 && !readOnly && (
                <p className={styles.offer}>
                  <span>{countOf(open.length, 'pair says', 'pairs say')} nearly the same.</span>
                  <LinkButton quiet aria-haspopup="dialog" onPress={() => setMerging('suggested')}>
                    Look at {open.length === 1 ? 'it' : 'them'}
                  </LinkButton>
                </p>
              )}
            </div>
            <div className={styles.rows}>
              <VirtualList
                listRef={list}
                label="Evidence"
                items={lines}
                keyOf={(one) => one.key}
                isHeading={(one) => one.heading !== null}
                rowHeight={64}
                selectedId={key}
                onSelect={(next) => {
                  const line = lines.find((one) => one.key === next);
                  setAt(next);
                  if (line?.heading === null) select(line.line.row.id);
                }}
                marked={new Set(lines.flatMap((one) => (isGathered(one, gathered) ? [one.key] : [])))}
                onMark={gather}
                onAct={() => document.querySelector<HTMLElement>('#ledger-piece textarea')?.focus()}
                onKey={(event) => {
                  if (event.key !== 'Delete' || readOnly || many.length > 0) return false;
                  remove();
                  return true;
                }}
                empty={
                  <div className={styles.none}>
                    <p>No piece fits, among {countOf(standing, 'piece', 'pieces')}.</p>
                    <LinkButton onPress={() => onView({ ...view, filter: wholeLedger })}>Show all of them</LinkButton>
                  </div>
                }
                render={(one, { marked }) =>
                  one.heading === null ? (
                    <LedgerLine line={one.line} tagOf={tagOf} marked={marked} />
                  ) : (
                    <div className={styles.group}>
                      <span>{one.heading}</span> <span className={styles.quiet}>{one.count}</span>
                    </div>
                  )
                }
              />
            </div>
          </div>
        </Pane>
        {chosen !== null && (
          <Pane label="The chosen piece" width={460}>
            <div id="ledger-piece" key={chosen.row.id}>
              {takingBack && (
                <WithdrawalDialog
                  who={{ evidence: chosen.row.id }}
                  whose="the words of this piece"
                  onClose={() => {
                    setTakingBack(false);
                    focusList();
                  }}
                />
              )}
              <EvidenceForm id={chosen.row.id} />
              {!readOnly && (
                <div className={styles.foot}>
                  {!isGone && (
                    <Button kind="quiet" small keys="W" onPress={() => setTakingBack(true)}>
                      Take its words back
                    </Button>
                  )}
                  <Button kind="quiet" small icon="trash" onPress={remove}>
                    Remove
                  </Button>
                </div>
              )}
            </div>
          </Pane>
        )}
      </Panes>
      <ManyDialog question={question} actions={actions} onClose={() => setQuestion(null)} />
      {merging !== null && asked.length > 1 && (
        <MergeDialog
          pieces={asked}
          left={merging === 'gathered' ? null : open.length - 1}
          tagOf={tagOf}
          onMerge={merged}
          onDifferent={notSame}
          onClose={() => setMerging(null)}
        />
      )}
    </>
  );
}

function byOne(row: LedgerRow | undefined): LedgerRow[] {
  return row === undefined ? [] : [row];
}

function isGathered(line: ReturnType<typeof composeLines>[number], gathered: ReadonlySet<string>): boolean {
  return line.heading === null && gathered.has(line.line.row.id);
}
