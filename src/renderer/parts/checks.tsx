/** What the checks of readiness found, as a list that leads to the place to mend. */
import { useState } from 'react';
import { placeKey, type ReadinessFinding } from '../../shared/analysis/readiness/finding.ts';
import { insertRow } from '../../shared/model/change.ts';
import { useEngagement, useFigures, useFile, useReadOnly, useToday, useWindow, useWindowState } from '../data/hooks.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { CheckMark } from '../ui/check-mark.tsx';
import { TextField } from '../ui/text-field.tsx';
import { tellsRatings, useSecondReader } from './second-reader.ts';
import styles from './checks.module.css';

const order = { blocker: 0, warning: 1, advice: 2 } as const;

/** Ids of the stages in their order. */
export const stageIds = [
  'scope',
  'sources',
  'interviews',
  'patterns',
  'constraint',
  'map',
  'document',
  'review',
] as const;

/** The findings of a stage, or all of them, blockers first; accepted ones last. */
export function useChecks(stage?: number): readonly ReadinessFinding[] {
  const all = useFigures()?.readiness ?? [];
  const blind = useSecondReader() !== null;
  const findings = blind ? all.filter(({ place }) => !tellsRatings(place.entity)) : all;
  return findings
    .filter((finding) => stage === undefined || finding.place.stage === stage)
    .toSorted(
      (a, b) =>
        Number(a.accepted !== undefined) - Number(b.accepted !== undefined) || order[a.severity] - order[b.severity],
    );
}

/** The sentences about one field of a row, or about the row as a whole where no field is named. */
export function useFieldChecks(entity: string, id: string, field: string | undefined): readonly ReadinessFinding[] {
  const findings = useFigures()?.readiness ?? [];
  return findings.filter(
    ({ place, accepted }) =>
      accepted === undefined && place.entity === entity && place.id === id && place.field === field,
  );
}

/** Goes to the place where a finding is mended. */
export function useGoToCheck(): (finding: ReadinessFinding) => void {
  const window = useWindow();
  return ({ place }) => {
    const { entity, id, field, part } = place;
    window.go(stageIds[place.stage - 1] ?? 'scope', null, {
      entity,
      id,
      ...(field === undefined ? {} : { field }),
      ...(part === undefined ? {} : { part }),
    });
  };
}

/** A list of findings; each leads to its field, and a warning can be accepted with a reason where `accept` is set. */
export function CheckList({ findings, accept }: { findings: readonly ReadinessFinding[]; accept?: true }) {
  const go = useGoToCheck();
  const [accepting, setAccepting] = useState<ReadinessFinding | null>(null);
  const readOnly = useReadOnly();
  return (
    <>
      <ul className={styles.list}>
        {findings.map((finding) => (
          <li key={`${finding.code}:${placeKey(finding.place)}`} className={styles.item}>
            <button type="button" className={styles.go} onClick={() => go(finding)}>
              <CheckMark kind={finding.severity} />
              <span>
                {finding.sentence} <span className={styles.code}>{finding.code}</span>
                {finding.accepted !== undefined && (
                  <span className={styles.accepted}>
                    Accepted by {finding.accepted.by || 'nobody named'}: {finding.accepted.reason}
                  </span>
                )}
              </span>
            </button>
            {accept && finding.severity === 'warning' && finding.accepted === undefined && !readOnly && (
              <Button kind="quiet" small onPress={() => setAccepting(finding)}>
                Accept
              </Button>
            )}
          </li>
        ))}
      </ul>
      {accepting !== null && <AcceptDialog finding={accepting} onClose={() => setAccepting(null)} />}
    </>
  );
}

function AcceptDialog({ finding, onClose }: { finding: ReadinessFinding; onClose: () => void }) {
  const file = useFile();
  const engagement = useEngagement();
  const today = useToday();
  const person = useWindowState((state) => state.preferences.person);
  const [reason, setReason] = useState('');
  const [by, setBy] = useState(person || engagement.consultant);
  const accept = (): void => {
    void file.edit(`Accept the warning ${finding.code}`, [
      insertRow('acceptedCheck', file.newId(), {
        engagement: engagement.id,
        code: finding.code,
        place: placeKey(finding.place),
        reason,
        by,
        on: today,
      }),
    ]);
    onClose();
  };
  return (
    <Dialog
      title="Accept this warning"
      onClose={onClose}
      footer={
        <>
          <Button kind="primary" onPress={accept} off={reason.trim() === '' ? 'A reason is needed.' : ''}>
            Accept with this reason
          </Button>
          <Button onPress={onClose}>Leave it open</Button>
        </>
      }
    >
      <p>{finding.sentence}</p>
      <TextField label="Reason, as it stands in the document" value={reason} onChange={setReason} multiline autoFocus />
      <TextField label="Accepted by" value={by} onChange={setBy} />
    </Dialog>
  );
}
