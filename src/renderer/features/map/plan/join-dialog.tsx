/** A join by dialog: a new one for a priority, or one that is there. */
import { useState } from 'react';
import { deleteRow, insertRow } from '../../../../shared/model/change.ts';
import type { Priority } from '../../../../shared/model/index.ts';
import { useEngagement, useFile, useKit, useReadOnly, useRow, useRows } from '../../../data/hooks.ts';
import { Field } from '../../../parts/field.tsx';
import { kitOptions } from '../../../parts/kit-words.ts';
import { Button } from '../../../ui/button.tsx';
import { DateField } from '../../../ui/date-field.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Select } from '../../../ui/select.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { inOrder } from '../../../parts/names.ts';
import { useDesk } from '../desk.ts';
import { priorityTag } from '../use-map.ts';
import { JoinFields } from './join-fields.tsx';
import styles from './dialogs.module.css';

/** Shows the form for a new join, or the fields of one. */
export function JoinDialog({
  join,
  priority,
  onClose,
}: {
  join: string | null;
  priority: Priority;
  onClose: () => void;
}) {
  return join === null ? <NewJoin priority={priority} onClose={onClose} /> : <ShownJoin id={join} onClose={onClose} />;
}

function ShownJoin({ id, onClose }: { id: string; onClose: () => void }) {
  const file = useFile();
  const readOnly = useReadOnly();
  const row = useRow('join', id);
  const { say } = useDesk();
  if (row === undefined) return null;
  const remove = (): void => {
    onClose();
    void file.edit('Delete a join', [deleteRow('join', id)]);
    say('A join deleted.', true);
  };
  return (
    <Dialog
      title="Join"
      keys="all"
      onClose={onClose}
      footer={
        <>
          {!readOnly && (
            <Button icon="trash" onPress={remove}>
              Delete
            </Button>
          )}
          <Button kind="primary" onPress={onClose}>
            Close
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        <JoinFields join={row} />
        <Field entity="join" id={id} name="priority" />
      </div>
    </Dialog>
  );
}

function NewJoin({ priority, onClose }: { priority: Priority; onClose: () => void }) {
  const file = useFile();
  const kit = useKit();
  const engagement = useEngagement().id;
  const initiatives = inOrder(useRows('initiative'));
  const people = useRows('stakeholder');
  const own = initiatives.filter((row) => row.priority === priority.id);
  const owner = people.find(({ id }) => id === priority.owner);
  const [from, setFrom] = useState<string | null>(owner?.function ?? null);
  const [to, setTo] = useState<string | null>(null);
  const [partner, setPartner] = useState<string | null>(null);
  const [on, setOn] = useState<string | null>(priority.startOn);
  const [what, setWhat] = useState('');
  const functions = kitOptions(kit, 'functions');
  const others = initiatives.filter((row) => row.priority !== priority.id);
  const add = (): void => {
    const [first] = own;
    void file.edit(`Add a join to ${priorityTag(priority)}`, [
      insertRow('join', file.newId(), {
        engagement,
        priority: first === undefined ? priority.id : null,
        initiative: first?.id ?? null,
        withInitiative: partner,
        fromFunction: from,
        toFunction: to,
        on,
        handsOver: what,
      }),
    ]);
    onClose();
  };
  return (
    <Dialog
      title={`New join of ${priorityTag(priority)}`}
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button kind="primary" onPress={add} off={what.trim() === '' ? 'Say what is handed over.' : ''}>
            Add the join
          </Button>
        </>
      }
    >
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (what.trim() !== '') add();
        }}
      >
        <TextField label="What is handed over" value={what} onChange={setWhat} autoFocus />
        <div className={styles.pair}>
          <Select label="From function" value={from} options={functions} none="Not chosen" onChange={setFrom} />
          <Select label="To function" value={to} options={functions} none="Not chosen" onChange={setTo} />
        </div>
        <div className={styles.pair}>
          <DateField label="On" value={on} onChange={setOn} />
          <Select
            label="With initiative"
            value={partner}
            options={others.map((row) => ({ id: row.id, says: row.title || 'Without words yet' }))}
            none="None"
            onChange={setPartner}
          />
        </div>
      </form>
    </Dialog>
  );
}
