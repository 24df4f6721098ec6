/** The decisions beside the text: what each says, which passages it rests on, what works on it. */
import { Fragment, memo, useMemo } from 'react';
import { deleteRow } from '../../../../shared/model/change.ts';
import { type Decision, entities } from '../../../../shared/model/index.ts';
import { useFieldChecks } from '../../../parts/checks.tsx';
import { Field } from '../../../parts/field.tsx';
import { countOf, showNumber } from '../../../parts/format.ts';
import { decisionName, inOrder } from '../../../parts/names.ts';
import { useFigures, useFile, useReadOnly, useRows, useWindow } from '../../../data/hooks.ts';
import { Button, LinkButton } from '../../../ui/button.tsx';
import { classNames } from '../../../ui/class-names.ts';
import { ProblemLine } from '../../../ui/field.tsx';
import { IdTag } from '../../../ui/marks.tsx';
import { Menu, type MenuEntry } from '../../../ui/menu.tsx';
import { ChoiceNudge } from './choice-nudge.tsx';
import { usePassageEdits } from './passage-edits.ts';
import { VersionLine } from './version-line.tsx';
import styles from './decision-column.module.css';

/** Shows the decisions; `likeliest` is the one that the selection reads like. */
export function DecisionColumn({
  likeliest,
  onOpen,
  onAdd,
}: {
  likeliest: string | null;
  /** Opens a passage in the text. */
  onOpen: (passage: string) => void;
  onAdd: () => void;
}) {
  const readOnly = useReadOnly();
  const decisions = inOrder(useRows('decision'));
  const inScope = decisions.filter((row) => row.standing === 'in-scope').length;
  const counts = useCounts();
  return (
    <div>
      <div className={styles.head}>
        <h2>Decisions</h2>
        <span>
          {decisions.length}, {inScope === 0 ? 'none' : inScope === 1 ? 'one' : inScope} in scope
        </span>
      </div>
      {decisions.length === 0 && (
        <p className={styles.none}>
          No decision yet. Select a sentence in the text and make it one, or write one that stands in no source.
        </p>
      )}
      {decisions.map((decision) => (
        <One
          key={decision.id}
          decision={decision}
          likely={decision.id === likeliest}
          folded={decisions.length > unfolded}
          passages={counts.passages.get(decision.id) ?? none}
          priorities={counts.priorities.get(decision.id) ?? 0}
          items={counts.items.get(decision.id) ?? null}
          onOpen={onOpen}
        />
      ))}
      {!readOnly && (
        <div className={styles.add}>
          <Button kind="quiet" icon="plus" onPress={onAdd}>
            Add a decision
          </Button>
        </div>
      )}
    </div>
  );
}

const none: readonly string[] = [];

/** So many decisions show what they lack as choices without being asked. */
const unfolded = 3;

const One = memo(function One({
  decision,
  likely,
  folded,
  passages,
  priorities,
  items,
  onOpen,
}: {
  decision: Decision;
  likely: boolean;
  /** Whether its questions stand in one line until they are asked for. */
  folded: boolean;
  passages: readonly string[];
  priorities: number;
  items: number | null;
  onOpen: (passage: string) => void;
}) {
  const { id } = decision;
  const readOnly = useReadOnly();
  const entries = useEntries(decision);
  const checks = useFieldChecks('decision', id, 'winningMetric');
  const [first, ...others] = passages;
  const works = [
    countOf(priorities, 'priority', 'priorities'),
    ...(items === null ? [] : [`${showNumber(items)} open ${items === 1 ? 'item' : 'items'}`]),
  ].join(', ');
  return (
    <section
      className={classNames(styles.one, likely && styles.likely)}
      aria-label={decisionName(decision)}
      data-place={`decision:${id}`}
    >
      <span className={styles.tag}>
        <IdTag accent>{decision.label || '–'}</IdTag>
      </span>
      <div className={styles.title}>
        <div className={styles.name}>
          <Field
            entity="decision"
            id={id}
            name="title"
            hideLabel
            bare
            wrap
            placeholder={decision.statement === '' ? 'The decision in a few words' : decisionName(decision)}
          />
        </div>
        {!readOnly && (
          <Menu look="icon" label={`More about ${decision.label}`} placement="below-end" entries={entries} />
        )}
      </div>
      <div className={styles.facts}>
        {(['firstMove', 'proofPoint', 'winningMetric', 'standing'] as const).map((name) => (
          <Fragment key={name}>
            <span aria-hidden="true">{entities.decision.fields[name].says}</span>
            <Field entity="decision" id={id} name={name} hideLabel dense placeholder="Not named yet" />
          </Fragment>
        ))}
      </div>
      {checks.map((check) => (
        <ProblemLine key={check.code} kind={check.severity} says={check.sentence} code={check.code} />
      ))}
      <VersionLine decision={decision} onOpen={onOpen} />
      {!readOnly && <ChoiceNudge decision={decision} folded={folded} />}
      <p className={styles.foot}>
        {first === undefined ? (
          <>No passage yet. {likely ? 'The selection reads like this decision.' : ''} </>
        ) : (
          <>
            {others.length === 0 ? (
              <LinkButton onPress={() => onOpen(first)}>1 passage</LinkButton>
            ) : (
              <>
                Passages{' '}
                {passages.map((passage, at) => (
                  <span key={passage}>
                    {at > 0 && ' '}
                    <LinkButton aria-label={`Passage ${at + 1}`} onPress={() => onOpen(passage)}>
                      {at + 1}
                    </LinkButton>
                  </span>
                ))}
              </>
            )}
            {', '}
          </>
        )}
        {works}
        {likely && first !== undefined && '. The selection reads like this decision.'}
      </p>
    </section>
  );
});

function useEntries(decision: Decision): readonly MenuEntry[] {
  const file = useFile();
  const window = useWindow();
  const edits = usePassageEdits();
  const { id } = decision;
  return [
    {
      id: 'map',
      says: 'Open on the map',
      onPress: () => window.go('map', null, { entity: 'decision', id }),
    },
    {
      id: 'unlink',
      says: 'Unlink its passage',
      icon: 'unlink',
      off: decision.passage === null ? 'It has none.' : '',
      onPress: () => edits.unlink(decision),
    },
    {
      id: 'remove',
      says: 'Remove the decision with its priorities',
      icon: 'trash',
      onPress: () =>
        void file.edit(`Remove ${decision.label || decisionName(decision)}`.slice(0, 200), [deleteRow('decision', id)]),
    },
  ];
}

/** Passages, priorities and open items by decision. */
function useCounts() {
  const decisions = useRows('decision');
  const evidence = useRows('evidence');
  const links = useRows('evidenceLink');
  const priorities = useRows('priority');
  const coverage = useFigures()?.coverage;
  return useMemo(() => {
    const passageOf = new Map(
      evidence.flatMap((row) => (row.passage === null ? [] : [[row.id, row.passage] as const])),
    );
    const passages = new Map<string, string[]>();
    const add = (decision: string, passage: string): void => {
      const list = passages.get(decision) ?? [];
      if (!list.includes(passage)) passages.set(decision, [...list, passage]);
    };
    for (const row of decisions) if (row.passage !== null) add(row.id, row.passage);
    for (const link of links) {
      const passage = passageOf.get(link.evidence);
      if (link.decision !== null && passage !== undefined) add(link.decision, passage);
    }
    const count = new Map<string, number>();
    for (const row of priorities) count.set(row.decision, (count.get(row.decision) ?? 0) + 1);
    const items = new Map((coverage?.decisions ?? []).map((one) => [one.decision.id, one.items.length]));
    return { passages, priorities: count, items };
  }, [decisions, evidence, links, priorities, coverage]);
}
