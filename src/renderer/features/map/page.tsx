/** The page of stage 6, Map: the table to type in, the picture and the calendar to look at, the first 90 days. */
import { useCallback, useEffect, useMemo, useState } from 'react';
import { useFile, useWindow, useWindowState } from '../../data/hooks.ts';
import { useChecks } from '../../parts/checks.tsx';
import { EvidenceDialog } from '../../parts/evidence-dialog.tsx';
import type { LinkTarget } from '../../parts/evidence-links.ts';
import { StagePage, type StageTab } from '../../parts/stage-page.tsx';
import { CheckMark } from '../../ui/check-mark.tsx';
import { Snack } from '../../ui/states.tsx';
import { TabPanel } from '../../ui/tabs.tsx';
import { CalendarTab } from './calendar/calendar-tab.tsx';
import { DeskContext, type MapDesk, type SheetView } from './desk.ts';
import { useMapActions } from './map-actions.ts';
import { PictureTab } from './picture/picture-tab.tsx';
import { tabOf } from './places.ts';
import { PlanTab } from './plan/plan-tab.tsx';
import { DecisionSheet } from './sheet/decision-sheet.tsx';
import { TableTab } from './table/table-tab.tsx';
import { useMap } from './use-map.ts';
import { useMapPlace } from './use-map-place.ts';
import styles from './page.module.css';

const tabs: readonly StageTab[] = [
  { id: 'table', says: 'Table' },
  { id: 'picture', says: 'Picture' },
  { id: 'calendar', says: 'Calendar' },
  { id: 'plan', says: 'First 90 days' },
];

/** How long a word about what was done stays, milliseconds. */
const saidFor = 8000;

type Sheet = { readonly id: string; readonly view: SheetView; readonly turn: number };

/** Shows the stage. */
export function MapPage() {
  const file = useFile();
  const window = useWindow();
  const place = useMapPlace();
  const wanted = useWindowState((state) => state.place.tab);
  const turn = useWindowState((state) => state.place.turn);
  const [said, setSaid] = useState<{ readonly words: string; readonly undoes: boolean } | null>(null);
  const [sheet, setSheet] = useState<Sheet | null>(null);
  const [evidence, setEvidence] = useState<LinkTarget | null>(null);
  const [seen, setSeen] = useState<number | null>(null);
  // Whoever comes for something on a sheet finds it open; whoever goes elsewhere leaves what lies over the page.
  if (seen !== turn) {
    setSeen(turn);
    setSheet(place?.at === 'sheet' ? { id: place.decision, view: place.view, turn } : null);
    setEvidence(null);
  }
  const tab = tabs.find((one) => one.id === wanted)?.id ?? tabOf(place);

  useEffect(() => {
    if (said === null) return undefined;
    const timer = setTimeout(() => setSaid(null), saidFor);
    return () => clearTimeout(timer);
  }, [said]);
  const say = useCallback((words: string, undoes = false) => setSaid({ words, undoes }), []);
  const openDecision = useCallback((id: string, view: SheetView = 'decision') => setSheet({ id, view, turn: 0 }), []);
  const covered = sheet !== null || evidence !== null;
  const desk = useMemo(
    (): MapDesk => ({ say, openDecision, openEvidence: setEvidence, covered }),
    [say, openDecision, covered],
  );
  const takeBack = async (): Promise<void> => {
    setSaid(null);
    const answer = await file.undo();
    if (!answer.ok) window.fail(answer.error);
  };
  return (
    <StagePage stage="map" title="Map" tabs={tabs} tab={tab} aside={<Counts />}>
      <DeskContext value={desk}>
        <TabPanel name="map" value={tab}>
          <View tab={tab} />
        </TabPanel>
        {sheet !== null && (
          <DecisionSheet
            key={`${sheet.id}:${sheet.turn}`}
            id={sheet.id}
            view={sheet.view}
            onClose={() => setSheet(null)}
          />
        )}
        {evidence !== null && <EvidenceDialog target={evidence} onClose={() => setEvidence(null)} />}
        {said !== null && (
          <Snack text={said.words} {...(said.undoes ? { actionSays: 'Undo', onAction: () => void takeBack() } : {})} />
        )}
      </DeskContext>
    </StagePage>
  );
}

function View({ tab }: { tab: string }) {
  const map = useMap();
  const actions = useMapActions(map);
  switch (tab) {
    case 'picture':
      return <PictureTab map={map} />;
    case 'calendar':
      return <CalendarTab map={map} />;
    case 'plan':
      return <PlanTab map={map} />;
    default:
      return <TableTab map={map} actions={actions} />;
  }
}

/** How many blockers and warnings are open here. */
function Counts() {
  const open = useChecks(6).filter(({ accepted }) => accepted === undefined);
  const blockers = open.filter(({ severity }) => severity === 'blocker').length;
  const warnings = open.filter(({ severity }) => severity === 'warning').length;
  return (
    <span className={styles.counts}>
      {blockers > 0 && (
        <span>
          <CheckMark kind="blocker" /> {blockers}
        </span>
      )}
      {warnings > 0 && (
        <span>
          <CheckMark kind="warning" /> {warnings}
        </span>
      )}
    </span>
  );
}
