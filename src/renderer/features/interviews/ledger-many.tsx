/** What can be done to the pieces that are gathered: link, unlink, mark, set, merge; each acts on all of them in one step. */
import { useState } from 'react';
import { entities, type Evidence } from '../../../shared/model/index.ts';
import { useRows } from '../../data/hooks.ts';
import { countOf } from '../../parts/format.ts';
import { personName } from '../../parts/names.ts';
import { Button, LinkButton } from '../../ui/button.tsx';
import { CheckBox } from '../../ui/check-box.tsx';
import { ComboBox } from '../../ui/combo-box.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Segments } from '../../ui/segments.tsx';
import type { LedgerActions } from './use-ledger-actions.ts';
import type { LedgerRow } from './ledger-filter.ts';
import { leadsTo } from './ledger-edits.ts';
import { type LinkEnd, useLinkEnds } from './link-ends.ts';
import styles from './ledger.module.css';

/** A question that is asked about the pieces. */
export type ManyQuestion = 'link' | 'fidelity' | 'speaker';

/** The bar at the foot of the list while pieces are gathered. */
export function ManyBar({
  actions,
  onAsk,
  onMerge,
  onClear,
}: {
  actions: LedgerActions;
  onAsk: (question: ManyQuestion) => void;
  onMerge: () => void;
  onClear: () => void;
}) {
  const { pieces } = actions;
  const objections = pieces.filter(({ row }) => row.objection).length;
  const later = pieces.filter(({ row }) => row.askLater).length;
  return (
    <div className={styles.many} role="group" aria-label="The gathered pieces">
      <span>{countOf(pieces.length, 'piece gathered', 'pieces gathered')}</span>
      <Button small icon="link" keys="L" onPress={() => onAsk('link')}>
        Links
      </Button>
      <Button small keys="O" onPress={actions.objection}>
        {objections === pieces.length ? 'No objection' : 'Objection'}
      </Button>
      <Button small keys="K" onPress={actions.askLater}>
        {later > 0 ? 'Asked' : 'Ask later'}
      </Button>
      <Button small keys="F" onPress={() => onAsk('fidelity')}>
        Fidelity
      </Button>
      <Button small keys="S" onPress={() => onAsk('speaker')}>
        Who said it
      </Button>
      <Button
        small
        keys="M"
        onPress={onMerge}
        off={pieces.length < 2 ? 'Gather two pieces or more to merge them.' : ''}
      >
        Merge
      </Button>
      <LinkButton quiet onPress={onClear}>
        Let go
      </LinkButton>
    </div>
  );
}

/** The dialog of a question; null while none is asked. */
export function ManyDialog({
  question,
  actions,
  onClose,
}: {
  question: ManyQuestion | null;
  actions: LedgerActions;
  onClose: () => void;
}) {
  switch (question) {
    case 'link':
      return <LinksDialog actions={actions} onClose={onClose} />;
    case 'fidelity':
      return <FidelityDialog actions={actions} onClose={onClose} />;
    case 'speaker':
      return <SpeakerDialog actions={actions} onClose={onClose} />;
    case null:
      return null;
  }
}

function LinksDialog({ actions, onClose }: { actions: LedgerActions; onClose: () => void }) {
  const { ends } = useLinkEnds();
  const [against, setAgainst] = useState(false);
  const { pieces } = actions;
  const linked = endsOf(pieces, ends);
  return (
    <Dialog
      title={`Links of ${countOf(pieces.length, 'piece', 'pieces')}`}
      onClose={onClose}
      footer={
        <Button kind="primary" onPress={onClose}>
          Done
        </Button>
      }
    >
      <ComboBox
        label="Link all of them to"
        items={ends}
        value={null}
        openAtOnce
        autoFocus
        placeholder="An indicator, a decision, an axis, a limit or a priority"
        onChoose={(id) => {
          const end = ends.find((one) => one.id === id);
          if (end !== undefined) actions.link(end, against);
        }}
      />
      <CheckBox label="They speak against it" checked={against} onChange={setAgainst} />
      <div>
        {linked.length === 0 && <p className={styles.quiet}>None of them is linked to anything yet.</p>}
        {linked.map(({ end, count, counter }) => (
          <div key={end.id} className={styles.link}>
            <span className={styles.count}>
              {count} of {pieces.length}
            </span>
            <span>
              {end.says}
              {counter > 0 && <span className={styles.quiet}> {counter} against</span>}
            </span>
            <Button
              small
              kind="quiet"
              onPress={() => actions.link(end, false)}
              off={count === pieces.length && counter === 0 ? 'All of them are linked to it.' : ''}
            >
              Link all
            </Button>
            <Button small kind="quiet" icon="unlink" onPress={() => actions.unlink(end)}>
              Unlink
            </Button>
          </div>
        ))}
      </div>
    </Dialog>
  );
}

/** What the pieces are linked to, the commonest first. */
function endsOf(pieces: readonly LedgerRow[], ends: readonly LinkEnd[]) {
  return ends
    .map((end) => {
      const own = pieces.filter(({ links }) => links.some((link) => leadsTo(link, end.fields)));
      const counter = own.filter(({ links }) => links.some((link) => link.counter && leadsTo(link, end.fields))).length;
      return { end, count: own.length, counter };
    })
    .filter(({ count }) => count > 0)
    .toSorted((a, b) => b.count - a.count);
}

const fidelities = Object.entries(entities.evidence.fields.fidelity.options ?? {}).map(([value, says], at) => ({
  value: value as Evidence['fidelity'],
  says: `${at + 1} ${says}`,
  digit: at + 1,
}));

function FidelityDialog({ actions, onClose }: { actions: LedgerActions; onClose: () => void }) {
  const { pieces } = actions;
  const [first] = pieces;
  const common = pieces.every(({ row }) => row.fidelity === first?.row.fidelity) ? (first?.row.fidelity ?? null) : null;
  return (
    <Dialog
      title={`How ${countOf(pieces.length, 'piece', 'pieces')} was written down`}
      size="small"
      onClose={onClose}
      footer={
        <Button kind="primary" onPress={onClose}>
          Done
        </Button>
      }
    >
      <Segments
        label="Fidelity of all of them"
        options={fidelities}
        value={common}
        clearable={false}
        autoFocus
        onChange={(fidelity) => fidelity !== null && actions.fidelity(fidelity)}
      />
      <p className={styles.quiet}>Verbatim only when every word was: only that prints in quotation marks.</p>
    </Dialog>
  );
}

function SpeakerDialog({ actions, onClose }: { actions: LedgerActions; onClose: () => void }) {
  const people = useRows('stakeholder');
  return (
    <Dialog
      title={`Who said ${countOf(actions.pieces.length, 'piece', 'pieces')}`}
      size="small"
      onClose={onClose}
      footer={
        <>
          <Button
            onPress={() => {
              actions.speaker(null);
              onClose();
            }}
          >
            Nobody known
          </Button>
          <Button kind="primary" onPress={onClose}>
            Cancel
          </Button>
        </>
      }
    >
      <ComboBox
        label="All of them were said by"
        items={people.map((row) => ({ id: row.id, says: personName(row) || 'Nameless person', more: row.name }))}
        value={null}
        openAtOnce
        autoFocus
        onChoose={(id) => {
          if (id === null) return;
          actions.speaker(id);
          onClose();
        }}
      />
    </Dialog>
  );
}
