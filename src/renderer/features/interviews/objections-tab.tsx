/** Every objection with what became of it: those without an answer first, answered by a digit. */
import { useMemo, useRef } from 'react';
import type { Objection } from '../../../shared/model/index.ts';
import { useFileState, useReadOnly, useWindow } from '../../data/hooks.ts';
import { goToEvidence, placeOfEvidence } from '../../parts/evidence-place.ts';
import { countOf, showDay } from '../../parts/format.ts';
import { rowName } from '../../parts/names.ts';
import { LinkButton } from '../../ui/button.tsx';
import { useCommands } from '../../ui/commands.tsx';
import { Pane, Panes } from '../../ui/pane.tsx';
import { Empty } from '../../ui/states.tsx';
import { VirtualList } from '../../ui/virtual-list.tsx';
import { EvidenceContext } from './evidence-context.tsx';
import type { LedgerRow } from './ledger-filter.ts';
import { type Disposition, useObjectionEdits } from './objection-edits.ts';
import { dispositions, ObjectionForm } from './objection-form.tsx';
import { orderObjections } from './objection-order.ts';
import { useLedger } from './use-ledger.ts';
import styles from './ledger.module.css';

/** Shows the objections; `selected` is the piece of evidence that is chosen. */
export function ObjectionsTab({
  selected,
  onSelect,
  onLedger,
}: {
  selected: string | null;
  onSelect: (evidence: string) => void;
  /** Shows a piece among all the others. */
  onLedger: (evidence: string) => void;
}) {
  const window = useWindow();
  const readOnly = useReadOnly();
  const edits = useObjectionEdits();
  const list = useRef<HTMLDivElement>(null);
  const ledger = useLedger();
  const lines = useMemo(() => orderObjections(ledger), [ledger]);
  const chosen = lines.find(({ row }) => row.id === selected) ?? lines[0];
  const open = lines.filter(({ answer }) => (answer?.disposition ?? null) === null).length;
  const off = readOnly ? 'The file is open for reading only.' : chosen === undefined ? 'There is no objection.' : '';
  const decide = (disposition: Disposition | null): void => {
    if (chosen === undefined) return;
    // Answered, it goes down among the answered ones: it stays the chosen one until its words are there.
    onSelect(chosen.row.id);
    edits.decide(chosen.row.id, chosen.answer ?? undefined, disposition);
  };
  const place = chosen === undefined ? null : placeOfEvidence(chosen.row);
  useCommands([
    {
      id: 'objections.answer',
      says: 'Say what became of it',
      short: 'what became of it',
      group: 'Objections',
      caps: '1 – 4',
      bar: 1,
      off,
      run: () => document.querySelector<HTMLElement>('#objection-form [role=radio][tabindex="0"]')?.focus(),
    },
    ...dispositions.map(({ value, says, digit }) => ({
      id: `objections.answer.${value}`,
      says,
      group: 'Objections',
      keys: [String(digit)],
      keyOnly: true as const,
      off,
      run: () => decide(value),
    })),
    {
      id: 'objections.reopen',
      says: 'Open it again',
      short: 'open again',
      group: 'Objections',
      keys: ['Backspace'],
      bar: 2,
      off: off || ((chosen?.answer?.disposition ?? null) === null ? 'It has no answer yet.' : ''),
      run: () => decide(null),
    },
    {
      id: 'objections.next',
      says: 'Next objection without an answer',
      short: 'next open',
      group: 'Objections',
      keys: ['N'],
      bar: 3,
      off: open === 0 ? 'Every objection has an answer.' : '',
      run: () => {
        const waiting = lines.filter(({ answer }) => (answer?.disposition ?? null) === null);
        const at = waiting.findIndex(({ row }) => row.id === chosen?.row.id);
        const next = waiting[(at + 1) % waiting.length];
        if (next !== undefined) onSelect(next.row.id);
        list.current?.querySelector<HTMLElement>('[role=listbox]')?.focus();
      },
    },
    {
      id: 'objections.context',
      says: 'Show where it stands',
      short: 'show in context',
      group: 'Objections',
      keys: ['C'],
      bar: 4,
      off: place === null ? 'It was written down by hand and stands nowhere else.' : '',
      run: () => place !== null && goToEvidence(window, place),
    },
  ]);
  if (chosen === undefined)
    return (
      <div className={styles.empty}>
        <Empty
          title="Nobody has objected yet"
          text="Mark a line of the notes with ! or a piece of evidence as an objection. Each gets an answer here: it changes the map, becomes a limit, is tested, or is declined with a reason."
        />
      </div>
    );
  return (
    <Panes>
      <Pane label="Objections" flush>
        <div className={styles.ledger}>
          <p className={styles.offer} role="status">
            {open === 0
              ? `${countOf(lines.length, 'objection', 'objections')}, all answered.`
              : `${open} of ${countOf(lines.length, 'objection', 'objections')} without an answer.`}
          </p>
          <div className={styles.rows}>
            <VirtualList
              listRef={list}
              label="Objections"
              items={lines}
              keyOf={({ row }) => row.id}
              rowHeight={84}
              selectedId={chosen.row.id}
              onSelect={onSelect}
              onAct={() => document.querySelector<HTMLElement>('#objection-form [role=radio][tabindex="0"]')?.focus()}
              render={(line) => <Line line={line} />}
            />
          </div>
        </div>
      </Pane>
      <Pane label="The chosen objection" width={520}>
        <div key={chosen.row.id} className={styles.form}>
          <p className={styles.words}>{wordsOf(chosen.row)}</p>
          <p className={styles.quiet}>
            {chosen.from}
            {chosen.row.saidOn !== null && `, ${showDay(chosen.row.saidOn)}`}
          </p>
          <ObjectionForm evidence={chosen.row.id} speaker={chosen.speaker?.id ?? null} />
          <EvidenceContext row={chosen.row} />
          <div className={styles.foot}>
            <LinkButton onPress={() => onLedger(chosen.row.id)}>Show it in the evidence</LinkButton>
          </div>
        </div>
      </Pane>
    </Panes>
  );
}

function Line({ line: { row, from, answer } }: { line: LedgerRow }) {
  const data = useFileState((state) => state.data);
  return (
    <div className={styles.piece}>
      <p className={styles.words}>{wordsOf(row)}</p>
      <p className={styles.by}>
        <span>
          {from}
          {row.saidOn !== null && `, ${showDay(row.saidOn, 'shortDay')}`}
        </span>
      </p>
      <p className={(answer?.disposition ?? null) === null ? styles.waits : styles.became}>{becameOf(answer, data)}</p>
    </div>
  );
}

/** What was said word for word stands in quotation marks. */
function wordsOf({ kind, fidelity, text }: LedgerRow['row']): string {
  return kind === 'quote' && fidelity === 'verbatim' ? `“${text}”` : text;
}

/** What became of it in a line: "Became a limit: No second cold store before 2028". */
function becameOf(answer: Objection | null, data: Parameters<typeof rowName>[0]): string {
  if (answer === null || answer.disposition === null) return 'No answer yet';
  const { disposition, changed, priority, decision, stop, limit, experiment, reason } = answer;
  const ends = {
    'changed-map': [
      changed,
      priority === null ? '' : rowName(data, 'priority', priority),
      decision === null ? '' : rowName(data, 'decision', decision),
      stop === null ? '' : rowName(data, 'stop', stop),
    ],
    'became-limit': [limit === null ? 'which one is not said' : rowName(data, 'limit', limit)],
    tested: [experiment === null ? 'by which experiment is not said' : rowName(data, 'experiment', experiment)],
    declined: [reason || 'without a reason'],
  }[disposition];
  const says = dispositions.find(({ value }) => value === disposition)?.says ?? '';
  const told = ends.filter(Boolean).map((end, at, all) => (at < all.length - 1 ? end.replace(/\.$/u, '') : end));
  return [says, told.join('; ')].filter(Boolean).join(': ');
}
