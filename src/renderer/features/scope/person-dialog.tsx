/** A person of the client: who they are, whether and how they are heard, what they take part in and own. */
import { type ReactNode, useState } from 'react';
import { deleteRow, updateRow } from '../../../shared/model/change.ts';
import type { Interview, Stakeholder } from '../../../shared/model/index.ts';
import { guideFor } from '../../../shared/analysis/stakeholder-grid.ts';
import {
  useFile,
  useKit,
  useReadOnly,
  useRow,
  useRows,
  useToday,
  useWindow,
  useWindowState,
} from '../../data/hooks.ts';
import { Field, placeOf } from '../../parts/field.tsx';
import { showDay } from '../../parts/format.ts';
import { kitName } from '../../parts/kit-words.ts';
import { personFull } from '../../parts/names.ts';
import { WithdrawalDialog } from '../../parts/withdrawal-dialog.tsx';
import { Button, LinkButton } from '../../ui/button.tsx';
import { CheckBox } from '../../ui/check-box.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { IdTag } from '../../ui/marks.tsx';
import { useFocusPlace } from './use-focus-place.ts';
import styles from './dialogs.module.css';

/** Shows a person until it is closed or the person is removed. */
export function PersonDialog({ id, onClose }: { id: string; onClose: () => void }) {
  const file = useFile();
  const window = useWindow();
  const readOnly = useReadOnly();
  const person = useRow('stakeholder', id);
  const meetings = useMeetings(id);
  const [takingBack, setTakingBack] = useState(false);
  const field = useWindowState(({ place: { target } }) => (target?.id === id ? target.field : undefined));
  useFocusPlace(field === undefined ? null : placeOf('stakeholder', id, field));
  if (person === undefined) return null;
  const heard = meetings.some((row) => row.status !== 'planned' || row.heldOn !== null);
  const remove = (): void => {
    onClose();
    void file.edit(`Remove ${personFull(person)}`, [deleteRow('stakeholder', id)]);
  };
  const plan = (): void => {
    onClose();
    window.go('interviews', null, { entity: 'stakeholder', id });
  };
  return (
    <Dialog
      title={personFull(person)}
      onClose={onClose}
      footer={
        <>
          {!readOnly && (
            <Button
              kind="quiet"
              icon="trash"
              onPress={remove}
              off={
                heard
                  ? 'This person was heard: what was said would lose its speaker. Take their words back instead.'
                  : ''
              }
            >
              Remove this person
            </Button>
          )}
          {(heard || person.withdrawnOn !== null) && (
            <Button
              kind="quiet"
              onPress={() => setTakingBack(true)}
              off={readOnly ? 'The file is open for reading only.' : ''}
            >
              Take their words back
            </Button>
          )}
          <span className={styles.space} />
          {!readOnly && <Button onPress={plan}>Plan an interview</Button>}
          <Button kind="primary" onPress={onClose}>
            Close
          </Button>
        </>
      }
    >
      {takingBack && (
        <WithdrawalDialog
          who={{ person: id }}
          whose={`what ${personFull(person)} said`}
          onClose={() => setTakingBack(false)}
        />
      )}
      {person.withdrawnOn !== null && (
        <p className={styles.aside}>
          Took their words back on {showDay(person.withdrawnOn)}: neither quoted nor counted.
        </p>
      )}
      <div className={styles.two}>
        <Field entity="stakeholder" id={id} name="role" />
        <Field entity="stakeholder" id={id} name="name" />
        <Field entity="stakeholder" id={id} name="function" />
        <Field entity="stakeholder" id={id} name="level" />
        <Hearing person={person} />
        <Field entity="stakeholder" id={id} name="chosenOn" />
        <GuideField person={person} />
        <div className={styles.tick}>
          <Field entity="stakeholder" id={id} name="permitsNaming" />
        </div>
      </div>
      <Field entity="stakeholder" id={id} name="note" />
      <Part title="Takes part in" empty="No conversation is planned with this person yet.">
        {meetings.map((row) => (
          <li key={row.id}>
            <LinkButton
              onPress={() => {
                onClose();
                window.go('interviews', null, { entity: 'interview', id: row.id });
              }}
            >
              {row.title || 'Conversation without a title'}
            </LinkButton>{' '}
            <span className={styles.aside}>{sayMeeting(row)}</span>
          </li>
        ))}
      </Part>
      <Owned person={person} onClose={onClose} />
    </Dialog>
  );
}

/** Whether this person is to be heard; the day of that choice is kept with it. */
function Hearing({ person }: { person: Stakeholder }) {
  const file = useFile();
  const today = useToday();
  const { id, toHear, chosenOn } = person;
  return (
    <div className={styles.tick}>
      <CheckBox
        label="To be heard"
        checked={toHear}
        place={placeOf('stakeholder', id, 'toHear')}
        onChange={(checked) =>
          void file.edit(checked ? 'Choose a person to be heard' : 'Choose not to hear a person', [
            updateRow('stakeholder', id, { toHear: checked, ...(checked ? { chosenOn: chosenOn ?? today } : {}) }),
          ])
        }
      />
    </div>
  );
}

function GuideField({ person }: { person: Stakeholder }) {
  const kit = useKit();
  const usual = guideFor(kit, person.level);
  const hint =
    usual === null || usual === person.guide ? null : `Usual at this level: ${kitName(kit, 'guides', usual)}`;
  return <Field entity="stakeholder" id={person.id} name="guide" {...(hint === null ? {} : { hint })} />;
}

function Owned({ person, onClose }: { person: Stakeholder; onClose: () => void }) {
  const window = useWindow();
  const owned = useRows('priority').filter((row) => row.owner === person.id);
  if (owned.length === 0) return null;
  return (
    <Part title="Owns">
      {owned.map((row) => (
        <li key={row.id}>
          <IdTag>{row.label}</IdTag>{' '}
          <LinkButton
            onPress={() => {
              onClose();
              window.go('map', null, { entity: 'priority', id: row.id });
            }}
          >
            {row.title || 'Priority without words'}
          </LinkButton>
        </li>
      ))}
    </Part>
  );
}

function Part({ title, empty, children }: { title: string; empty?: string; children: readonly ReactNode[] }) {
  return (
    <section className={styles.part} aria-label={title}>
      <h3>{title}</h3>
      {children.length === 0 ? <p className={styles.aside}>{empty}</p> : <ul>{children}</ul>}
    </section>
  );
}

function useMeetings(person: string): readonly Interview[] {
  const parts = useRows('participant').filter((row) => row.person === person);
  const wanted = new Set(parts.map((row) => row.interview));
  return useRows('interview').filter((row) => wanted.has(row.id));
}

function sayMeeting({ status, plannedOn, heldOn }: Interview): string {
  if (status === 'running') return 'running now';
  if (heldOn !== null) return `held on ${showDay(heldOn)}`;
  if (status === 'done') return 'held';
  return plannedOn === null ? 'planned, no day yet' : `planned for ${showDay(plannedOn, 'weekday')}`;
}
