/** The evidence ledger: everything that was said, written or counted, narrowed as one types, and the piece that is chosen. */
import { useMemo, useRef } from 'react';
import { insertRow, updateRow } from '../../../shared/model/change.ts';
import { useEngagement, useFile, useReadOnly, useRows, useToday, useWindow } from '../../data/hooks.ts';
import { countOf } from '../../parts/format.ts';
import { useCommands } from '../../ui/commands.tsx';
import { Button, LinkButton } from '../../ui/button.tsx';
import { Pane, Panes } from '../../ui/pane.tsx';
import { Empty } from '../../ui/states.tsx';
import { VirtualList } from '../../ui/virtual-list.tsx';
import { EvidenceForm } from './evidence-form.tsx';
import { composeLedger, filterLedger, type LedgerFilter, wholeLedger } from './ledger-filter.ts';
import { LedgerFilters } from './ledger-filters.tsx';
import { LedgerLine } from './ledger-line.tsx';
import { useLinkEnds } from './link-ends.ts';
import { useInterviewEdits } from './use-interview-edits.ts';
import styles from './ledger.module.css';

/** Shows the ledger. */
export function LedgerTab({
  selected,
  onSelect,
  filter,
  onFilter,
}: {
  selected: string | null;
  onSelect: (id: string | null) => void;
  filter: LedgerFilter;
  onFilter: (filter: LedgerFilter) => void;
}) {
  const window = useWindow();
  const file = useFile();
  const today = useToday();
  const engagement = useEngagement().id;
  const readOnly = useReadOnly();
  const edits = useInterviewEdits();
  const evidence = useRows('evidence');
  const evidenceLink = useRows('evidenceLink');
  const stakeholder = useRows('stakeholder');
  const interview = useRows('interview');
  const participant = useRows('participant');
  const source = useRows('source');
  const objections = useRows('objection');
  const { tagOf } = useLinkEnds();
  const list = useRef<HTMLDivElement>(null);
  const all = useMemo(
    () => composeLedger({ evidence, evidenceLink, stakeholder, interview, participant, source }),
    [evidence, evidenceLink, stakeholder, interview, participant, source],
  );
  const decided = useMemo(
    () => new Set(objections.filter(({ disposition }) => disposition !== null).map((row) => row.evidence)),
    [objections],
  );
  const rows = useMemo(() => filterLedger(all, filter, decided), [all, filter, decided]);
  // What is being edited stays in its place although it no longer fits the filter.
  const chosen = all.find(({ row }) => row.id === selected) ?? rows[0] ?? null;
  const id = chosen?.row.id ?? null;

  const focusList = (): void => {
    requestAnimationFrame(() => list.current?.querySelector<HTMLElement>('[role=listbox]')?.focus());
  };
  const remove = (): void => {
    if (id === null) return;
    const at = rows.findIndex(({ row }) => row.id === id);
    onSelect((rows[at + 1] ?? rows[at - 1])?.row.id ?? null);
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
    onSelect(fresh);
    requestAnimationFrame(() => {
      document.querySelector<HTMLElement>(`[data-place="evidence:${fresh}:text"] textarea`)?.focus();
    });
  };
  const withdraw = (): void => {
    if (chosen === null) return;
    const { withdrawn } = chosen.row;
    void file.edit(withdrawn ? 'Let evidence count again' : 'Withdraw a piece of evidence', [
      updateRow('evidence', chosen.row.id, { withdrawn: !withdrawn }),
    ]);
  };
  const off = readOnly ? 'The file is open for reading only.' : '';
  const none = chosen === null ? 'No piece is chosen.' : '';
  useCommands([
    {
      id: 'ledger.find',
      says: 'Find in the evidence',
      group: 'Evidence',
      keys: ['/'],
      bar: 1,
      short: 'find',
      run: () => document.querySelector<HTMLElement>('#ledger-find input')?.focus(),
    },
    {
      id: 'ledger.link',
      says: 'Link it to something',
      group: 'Evidence',
      keys: ['L'],
      bar: 2,
      short: 'link',
      off: off || none,
      run: () => document.querySelector<HTMLElement>('#ledger-piece input[role=combobox][placeholder^=Link]')?.focus(),
    },
    {
      id: 'ledger.add',
      says: 'Add a piece of evidence',
      group: 'Evidence',
      keys: ['N'],
      bar: 3,
      short: 'add',
      off,
      run: add,
    },
    {
      id: 'ledger.withdraw',
      says: chosen?.row.withdrawn === true ? 'Let it count again' : 'Withdraw it',
      group: 'Evidence',
      keys: ['W'],
      bar: 4,
      short: chosen?.row.withdrawn === true ? 'let it count' : 'withdraw',
      off: off || none,
      run: withdraw,
    },
    {
      id: 'ledger.plan',
      says: 'Show the plan',
      group: 'Evidence',
      keys: ['P'],
      bar: 5,
      short: 'plan',
      run: () => window.go('interviews', 'plan'),
    },
  ]);
  if (evidence.length === 0)
    return (
      <div className={styles.empty}>
        <Empty
          title="No evidence yet"
          text="Mark lines of the notes in an interview, select passages in Sources, or write down what you saw."
          actions={
            <>
              {!readOnly && (
                <Button icon="plus" keys="N" onPress={add}>
                  Add a piece of evidence
                </Button>
              )}
              <LinkButton onPress={() => window.go('interviews', 'plan')}>Go to the plan</LinkButton>
            </>
          }
        />
      </div>
    );
  return (
    <Panes>
      <Pane label="Evidence" flush>
        <div className={styles.ledger}>
          <LedgerFilters filter={filter} onFilter={onFilter} shown={rows.length} all={all.length} onDown={focusList} />
          <div className={styles.rows}>
            <VirtualList
              listRef={list}
              label="Evidence"
              items={rows}
              keyOf={({ row }) => row.id}
              rowHeight={64}
              selectedId={id}
              onSelect={onSelect}
              onAct={() => document.querySelector<HTMLElement>('#ledger-piece textarea')?.focus()}
              onKey={(event) => {
                if (event.key !== 'Delete' || readOnly) return false;
                remove();
                return true;
              }}
              empty={
                <div className={styles.none}>
                  <p>No piece fits, among {countOf(all.length, 'piece', 'pieces')}.</p>
                  <LinkButton onPress={() => onFilter(wholeLedger)}>Show all of them</LinkButton>
                </div>
              }
              render={(line) => <LedgerLine line={line} tagOf={tagOf} decided={decided.has(line.row.id)} />}
            />
          </div>
        </div>
      </Pane>
      {chosen !== null && (
        <Pane label="The chosen piece" width={460}>
          <div id="ledger-piece" key={chosen.row.id}>
            <EvidenceForm id={chosen.row.id} />
            <div className={styles.foot}>
              {chosen.row.turn !== null && (
                <LinkButton
                  onPress={() => window.go('interviews', null, { entity: 'turn', id: chosen.row.turn ?? '' })}
                >
                  Show it in the transcript
                </LinkButton>
              )}
              {chosen.row.interview !== null && chosen.row.turn === null && (
                <LinkButton
                  onPress={() => {
                    const { answer } = chosen.row;
                    if (answer === null) window.go('interviews', `interview:${chosen.row.interview ?? ''}`);
                    else window.go('interviews', null, { entity: 'answer', id: answer });
                  }}
                >
                  Open the interview
                </LinkButton>
              )}
              {chosen.row.source !== null && (
                <LinkButton
                  onPress={() => window.go('sources', null, { entity: 'source', id: chosen.row.source ?? '' })}
                >
                  Open the source
                </LinkButton>
              )}
              {!readOnly && (
                <Button kind="quiet" small icon="trash" onPress={remove}>
                  Remove
                </Button>
              )}
            </div>
          </div>
        </Pane>
      )}
    </Panes>
  );
}
