/** The page of stage 3, Interviews: plan and evidence, or one interview over the whole window. */
import { useState } from 'react';
import type { Place } from '../../data/window.ts';
import { useFile, useReadOnly, useRow, useRows, useWindow, useWindowState } from '../../data/hooks.ts';
import { DropArea } from '../../parts/drop-area.tsx';
import { StagePage } from '../../parts/stage-page.tsx';
import { countOf } from '../../parts/format.ts';
import { TabPanel } from '../../ui/tabs.tsx';
import { EndedBar } from './ended-bar.tsx';
import { wholeLedger } from './ledger-filter.ts';
import { type LedgerView, rememberedLedger, rememberLedger } from './ledger-memory.ts';
import { LedgerTab } from './ledger-tab.tsx';
import { ObjectionsTab } from './objections-tab.tsx';
import { PlanTab } from './plan-tab.tsx';
import { useEnding } from './use-ending.ts';
import { ReleaseTab } from './release-tab.tsx';
import { InterviewScreen } from './screen/interview-screen.tsx';
import { TranscriptDialog } from './transcript/transcript-dialog.tsx';
import { TranscriptPage } from './transcript/transcript-page.tsx';
import { useTranscript } from './transcript/use-transcript.ts';
import { useInterviewOf } from './transcript/use-turns.ts';
import styles from './page.module.css';

const tabs = [
  { id: 'plan', says: 'Plan' },
  { id: 'evidence', says: 'Evidence' },
  { id: 'objections', says: 'Objections' },
  { id: 'release', says: 'Release' },
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
  const ending = useEnding();
  const readOnly = useReadOnly();
  const take = useTranscript();
  const read = useRow('interview', wanted.transcript);
  if (open !== undefined)
    return (
      <InterviewScreen
        key={wanted.ask === null ? open.id : `${open.id} ${place.turn}`}
        id={open.id}
        ask={wanted.ask}
        onLeave={() => window.go('interviews', 'plan', { entity: 'interview', id: open.id })}
        onEnd={(changes) => {
          void ending.end(open, changes);
          window.go('interviews', 'plan', { entity: 'interview', id: open.id });
        }}
      />
    );
  if (read !== undefined)
    return (
      <TranscriptPage
        key={read.id}
        interview={read}
        wanted={wanted.turn}
        wish={place.turn}
        onLeave={() => window.go('interviews', 'plan', { entity: 'interview', id: read.id })}
      />
    );
  return (
    <StagePage
      stage="interviews"
      title="Interviews"
      tabs={tabs}
      tab={wanted.tab}
      aside={<Counts />}
      notice={<EndedBar ending={ending} />}
    >
      <DropArea off={readOnly} onDrop={take.drop}>
        <TabPanel name="interviews" value={wanted.tab}>
          {wanted.tab === 'plan' ? (
            <PlanTab
              onEvidence={(interview) => {
                show({ ...view, filter: { ...wholeLedger, interview } });
                window.go('interviews', 'evidence');
              }}
              selected={chosen.interview}
              onSelect={(interview) => setKept({ ...chosen, interview })}
              onTranscript={take.choose}
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
          ) : wanted.tab === 'release' ? (
            <ReleaseTab selected={view.selected} onSelect={(selected) => show({ ...view, selected })} />
          ) : (
            <LedgerTab view={view} onView={show} />
          )}
        </TabPanel>
      </DropArea>
      {take.taken !== null && (
        <TranscriptDialog
          key={`${take.taken.place} ${take.taken.encoding ?? ''}`}
          taken={take.taken}
          take={take}
          onStored={(interview) => window.go('interviews', `transcript:${interview}`)}
        />
      )}
    </StagePage>
  );
}

type Wanted = {
  readonly tab: 'plan' | 'evidence' | 'objections' | 'release';
  readonly screen: string | null;
  /** The interview whose transcript is read, and the turn that one comes for. */
  readonly transcript: string | null;
  readonly turn: string | null;
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
  const voice = useRow('voice', target?.entity === 'voice' ? target.id : null);
  const turn = target?.entity === 'turn' ? target.id : null;
  const spoken = useInterviewOf(turn);
  const nothing: Wanted = {
    tab: 'plan',
    screen: null,
    transcript: null,
    turn,
    ask: null,
    interview: null,
    evidence: null,
  };
  if (tab?.startsWith('transcript:') === true) {
    const transcript = tab.slice('transcript:'.length);
    return { ...nothing, transcript, interview: transcript };
  }
  if (turn !== null || voice !== undefined) {
    const transcript = voice?.interview ?? spoken;
    return { ...nothing, transcript, interview: transcript };
  }
  if (answer !== undefined)
    return { ...nothing, screen: answer.interview, ask: answer.question ?? answer.id, interview: answer.interview };
  if (mark !== undefined && mark.interview !== null) return { ...nothing, screen: mark.interview, ask: 'playback' };
  if (pulse !== undefined && pulse.interview !== null) return { ...nothing, screen: pulse.interview, ask: 'pulse' };
  // Where an objection waits for its answer one comes by the check; by anything else to the piece as such.
  const isAnswer = objection !== undefined || (target?.entity === 'evidence' && target.field === 'objection');
  const evidence = target?.entity === 'evidence' ? target.id : (link?.evidence ?? objection?.evidence ?? null);
  // A quote that is not released is mended where the answers are kept.
  const asksRelease = tab === 'release' || target?.field === 'releasedOn';
  if (evidence !== null)
    return { ...nothing, tab: asksRelease ? 'release' : isAnswer ? 'objections' : 'evidence', evidence };
  const interview = target?.entity === 'interview' ? target.id : (part?.interview ?? null);
  if (tab?.startsWith('interview:') === true) return { ...nothing, screen: tab.slice('interview:'.length), interview };
  return { ...nothing, tab: tabs.find(({ id }) => id === tab)?.id ?? 'plan', interview };
}

function Counts() {
  const interviews = useRows('interview');
  const evidence = useRows('evidence');
  const done = interviews.filter((row) => row.status === 'done').length;
  if (interviews.length === 0) return null;
  return (
    <span className={styles.counts}>
      {done} of {countOf(interviews.length, 'interview', 'interviews')} held,{' '}
      {countOf(evidence.filter((row) => !row.withdrawn).length, 'piece of evidence', 'pieces of evidence')}
    </span>
  );
}
