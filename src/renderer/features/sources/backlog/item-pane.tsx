/** All fields of an item, to be edited, with what it is linked to. */
import { useState } from 'react';
import { deleteRow } from '../../../../shared/model/change.ts';
import type { BacklogItem } from '../../../../shared/model/index.ts';
import { useFile, useReadOnly } from '../../../data/hooks.ts';
import { Field, type FieldName, placeOf } from '../../../parts/field.tsx';
import { Button } from '../../../ui/button.tsx';
import { DefinitionList, Section } from '../../../ui/pane.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { ItemLinks } from '../item-links.tsx';
import { LinkDialog } from '../link-dialog.tsx';
import { sayItems } from '../link-edits.ts';
import styles from './item-pane.module.css';

const tracked: readonly FieldName<'backlogItem'>[] = [
  'key',
  'status',
  'statusText',
  'type',
  'effort',
  'assignee',
  'function',
  'functionText',
];
const days: readonly FieldName<'backlogItem'>[] = [
  'createdOn',
  'updatedOn',
  'startOn',
  'startedOn',
  'closedOn',
  'dueOn',
  'goneOn',
];

/** Shows an item; `onRemoved` is told before it goes. */
export function ItemPane({ item, onRemoved }: { item: BacklogItem; onRemoved: (id: string) => void }) {
  const file = useFile();
  const readOnly = useReadOnly();
  const [linking, setLinking] = useState<'work' | 'stop' | null>(null);
  const { id } = item;
  const fields = (names: readonly FieldName<'backlogItem'>[]) => (
    <DefinitionList labelWidth={136}>
      {names.map((name) => (
        <Field key={name} entity="backlogItem" id={id} name={name} />
      ))}
    </DefinitionList>
  );
  return (
    <div>
      <div className={styles.title}>
        <Field entity="backlogItem" id={id} name="title" hideLabel bare wrap placeholder="Item without a title" />
      </div>
      <Field entity="backlogItem" id={id} name="description" hideLabel bare placeholder="No description" />
      <Section title="Serves" ruled>
        <ItemLinks item={item} />
        {!readOnly && (
          <div className={styles.actions}>
            <Button small icon="link" onPress={() => setLinking('work')}>
              Link to a decision or priority
            </Button>
            <Button small onPress={() => setLinking('stop')}>
              Contradicts a stop
            </Button>
          </div>
        )}
        <Field entity="backlogItem" id={id} name="keepsLightsOn" />
        <Field entity="backlogItem" id={id} name="judged" />
        <Field entity="backlogItem" id={id} name="newAtReview" />
        {fields(['basis'])}
      </Section>
      <Section title="From the tracker" ruled>
        {fields(tracked)}
        <DefinitionList labelWidth={136}>
          <WordsField item={item} name="labels" label="Labels" />
          <Field entity="backlogItem" id={id} name="parentKey" />
          <Field entity="backlogItem" id={id} name="parentTitle" />
          <Field entity="backlogItem" id={id} name="epicKey" />
          <Field entity="backlogItem" id={id} name="initiative" />
          <WordsField item={item} name="linkedKeys" label="Linked items" />
          <LinkField item={item} />
        </DefinitionList>
      </Section>
      <Section title="Days" ruled>
        {fields(days)}
      </Section>
      {!readOnly && (
        <div className={styles.remove}>
          <Button
            kind="quiet"
            small
            icon="trash"
            onPress={() => {
              onRemoved(id);
              void file.edit(`Remove ${sayItems([item])}`.slice(0, 200), [deleteRow('backlogItem', id)]);
            }}
          >
            Remove this item
          </Button>
        </div>
      )}
      {linking !== null && (
        <LinkDialog items={[item]} to={linking} onDone={() => undefined} onClose={() => setLinking(null)} />
      )}
    </div>
  );
}

/** A web address; anything else is kept in the field and said to be none, and not stored. */
function LinkField({ item }: { item: BacklogItem }) {
  const file = useFile();
  const [draft, setDraft] = useState<string | null>(null);
  const shown = draft ?? item.link;
  const isWeb = (text: string): boolean => text === '' || (/^https?:\/\/\S+$/iu.test(text) && URL.canParse(text));
  return (
    <TextField
      label="Link"
      place={placeOf('backlogItem', item.id, 'link')}
      value={shown}
      maxLength={500}
      problem={isWeb(shown.trim()) ? undefined : 'A web address begins with https:// or http://.'}
      onBlur={() => {
        if (isWeb(shown.trim())) setDraft(null);
        void file.flush();
      }}
      onChange={(text) => {
        setDraft(text);
        if (isWeb(text.trim())) file.type('backlogItem', item.id, { link: text.trim() });
      }}
    />
  );
}

/** A list of words, typed with commas between them. */
function WordsField({ item, name, label }: { item: BacklogItem; name: 'labels' | 'linkedKeys'; label: string }) {
  const file = useFile();
  const saved = item[name];
  const [draft, setDraft] = useState<string | null>(null);
  return (
    <TextField
      label={label}
      hint={draft === null ? undefined : 'With commas between them.'}
      place={placeOf('backlogItem', item.id, name)}
      value={draft ?? saved.join(', ')}
      onFocus={() => setDraft(saved.join(', '))}
      onBlur={() => {
        setDraft(null);
        void file.flush();
      }}
      onChange={(text) => {
        setDraft(text);
        const words = text.split(',').map((word) => word.trim());
        file.type('backlogItem', item.id, { [name]: words.filter((word) => word !== '').slice(0, 1000) });
      }}
    />
  );
}
