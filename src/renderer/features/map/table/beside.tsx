/** Beside the table: more about the priority in focus, and the limits that plans must respect. */
import { type KeyboardEvent, useEffect, useMemo, useRef } from 'react';
import { assessLimits } from '../../../../shared/analysis/limits.ts';
import type { MapReading } from '../../../../shared/analysis/map/rows.ts';
import { insertRow } from '../../../../shared/model/change.ts';
import { emptyData, type Priority } from '../../../../shared/model/index.ts';
import { useFile, useKit, useReadOnly, useRows, useToday, useWindow } from '../../../data/hooks.ts';
import { useProblems } from '../use-problems.ts';
import { countOf, showDay } from '../../../parts/format.ts';
import { Field } from '../../../parts/field.tsx';
import { kitName } from '../../../parts/kit-words.ts';
import { lastPosition, personName } from '../../../parts/names.ts';
import { IconButton, LinkButton } from '../../../ui/button.tsx';
import { focusable } from '../../../ui/focus.ts';
import { IdTag } from '../../../ui/marks.tsx';
import { Section } from '../../../ui/pane.tsx';
import { useDesk } from '../desk.ts';
import { findPriority, priorityTag, useHangings } from '../use-map.ts';
import { AnswerFields } from '../who/answer-fields.tsx';
import { ownerOf } from '../who/who.ts';
import { MeasureEntries } from './measures-editor.tsx';
import { StopEntries } from './stops-editor.tsx';
import { EntryList } from '../entries/entry-list.tsx';
import styles from './limits.module.css';
import editors from './editors.module.css';

/** The pane. Esc closes it and goes back to where one was. */
export function Beside({
  map,
  priority,
  takesFocus,
  onClose,
}: {
  map: MapReading;
  /** Id of the priority in focus; null while none is. */
  priority: string | null;
  /** Grows with each wish to come here; 0 leaves the focus where it is. */
  takesFocus: number;
  onClose: () => void;
}) {
  const pane = useRef<HTMLElement>(null);
  const before = useRef<Element | null>(null);
  useEffect(() => {
    if (takesFocus === 0 || pane.current === null || pane.current.contains(document.activeElement)) return;
    before.current = document.activeElement;
    focusable(pane.current)
      .find((element) => element.matches('input, textarea, select'))
      ?.focus();
  }, [takesFocus]);
  const close = (): void => {
    onClose();
    if (before.current instanceof HTMLElement && before.current.isConnected) before.current.focus();
  };
  const hear = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    event.preventDefault();
    close();
  };
  const found = priority === null ? null : findPriority(map, priority);
  return (
    <aside ref={pane} className={styles.beside} aria-label="Beside the table" onKeyDown={hear}>
      <div className={styles.headline}>
        <h2 className={styles.title}>
          {found === null ? (
            'Limits'
          ) : (
            <>
              <IdTag accent>{priorityTag(found.priority.row)}</IdTag> {found.priority.row.title}
            </>
          )}
        </h2>
        <IconButton icon="close" label="Close" keys="Escape" onPress={close} />
      </div>
      {found !== null && <PriorityFacts row={found.priority.row} />}
      <Limits priority={found?.priority.row ?? null} hasHeading={found !== null} />
    </aside>
  );
}

function PriorityFacts({ row }: { row: Priority }) {
  const desk = useDesk();
  const window = useWindow();
  const readOnly = useReadOnly();
  const file = useFile();
  const { id } = row;
  const problems = useProblems('priority', id);
  const changes = useRows('modelChange').filter((one) => one.priority === id);
  const links = useRows('evidenceLink').filter((one) => one.priority === id);
  const initiatives = useRows('initiative').filter((one) => one.priority === id);
  const tag = priorityTag(row);
  return (
    <>
      <div className={styles.fields}>
        <Field entity="priority" id={id} name="mandate" />
        <Field entity="priority" id={id} name="againstLimit" {...problems('againstLimit')} />
        <Field entity="priority" id={id} name="gain" />
        {row.gain !== '' && <Field entity="priority" id={id} name="gainSource" {...problems('gainSource')} />}
        <Field entity="priority" id={id} name="buildsCapability" />
        <Field entity="priority" id={id} name="writtenOn" {...problems('writtenOn')} />
      </div>
      {readOnly && <FromTheTable row={row} />}
      <Section title="Changes of the operating model">
        <EntryList
          entity="modelChange"
          rows={changes}
          says="change"
          fresh={(engagement) => {
            const fresh = file.newId();
            return {
              id: fresh,
              label: `Add an operating-model change to ${tag}`,
              changes: [insertRow('modelChange', fresh, { engagement, priority: id, position: lastPosition(changes) })],
            };
          }}
        >
          {(change) => (
            <>
              <div className={editors.pair}>
                <Field entity="modelChange" id={change.id} name="kind" />
                <Field entity="modelChange" id={change.id} name="from" />
              </div>
              <Field entity="modelChange" id={change.id} name="what" />
              <Field entity="modelChange" id={change.id} name="before" />
              <Field entity="modelChange" id={change.id} name="after" />
            </>
          )}
        </EntryList>
      </Section>
      <ul className={styles.list}>
        <li>
          <LinkButton
            onPress={() => desk.openEvidence({ key: id, tag, says: `${tag} ${row.title}`, fields: { priority: id } })}
          >
            {links.length === 0
              ? 'No evidence linked'
              : countOf(links.length, 'piece of evidence', 'pieces of evidence')}
          </LinkButton>
        </li>
        {initiatives.map((one) => (
          <li key={one.id}>
            <LinkButton onPress={() => window.go('map', 'plan', { entity: 'initiative', id: one.id })}>
              In the first 90 days: {one.title || 'an initiative without words'}
            </LinkButton>
          </li>
        ))}
      </ul>
    </>
  );
}

/** What the panels of the table edit: where nothing can be edited they do not open, so it is read here. */
function FromTheTable({ row }: { row: Priority }) {
  const { stops, measures } = useHangings();
  const own = stops.get(row.id) ?? [];
  const changes = measures.get(row.id) ?? [];
  return (
    <>
      <div className={styles.fields}>
        <AnswerFields who={ownerOf(row, priorityTag(row))} />
        <Field entity="priority" id={row.id} name="firstStep" />
        <Field entity="priority" id={row.id} name="firstStepOn" />
        {row.relationReason !== '' && <Field entity="priority" id={row.id} name="relationReason" />}
      </div>
      {own.length > 0 && (
        <Section title="Stops">
          <StopEntries priority={row} stops={own} />
        </Section>
      )}
      {changes.length > 0 && (
        <Section title="Measures">
          <MeasureEntries priority={row} measures={changes} />
        </Section>
      )}
    </>
  );
}

function Limits({ priority, hasHeading }: { priority: Priority | null; hasHeading: boolean }) {
  const window = useWindow();
  const kit = useKit();
  const today = useToday();
  const people = useRows('stakeholder');
  const rows = useRows('limit');
  const experiment = useRows('experiment');
  const limits = useMemo(
    () => assessLimits({ data: { ...emptyData(), limit: rows, experiment, stakeholder: people }, today }),
    [rows, experiment, people, today],
  );
  const body =
    limits.length === 0 ? (
      <p className={styles.facts}>
        No limit is written down yet. <LinkButton onPress={() => window.go('scope')}>Write them in Scope</LinkButton>
      </p>
    ) : (
      limits.map(({ limit, experiments, untried }) => (
        <button
          key={limit.id}
          type="button"
          className={styles.limit}
          data-fixed={limit.hold === 'fixed' ? '' : undefined}
          onClick={() => window.go('scope', null, { entity: 'limit', id: limit.id })}
        >
          <span>{limit.text || 'A limit without words'}</span>
          <span className={styles.hold}>
            {{ fixed: 'fixed', free: 'free to try', '': 'not marked' }[limit.hold ?? '']}
          </span>
          <span className={styles.facts}>
            {[
              kitName(kit, 'limitKinds', limit.kind),
              personName(people.find((one) => one.id === limit.toldBy)) || limit.toldByName,
              untried ? 'nothing is tried yet' : '',
              ...experiments.map(
                ({ row }) => `tried until ${showDay(row.to, 'shortDay') || 'no day set'}: ${row.what}`,
              ),
            ]
              .filter((words) => words !== '')
              .join(' · ')}
          </span>
          {priority?.againstLimit === limit.id && (
            <span className={`${styles.facts} ${styles.against}`}>{priorityTag(priority)} runs against it</span>
          )}
        </button>
      ))
    );
  return hasHeading ? <Section title="Limits">{body}</Section> : <div>{body}</div>;
}
