/** Checks that concern the map as a whole, each with the quickest way to mend it. */
import type { MapReading } from '../../../../shared/analysis/map/rows.ts';
import { updateRow } from '../../../../shared/model/change.ts';
import { useFile, useReadOnly, useRows } from '../../../data/hooks.ts';
import { CheckMark } from '../../../ui/check-mark.tsx';
import { ComboBox } from '../../../ui/combo-box.tsx';
import { prioritiesOf, priorityTag } from '../use-map.ts';
import { useMapFindings } from './use-findings.ts';
import styles from './objections.module.css';

/** The checks by code; nothing while there are none. */
export function WholeChecks({ map }: { map: MapReading }) {
  const { whole } = useMapFindings();
  return [...Map.groupBy(whole, (finding) => finding.code)].map(([code, findings]) => (
    <div key={code} className={styles.line}>
      <div className={styles.said}>
        {findings.map((finding) => (
          <p key={finding.place.id} className={styles.check} data-place={`${finding.place.entity}:${finding.place.id}`}>
            <CheckMark kind={finding.severity} />
            <span>
              {finding.sentence} <span className={styles.code}>{code}</span>
            </span>
          </p>
        ))}
      </div>
      <Mend code={code} map={map} />
    </div>
  ));
}

function Mend({ code, map }: { code: string; map: MapReading }) {
  const file = useFile();
  const readOnly = useReadOnly();
  const measures = useRows('measureChange');
  const priorities = prioritiesOf(map).map(({ row }) => row);
  if (readOnly || priorities.length === 0 || (code === 'R48' && measures.length === 0)) return null;
  if (code === 'R47') {
    return (
      <div className={styles.mend}>
        <ComboBox
          label="The priority that builds it first"
          items={priorities.map((row) => ({ id: row.id, says: `${row.label} ${row.title}`.trim() }))}
          value={null}
          onChoose={(id) => {
            if (id !== null)
              void file.edit('Mark what builds the capability', [
                updateRow('priority', id, { buildsCapability: true }),
              ]);
          }}
        />
      </div>
    );
  }
  const changes = measures.map((row) => {
    const owner = priorities.find((one) => one.id === row.priority);
    return { id: row.id, says: `${owner === undefined ? '' : `${priorityTag(owner)}: `}${row.add || row.drop}` };
  });
  return (
    <div className={styles.mend}>
      <ComboBox
        label="The measure that follows it"
        items={changes}
        value={null}
        onChoose={(id) => {
          if (id !== null)
            void file.edit('Mark the measure that follows the constraint', [
              updateRow('measureChange', id, { followsConstraint: true }),
            ]);
        }}
      />
    </div>
  );
}
