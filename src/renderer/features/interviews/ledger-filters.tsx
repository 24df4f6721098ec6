/** What narrows the ledger: words, person, function, level, kind, indicator, decision, state. */
import { entities, type Evidence } from '../../../shared/model/index.ts';
import { useKit, useRows } from '../../data/hooks.ts';
import { kitOptions } from '../../parts/kit-words.ts';
import { decisionName, inOrder, personName } from '../../parts/names.ts';
import { countOf } from '../../parts/format.ts';
import { LinkButton } from '../../ui/button.tsx';
import { FieldArea } from '../../ui/field.tsx';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { type LedgerFilter, wholeLedger } from './ledger-filter.ts';
import { indicatorChoices, interviewName } from './names.ts';
import styles from './ledger.module.css';

const kinds = Object.entries(entities.evidence.fields.kind.options ?? {}).map(([id, says]) => ({
  id: id as Evidence['kind'],
  says,
}));

const states: readonly { readonly id: NonNullable<LedgerFilter['state']>; readonly says: string }[] = [
  { id: 'unlinked', says: 'Linked to nothing' },
  { id: 'objection', says: 'Objections' },
  { id: 'undecided', says: 'Objections without an answer' },
  { id: 'ask-later', says: 'To ask about later' },
  { id: 'withdrawn', says: 'Withdrawn' },
];

/** Shows the filters; they act at once. */
export function LedgerFilters({
  filter,
  onFilter,
  shown,
  all,
  onDown,
}: {
  filter: LedgerFilter;
  onFilter: (filter: LedgerFilter) => void;
  shown: number;
  all: number;
  /** The arrow down leads from the words to the list. */
  onDown: () => void;
}) {
  const kit = useKit();
  const people = useRows('stakeholder');
  const interviews = useRows('interview');
  const participants = useRows('participant');
  const decisions = inOrder(useRows('decision'));
  const set = (changed: Partial<LedgerFilter>): void => onFilter({ ...filter, ...changed });
  const narrowed = JSON.stringify(filter) !== JSON.stringify(wholeLedger);
  return (
    // A file that can only be read is filtered all the same.
    <search className={styles.filters}>
      <FieldArea looks bare={false}>
        <div id="ledger-find" className={styles.find}>
          <TextField
            label={`Find among ${countOf(all, 'piece', 'pieces')}`}
            hideLabel
            type="search"
            value={filter.text}
            onChange={(text) => set({ text })}
            placeholder={`Find among ${countOf(all, 'piece', 'pieces')}`}
            onKeyDown={(event) => {
              if (event.key !== 'ArrowDown' && event.key !== 'Enter') return;
              event.preventDefault();
              onDown();
            }}
          />
        </div>
        <Select
          label="Person"
          hideLabel
          value={filter.person}
          options={people.map((row) => ({ id: row.id, says: personName(row) || 'Nameless person' }))}
          none="Everybody"
          onChange={(person) => set({ person })}
        />
        <Select
          label="Interview"
          hideLabel
          value={filter.interview}
          options={interviews.map((row) => ({ id: row.id, says: interviewName(row, participants, people) }))}
          none="All interviews"
          onChange={(interview) => set({ interview })}
        />
        <Select
          label="Function"
          hideLabel
          value={filter.function}
          options={kitOptions(kit, 'functions')}
          none="All functions"
          onChange={(inFunction) => set({ function: inFunction })}
        />
        <Select
          label="Level"
          hideLabel
          value={filter.level}
          options={kitOptions(kit, 'levels')}
          none="All levels"
          onChange={(level) => set({ level })}
        />
        <Select
          label="Kind"
          hideLabel
          value={filter.kind}
          options={kinds}
          none="All kinds"
          onChange={(kind) => set({ kind })}
        />
        <Select
          label="Indicator"
          hideLabel
          value={filter.indicator}
          options={indicatorChoices(kit)}
          none="All indicators"
          onChange={(indicator) => set({ indicator })}
        />
        <Select
          label="Decision"
          hideLabel
          value={filter.decision}
          options={decisions.map((row) => ({ id: row.id, says: `${row.label} ${decisionName(row)}` }))}
          none="All decisions"
          onChange={(decision) => set({ decision })}
        />
        <Select
          label="State"
          hideLabel
          value={filter.state}
          options={states}
          none="Any state"
          onChange={(state) => set({ state })}
        />
      </FieldArea>
      <span className={styles.shown} role="status">
        {narrowed && `${shown} of ${all}`}
      </span>
      {narrowed && (
        <LinkButton quiet onPress={() => onFilter(wholeLedger)}>
          Show all
        </LinkButton>
      )}
    </search>
  );
}
