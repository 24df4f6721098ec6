/** What narrows the ledger: words, and a choice in each dimension with how many pieces each value has; how it is ordered. */
import { entities } from '../../../shared/model/index.ts';
import { useKit, useRows } from '../../data/hooks.ts';
import { kitOptions } from '../../parts/kit-words.ts';
import { decisionName, inOrder, personName } from '../../parts/names.ts';
import { countOf } from '../../parts/format.ts';
import { LinkButton } from '../../ui/button.tsx';
import { FieldArea } from '../../ui/field.tsx';
import { type Option, Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { type Dimension, dimensions, type LedgerFilter, wholeLedger } from './ledger-filter.ts';
import type { LedgerGroup, LedgerOrder } from './ledger-lines.ts';
import type { LedgerView } from './ledger-memory.ts';
import { consents, indicatorChoices, interviewName } from './names.ts';
import { useLinkEnds } from './link-ends.ts';
import styles from './ledger.module.css';

/** Name of each dimension, and what choosing nothing in it is called. */
const words: Readonly<Record<Dimension, readonly [label: string, none: string]>> = {
  person: ['Person', 'Everybody'],
  function: ['Function', 'All functions'],
  level: ['Level', 'All levels'],
  mark: ['Mark', 'All marks'],
  indicator: ['Indicator', 'All indicators'],
  decision: ['Decision', 'All decisions'],
  state: ['State', 'Any state'],
  interview: ['Interview', 'All interviews'],
  fidelity: ['Fidelity', 'Any fidelity'],
  consent: ['Consent', 'Any consent'],
  other: ['Axis, limit, priority, case or step', 'All other links'],
};

/** The dimensions that are always shown; the others when they are asked for or in use. */
const common = dimensions.slice(0, 7);

const kinds = optionsOf(entities.evidence.fields.kind.options);
const marks: readonly Option[] = [
  ...kinds,
  { id: 'objection', says: 'Objection' },
  { id: 'limit', says: 'Limit' },
  { id: 'ask-later', says: 'Ask later' },
];
const states: readonly Option[] = [
  { id: 'unlinked', says: 'Linked to nothing' },
  { id: 'linked', says: 'Linked to something' },
  { id: 'against', says: 'Speaks against something' },
  { id: 'undecided', says: 'Objections without an answer' },
  { id: 'withdrawn', says: 'Withdrawn' },
];
const orders: readonly Option<LedgerOrder>[] = [
  { id: 'newest', says: 'Newest first' },
  { id: 'person', says: 'By person' },
  { id: 'indicator', says: 'By indicator' },
];
const groups: readonly Option<LedgerGroup>[] = [
  { id: 'none', says: 'No headings' },
  { id: 'indicator', says: 'Under each indicator' },
  { id: 'decision', says: 'Under each decision' },
];

/** Shows the filters; they act at once. */
export function LedgerFilters({
  view,
  onView,
  counts,
  shown,
  all,
  onDown,
}: {
  view: LedgerView;
  onView: (view: LedgerView) => void;
  counts: Readonly<Record<Dimension, ReadonlyMap<string, number>>>;
  shown: number;
  all: number;
  /** The arrow down leads from the words to the list. */
  onDown: () => void;
}) {
  const options = useOptions();
  const { filter } = view;
  const set = (changed: Partial<LedgerFilter>): void => onView({ ...view, filter: { ...filter, ...changed } });
  const narrowed = JSON.stringify(filter) !== JSON.stringify(wholeLedger);
  const drawn = dimensions.filter((one) => view.more || common.includes(one) || filter[one] !== null);
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
        {drawn.map((one) => (
          <Select
            key={one}
            label={words[one][0]}
            hideLabel
            value={filter[one]}
            options={counted(options[one], counts[one], filter[one])}
            none={words[one][1]}
            onChange={(value) => set({ [one]: value })}
          />
        ))}
        <div className={styles.narrowed}>
          <Select
            label="Order"
            hideLabel
            fit
            value={view.order}
            options={orders}
            onChange={(order) => order !== null && onView({ ...view, order })}
          />
          <Select
            label="Headings"
            hideLabel
            fit
            value={view.group}
            options={groups}
            onChange={(group) => group !== null && onView({ ...view, group })}
          />
          <span className={styles.shown} role="status">
            {narrowed && `${shown} of ${all}`}
          </span>
          {narrowed && (
            <LinkButton quiet onPress={() => onView({ ...view, filter: wholeLedger })}>
              Show all
            </LinkButton>
          )}
          <LinkButton quiet aria-expanded={view.more} onPress={() => onView({ ...view, more: !view.more })}>
            {view.more ? 'Fewer filters' : 'More filters'}
          </LinkButton>
        </div>
      </FieldArea>
    </search>
  );
}

/** The values of each dimension with their words. */
function useOptions(): Readonly<Record<Dimension, readonly Option[]>> {
  const kit = useKit();
  const people = useRows('stakeholder');
  const interviews = useRows('interview');
  const participants = useRows('participant');
  const decisions = inOrder(useRows('decision'));
  const { ends } = useLinkEnds();
  return {
    person: people.map((row) => ({ id: row.id, says: personName(row) || 'Nameless person' })),
    interview: interviews.map((row) => ({ id: row.id, says: interviewName(row, participants, people) })),
    function: kitOptions(kit, 'functions'),
    level: kitOptions(kit, 'levels'),
    mark: marks,
    fidelity: optionsOf(entities.evidence.fields.fidelity.options),
    consent: [...consents, { id: 'not-asked', says: 'Consent not asked yet' }],
    indicator: indicatorChoices(kit),
    decision: decisions.map((row) => ({ id: row.id, says: `${row.label} ${decisionName(row)}` })),
    other: ends
      .filter(({ fields }) => fields.indicator === undefined && fields.decision === undefined)
      .map(({ id, says, more, fields }) => ({ id, says, group: fields.axis === undefined ? more : 'Axis' })),
    state: states,
  };
}

/** The options that some piece has, with how many; the chosen one also where none has it now. */
function counted(
  options: readonly Option[],
  counts: ReadonlyMap<string, number>,
  chosen: string | null,
): readonly Option[] {
  return options
    .filter(({ id }) => (counts.get(id) ?? 0) > 0 || id === chosen)
    .map((option) => ({ ...option, says: `${option.says} (${counts.get(option.id) ?? 0})` }));
}

function optionsOf(options: Readonly<Record<string, string>> | null): readonly Option[] {
  return Object.entries(options ?? {}).map(([id, says]) => ({ id, says }));
}
