/** The step between an export and the file: how it is read, which column is what, what the items become, what changes. */
import { useState } from 'react';
import { describeFailure } from '../../../shared/api/errors.ts';
import { describeImportNote } from '../../../shared/api/import-notes.ts';
import type { DateOrder, Mapping, StatusClass } from '../../../shared/api/import-types.ts';
import { handMade } from '../../../shared/model/source.ts';
import { useFile, useFileState, useRows, useWindowState } from '../../data/hooks.ts';
import { countOf, showDay } from '../../parts/format.ts';
import { Button } from '../../ui/button.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Select } from '../../ui/select.tsx';
import { Trouble } from '../../ui/states.tsx';
import { TabPanel, Tabs } from '../../ui/tabs.tsx';
import { Changes } from './backlog-step/changes.tsx';
import { Columns } from './backlog-step/columns.tsx';
import { HowItIsRead } from './backlog-step/how-it-is-read.tsx';
import { countProblems, RowProblems } from './backlog-step/row-problems.tsx';
import { StoredItems } from './backlog-step/stored-items.tsx';
import { usePreview } from './backlog-step/use-preview.ts';
import { Statuses, Teams } from './backlog-step/words.tsx';
import { readingOf, trackerSays } from './mapping.ts';
import type { Cut, Taken, TakeIn } from './use-take-in.ts';
import styles from './backlog-step/step.module.css';

type View = 'items' | 'problems' | 'statuses' | 'teams' | 'changes';
const newBacklog = 'new';

/** Asks how an export is to be read, shows what that gives, and stores it. */
export function BacklogDialog({
  taken,
  takeIn,
  onStored,
}: {
  taken: Extract<Taken, { kind: 'backlog' }>;
  takeIn: TakeIn;
  onStored: () => void;
}) {
  const { name, place, inspection } = taken;
  const { remembered, rowCount } = inspection;
  const file = useFile();
  const engagement = useFileState((state) => state.engagement);
  const person = useWindowState((state) => state.preferences.person);
  const sources = useRows('source').filter((row) => row.kind === 'backlog' && row.format !== handMade);
  const [changed, setChanged] = useState<Mapping | null>(null);
  const [statuses, setStatuses] = useState<Readonly<Record<string, StatusClass>>>(remembered?.statuses ?? {});
  const [functions, setFunctions] = useState<Readonly<Record<string, string | null>>>(remembered?.functions ?? {});
  const [dateOrder, setDateOrder] = useState<DateOrder | null>(remembered?.dateOrder ?? null);
  const [ignored, setIgnored] = useState<readonly number[]>([]);
  const [exportedOn, setExportedOn] = useState<string | null>(null);
  const [into, setInto] = useState<string | null | undefined>();
  const [finding, setFinding] = useState('');
  const [view, setView] = useState<View | null>(null);
  const mapping = changed ?? remembered?.mapping ?? inspection.mapping;
  const titled = mapping.title !== undefined;
  const reading = readingOf(inspection, mapping, statuses, dateOrder, ignored);
  const previewed = usePreview(titled ? { place, reading, functions, exportedOn, into } : null);
  const { preview, problem } = previewed;
  const change = preview?.change ?? null;
  const shown = view ?? (change === null || change.same ? 'items' : 'changes');
  const again = (cut: Cut): void => {
    setChanged(null);
    setIgnored([]);
    takeIn.inspectAgain(cut);
  };
  const leave = (line: number): void => setIgnored([...ignored, line]);
  const take = (line: number): void => setIgnored(ignored.filter((one) => one !== line));
  const store = async (): Promise<void> => {
    const stored = await takeIn.store(`Taking in ${name}`, (work, opId) =>
      file.client.imports.backlog({
        file: file.handle,
        engagement,
        place,
        reading,
        functions,
        author: person,
        finding,
        opId,
        work,
        ...(into === undefined ? {} : { into }),
        ...(exportedOn === null ? {} : { exportedOn }),
      }),
    );
    if (stored !== null) onStored();
  };
  const off = titled ? (problem === null ? '' : describeFailure(problem)) : 'Choose the column that holds the titles.';
  const unknown = new Set(
    preview?.notes.flatMap(({ code, params }) => (code === 'status-unknown' ? [String(params['status'])] : [])),
  );
  const tabs: readonly { readonly id: View; readonly says: string }[] = [
    { id: 'items', says: 'First items' },
    { id: 'problems', says: `Problems ${preview === null ? '' : countProblems(preview)}`.trim() },
    { id: 'statuses', says: 'Statuses' },
    { id: 'teams', says: 'Teams' },
    ...(change === null ? [] : [{ id: 'changes' as const, says: 'What changes' }]),
  ];
  return (
    <Dialog
      title={`Take in ${name}`}
      size="full"
      onClose={takeIn.leave}
      footer={
        <>
          <span className={styles.state} role="status">
            {stateOf(previewed.reading, preview?.itemCount ?? null, preview?.leftOutCount ?? 0)}
          </span>
          <Button onPress={takeIn.leave} keys="Esc">
            Leave it out
          </Button>
          <Button kind="primary" onPress={() => void store()} off={off}>
            Take in {countOf(rowCount - ignored.length, 'row', 'rows')}
          </Button>
        </>
      }
    >
      <p className={styles.lead}>
        {countOf(rowCount, 'row', 'rows')}, read as {trackerSays[inspection.tracker]}. Nothing is stored until you take
        it in; undo takes all of it back.
        {remembered !== null &&
          changed === null &&
          ` Columns, statuses and teams are read as at the last import${remembered.importedOn === null ? '' : ` on ${showDay(remembered.importedOn)}`} (${remembered.title}).`}
      </p>
      <div className={styles.panes} data-reading={previewed.reading ? '' : undefined}>
        <div className={styles.pane}>
          <div className={styles.controls}>
            <DateField
              label="Exported on"
              value={exportedOn}
              onChange={setExportedOn}
              hint={preview === null ? undefined : `Left empty: ${showDay(preview.exportedOn)}.`}
            />
            {sources.length > 0 && (
              <Select
                label="Brings up to date"
                value={into === undefined ? (change?.source ?? newBacklog) : (into ?? newBacklog)}
                options={[
                  ...sources.map((source) => ({ id: source.id, says: source.title || source.fileName || 'Backlog' })),
                  { id: newBacklog, says: 'Nothing: it is another backlog' },
                ]}
                onChange={(id) => setInto(id === newBacklog ? null : (id ?? undefined))}
              />
            )}
          </div>
          <HowItIsRead
            key={JSON.stringify(inspection.dialect)}
            inspection={inspection}
            dateOrder={dateOrder}
            onDateOrder={setDateOrder}
            onCut={again}
            notes={[...inspection.notes, ...(preview?.notes ?? [])].map(describeImportNote)}
          />
          <Columns inspection={inspection} mapping={mapping} onChange={setChanged} />
        </div>
        <div className={styles.pane}>
          <Tabs name="backlog-step" label="What it becomes" tabs={tabs} value={shown} onChange={setView} />
          <TabPanel name="backlog-step" value={shown}>
            <div className={styles.preview}>
              {!titled && (
                <p className={styles.lead}>
                  No column is known to hold the titles. Choose it on the left: set “Taken in as” to Title.
                </p>
              )}
              {problem !== null && <Trouble title="It cannot be taken in like this" text={describeFailure(problem)} />}
              {preview !== null && problem === null && (
                <>
                  {shown === 'items' && <StoredItems preview={preview} onLeave={leave} />}
                  {shown === 'problems' && <RowProblems preview={preview} onLeave={leave} onTake={take} />}
                  {shown === 'statuses' && (
                    <Statuses
                      found={preview.statuses}
                      chosen={statuses}
                      unknown={unknown}
                      onChange={(text, status) => setStatuses({ ...statuses, [text]: status })}
                    />
                  )}
                  {shown === 'teams' && (
                    <Teams
                      found={preview.teams}
                      chosen={functions}
                      onChange={(text, id) => setFunctions({ ...functions, [text]: id })}
                    />
                  )}
                  {shown === 'changes' && change !== null && (
                    <Changes change={change} finding={finding} onFinding={setFinding} />
                  )}
                </>
              )}
            </div>
          </TabPanel>
        </div>
      </div>
    </Dialog>
  );
}

function stateOf(reading: boolean, items: number | null, leftOut: number): string {
  if (reading) return 'Reading the file…';
  if (items === null) return '';
  return `${countOf(items, 'item', 'items')}${leftOut === 0 ? '' : `, ${countOf(leftOut, 'row', 'rows')} left out`}`;
}
