/** What was seen that made the client ask for help, and since when. */
import { useRef } from 'react';
import { deleteRow, insertRow } from '../../../shared/model/change.ts';
import type { Symptom } from '../../../shared/model/index.ts';
import { useEngagement, useFile, useKit, useReadOnly, useRows } from '../../data/hooks.ts';
import { Field } from '../../parts/field.tsx';
import { inOrder, lastPosition } from '../../parts/names.ts';
import { Button } from '../../ui/button.tsx';
import { useCommands } from '../../ui/commands.tsx';
import { Menu } from '../../ui/menu.tsx';
import { Section } from '../../ui/pane.tsx';
import { SymptomSince } from './symptom-since.tsx';
import styles from './symptoms.module.css';

/** Shows the symptoms, to be typed in. */
export function Symptoms() {
  const file = useFile();
  const engagement = useEngagement();
  const readOnly = useReadOnly();
  const kit = useKit();
  const symptoms = inOrder(useRows('symptom'));
  const list = useRef<HTMLDivElement>(null);
  const known = new Set(symptoms.map(({ what }) => what));
  const proposals = kit.content.symptoms.filter(({ name }) => !known.has(name));

  const add = (what = ''): void => {
    const id = file.newId();
    const fields = { engagement: engagement.id, what, position: lastPosition(symptoms) };
    void file.edit(what === '' ? 'Add a symptom' : `Add the symptom “${what}”`, [insertRow('symptom', id, fields)]);
    focusIn(id, what === '' ? 'textarea' : 'button');
  };
  const remove = (row: Symptom): void => {
    const at = symptoms.indexOf(row);
    const next = symptoms[at + 1] ?? symptoms[at - 1];
    void file.edit('Remove a symptom', [deleteRow('symptom', row.id)]);
    if (next === undefined) requestAnimationFrame(() => list.current?.querySelector<HTMLElement>('button')?.focus());
    else focusIn(next.id, 'textarea');
  };
  const off = readOnly ? 'The file is open for reading only.' : '';
  useCommands([
    { id: 'scope.addSymptom', says: 'Add a symptom', group: 'Scope', keys: ['S'], off, run: () => add() },
    {
      id: 'scope.nextSymptom',
      says: 'Next symptom, in the line of one',
      group: 'Scope',
      keys: ['Ctrl Enter'],
      keyOnly: true,
      heardElsewhere: true,
      run: () => add(),
    },
    {
      id: 'scope.removeLine',
      says: 'Remove the line in focus',
      group: 'Scope',
      keys: ['Ctrl Delete'],
      keyOnly: true,
      heardElsewhere: true,
      run: () => undefined,
    },
  ]);

  return (
    <Section title="Symptoms" aside="Seen since" ruled>
      <div ref={list}>
        {symptoms.length === 0 && readOnly && <p className={styles.none}>None was noted.</p>}
        <ul>
          {symptoms.map((row) => (
            <li
              key={row.id}
              className={styles.row}
              data-place={`symptom:${row.id}`}
              onKeyDown={(event) => {
                if (readOnly || !(event.ctrlKey || event.metaKey)) return;
                if (event.key === 'Delete') remove(row);
                else if (event.key === 'Enter') add();
                else return;
                event.preventDefault();
              }}
            >
              <Field entity="symptom" id={row.id} name="what" label="Symptom" hideLabel bare />
              <SymptomSince symptom={row} onRemove={() => remove(row)} />
            </li>
          ))}
        </ul>
        {!readOnly && (
          <div className={styles.adds}>
            <Button kind="quiet" icon="plus" onPress={() => add()}>
              Add a symptom
            </Button>
            {proposals.length > 0 && (
              <Menu
                label="Often seen"
                look="plain"
                entries={proposals.map(({ id, name }) => ({ id, says: name, onPress: () => add(name) }))}
              >
                <span className={styles.often}>Often seen</span>
              </Menu>
            )}
          </div>
        )}
      </div>
    </Section>
  );
}

/** Puts the focus into a row that is about to be drawn. */
function focusIn(id: string, what: 'textarea' | 'button'): void {
  requestAnimationFrame(() => document.querySelector<HTMLElement>(`[data-place="symptom:${id}"] ${what}`)?.focus());
}
