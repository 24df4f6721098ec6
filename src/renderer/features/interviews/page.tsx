/** The page of stage 3, Interviews: plan and evidence, or one interview over the whole window. */
import { useState } from 'react';
import type { Place } from '../../data/window.ts';
import { useFile, useRow, useRows, useWindow, useWindowState } from '../../data/hooks.ts';
import { StagePage } from '../../parts/stage-page.tsx';
import { countOf } from '../../parts/format.ts';
import { TabPanel } from '../../ui/tabs.tsx';
import { wholeLedger } from './ledger-filter.ts';
import { type LedgerView, rememberedLedger, rememberLedger } from './ledger-memory.ts';
import { LedgerTab } from './ledger-tab.tsx';
import { ObjectionsTab } from './objections-tab.tsx';
import { PlanTab } from './plan-tab.tsx';
import { InterviewScreen } from './screen/interview-screen.tsx';
import styles from './page.module.css';

const tabs = [
  { id: 'plan', says: 'Plan' },
  { id: 'evidence', says: 'Evidence' },
  { id: 'objections', says: 'Objections' },
] as const;

/** What is chosen on the two tabs; a place that one comes to from elsewhere overrides it. */
type Chosen = { readonly turn: number; readonly interview: string | null };

/** Shows the stage. */
export function InterviewsPage() {
  const window = useWindow();
  const place = useWindowState((state) => state.place);
  const wanted = useWanted(place);
  const file = useFile();
  const [kept, setKept] = useState<Chosen>({ turn: -1, interview: null });
  const [view, setView] = useState<LedgerView>(() => rememberedLedger(file));
  const show = (next: LedgerView): void => {
    rememberLedger(file, next);
    setView(next);
  };
  const chosen: Chosen =
    kept.turn === place.turn ? kept : { turn: place.turn, interview: wanted.interview ?? kept.interview };
  if (chosen !== kept) {
    setKept(chosen);
    // What one comes for is shown, whatever the ledger was narrowed to.
    if (wanted.evidence !== null) show({ ...view, filter: wholeLedger, selected: wanted.evidence });
  }
  const open = useRow('interview', wanted.screen);
  if (open !== undefined)
    return (
      <InterviewScreen
        key={wanted.ask === null ? open.id : `${open.id} ${place.turn}`}
        id={open.id}
        ask={wanted.ask}
        onLeave={() => window.go('interviews', 'plan', { entity: 'interview', id: open.id })}
      />
    );
  return (
    <StagePage stage="interviews" title="Interviews" tabs={tabs} tab={wanted.tab} aside={<Counts />}>
      <TabPanel name="interviews" value={wanted.tab}>
        {wanted.tab === 'plan' ? (
          <PlanTab
            onEvidence={(interview) => {
              show({ ...view, filter: { ...wholeLedger, interview } });
              window.go('interviews', 'evidence');
            }}
            selected={chosen.interview}
            onSelect={(interview) => setKept({ ...chosen, interview })}
          />
        ) : wanted.tab === 'objections' ? (
          <ObjectionsTab
            selected={view.selected}
            onSelect={(selected) => show({ ...view, selected })}
            onLedger={(selected) => {
              show({ ...view, filter: wholeLedger, selected });
              window.go('interviews', 'evidence');
            }}
          />
        ) : (
          <LedgerTab view={view} onView={show} />
        )}
      </TabPanel>
    </StagePage>
  );
}

type Wanted = {
  readonly tab: 'plan' | 'evidence' | 'objections';
  readonly screen: string | null;
  /** What is to be asked first there. */
  readonly ask: string | null;
  readonly interview: string | null;
  readonly evidence: string | null;
};

/** What a place means here: the tab, and the row on it. */
function useWanted({ tab, target }: Place): Wanted {
  const answer = useRow('answer', target?.entity === 'answer' ? target.id : null);
  const part = useRow('participant', target?.entity === 'participant' ? target.id : null);
  const mark = useRow('playbackMark', target?.entity === 'playbackMark' ? target.id : null);
  const pulse = useRow('pulseAnswer', target?.entity === 'pulseAnswer' ? target.id : null);
  const link = useRow('evidenceLink', target?.entity === 'evidenceLink' ? target.id : null);
  const objection = useRow('objection', target?.entity === 'objection' ? target.id : null);
  const nothing: Wanted = { tab: 'plan', screen: null, ask: null, interview: null, evidence: null };
  if (answer !== undefined)
    return { ...nothing, screen: answer.interview, ask: answer.question ?? answer.id, interview: answer.interview };
  if (mark !== undefined && mark.interview !== null) return { ...nothing, screen: mark.interview, ask: 'playback' };
  if (pulse !== undefined && pulse.interview !== null) return { ...nothing, screen: pulse.interview, ask: 'pulse' };
  // Where an objection waits for its answer one comes by the check; by anything else to the piece as such.
  const isAnswer = objection !== undefined || (target?.entity === 'evidence' && target.field === 'objection');
  const evidence = target?.entity === 'evidence' ? target.id : (link?.evidence ?? objection?.evidence ?? null);
  if (evidence !== null) return { ...nothing, tab: isAnswer ? 'objections' : 'evidence', evidence };
  const interview = target?.entity === 'interview' ? target.id : (part?.interview ?? null);
  if (tab?.startsWith('interview:') === true) return { ...nothing, screen: tab.slice('interview:'.length), interview };
  return { ...nothing, tab: tab === 'evidence' || tab === 'objections' ? tab : 'plan', interview };
}

function Counts() {
  const interviews = useRows('interview');
  const evidence = useRows('evidence');
  const done = interviews.filter((row) => row.status === 'done').length;
  if (interviews.length === 0) return null;
  return (
    <span className={styles.counts}>
      {done} of {countOf(interviews.length, 'interview', 'interviews')} held,{' '}
      {countOf(evidence.length, 'piece of evidence', 'pieces of evidence')}
    </span>
  );
}
