/** A transcript to be read over the whole page: turn by turn, with what is marked in it and who speaks. */
import { useEffect, useMemo, useRef, useState } from 'react';
import type { Interview } from '../../../../shared/model/index.ts';
import { foldText } from '../../../../shared/lib/text.ts';
import { signOf } from '../../../../shared/model/mark-evidence.ts';
import { describeFailure } from '../../../../shared/api/errors.ts';
import { useFile, useReadOnly, useRows } from '../../../data/hooks.ts';
import { personName } from '../../../parts/names.ts';
import { Button } from '../../../ui/button.tsx';
import { useCommands } from '../../../ui/commands.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { FieldArea } from '../../../ui/field.tsx';
import { takesText } from '../../../ui/keys.ts';
import { Pane, Panes } from '../../../ui/pane.tsx';
import { Spoken } from '../../../ui/spoken.tsx';
import { Bar, Empty, Trouble } from '../../../ui/states.tsx';
import { VirtualList } from '../../../ui/virtual-list.tsx';
import { EvidenceForm } from '../evidence-form.tsx';
import { useLinkEnds } from '../link-ends.ts';
import { LinkDialog, SpeakerDialog } from './choose-dialogs.tsx';
import { useInterview } from '../use-interview.ts';
import { TranscriptHead } from './transcript-head.tsx';
import { TurnRow } from './turn-row.tsx';
import { marksByTurn, type TurnMark } from './turn-text.ts';
import { useReading } from './use-reading.ts';
import { turnMarkKinds, useTurnMarks } from './use-turn-marks.ts';
import { useTurns } from './use-turns.ts';
import { VoicesPane } from './voices-pane.tsx';
import { removeTranscript } from './voice-edits.ts';
import { voiceName } from './voice-name.ts';
import styles from './transcript.module.css';

const none: readonly TurnMark[] = [];

/** Shows the transcript of an interview; `wanted` is a turn that one came for. */
export function TranscriptPage({
  interview,
  wanted,
  wish,
  onLeave,
}: {
  interview: Interview;
  wanted: string | null;
  wish: number;
  onLeave: () => void;
}) {
  const file = useFile();
  const readOnly = useReadOnly();
  const view = useInterview(interview.id);
  const people = useRows('stakeholder');
  const allVoices = useRows('voice');
  const evidence = useRows('evidence');
  const links = useRows('evidenceLink');
  const { tagOf } = useLinkEnds();
  const [query, setQuery] = useState('');
  const page = useRef<HTMLElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const voices = useMemo(
    () => allVoices.filter((row) => row.interview === interview.id).toSorted((a, b) => a.position - b.position),
    [allVoices, interview.id],
  );
  // Voices come and go with their turns. Words that are taken back go from every turn in which they stand, whoever said them,
  // were they in the room or not.
  const taken = [...people.map((row) => row.withdrawnOn), ...evidence.map((row) => row.withdrawn)].filter(
    Boolean,
  ).length;
  const named = voices.map(({ id, label }) => `${id} ${label}`).join();
  const read = useTurns(interview.id, `${taken} ${named} ${view?.parts.map(({ row }) => row.consent).join() ?? ''}`);
  const turns = useMemo(() => read.turns ?? [], [read.turns]);
  const own = useMemo(() => evidence.filter((row) => row.interview === interview.id), [evidence, interview.id]);
  const marks = useMemo(() => marksByTurn(turns, own), [turns, own]);
  const folded = useMemo(() => turns.map(({ text }) => foldText(text)), [turns]);
  const hits = useMemo(() => {
    const words = foldText(query.trim());
    return words === '' ? [] : folded.flatMap((text, at) => (text.includes(words) ? [at] : []));
  }, [folded, query]);
  const tags = useMemo(() => {
    const byEvidence = Map.groupBy(links, (link) => link.evidence);
    const tagsOf = ({ row }: TurnMark): string => {
      const linked = byEvidence.get(row.id) ?? [];
      const sign = signOf(
        row,
        linked.some(({ limit }) => limit !== null),
      );
      return [sign, ...linked.map((link) => (link.counter ? `against ${tagOf(link)}` : tagOf(link)))].join(' ').trim();
    };
    return new Map([...marks].map(([turn, all]) => [turn, all.map(tagsOf).filter(Boolean).join('   ')]));
  }, [marks, links, tagOf]);
  const reading = useReading(turns, wanted, wish);
  const marking = useTurnMarks(interview, reading, voices, own, marks);
  const shown = turns.length > 0;
  // What had the focus may have gone with the page before; whoever comes for a turn goes on from there.
  useEffect(() => {
    if (shown) list.current?.querySelector<HTMLElement>('[role=listbox]')?.focus();
  }, [shown, wish]);
  const focusList = (): void => list.current?.querySelector<HTMLElement>('[role=listbox]')?.focus();
  const walk = (places: readonly number[], step: 1 | -1): void => {
    const next =
      step > 0
        ? (places.find((at) => at > reading.at) ?? places[0])
        : (places.findLast((at) => at < reading.at) ?? places.at(-1));
    const turn = next === undefined ? undefined : turns[next];
    if (turn !== undefined) reading.go(turn.id, places === marked ? (marks.get(turn.id)?.[0]?.span ?? null) : null);
  };
  const marked = useMemo(() => turns.flatMap(({ id }, at) => (marks.has(id) ? [at] : [])), [turns, marks]);
  const noMarks = marked.length === 0 ? 'Nothing is marked yet.' : '';
  useCommands([
    {
      id: 'transcript.sentence',
      says: 'Select sentence by sentence',
      short: 'select',
      group: 'Transcript',
      keys: ['Right'],
      bar: 1,
      keyOnly: true,
      heardElsewhere: true,
      run: focusList,
    },
    {
      id: 'transcript.widen',
      says: 'Widen the selection by a word',
      short: 'widen',
      group: 'Transcript',
      keys: ['Shift Right'],
      bar: 2,
      keyOnly: true,
      heardElsewhere: true,
      run: focusList,
    },
    {
      id: 'transcript.nextMark',
      says: 'Next mark',
      group: 'Transcript',
      keys: ['J'],
      off: noMarks,
      run: () => walk(marked, 1),
    },
    {
      id: 'transcript.lastMark',
      says: 'Mark before',
      group: 'Transcript',
      keys: ['K'],
      off: noMarks,
      run: () => walk(marked, -1),
    },
    {
      id: 'transcript.find',
      says: 'Find in the transcript',
      short: 'find',
      group: 'Transcript',
      keys: ['/'],
      bar: 5,
      run: () => page.current?.querySelector<HTMLElement>('input[type=search]')?.focus(),
    },
    {
      id: 'transcript.remove',
      says: 'Remove the transcript',
      group: 'Transcript',
      off: readOnly ? 'The file is open for reading only.' : '',
      run: () => {
        void file.edit('Remove a transcript', removeTranscript(interview.id, voices));
        onLeave();
      },
    },
    {
      id: 'transcript.leave',
      says: 'Leave the transcript',
      group: 'Transcript',
      keys: ['Escape'],
      inText: true,
      run: () => (takesText(document.activeElement) ? focusList() : onLeave()),
    },
  ]);
  return (
    <FieldArea readOnly={readOnly}>
      <main ref={page} tabIndex={-1} className={styles.page} aria-label="Transcript">
        <TranscriptHead
          interview={interview}
          turns={turns}
          query={query}
          hits={hits}
          at={reading.at}
          onQuery={setQuery}
          onStep={(step) => walk(hits, step)}
          onDown={focusList}
          onLeave={onLeave}
        />
        {readOnly ? <Bar kind="read-only" title="Open for reading only." text="Nothing can be marked." /> : <span />}
        <div className={styles.body}>
          {read.error !== null ? (
            <Trouble
              title="The transcript could not be read"
              text={describeFailure(read.error)}
              actions={<Button onPress={read.retry}>Try again</Button>}
            />
          ) : read.turns !== null && turns.length === 0 ? (
            <Empty title="There is no transcript" text="This interview has no transcript; take one in from the plan." />
          ) : (
            <Panes>
              <Pane label="Turns" flush>
                <div className={styles.list}>
                  {/* The pointer only selects words here; keys do the same in the list. */}
                  <div
                    className={styles.turns}
                    role="presentation"
                    onMouseUp={() =>
                      reading.take((turn) => (marks.get(turn) ?? none).flatMap(({ span }) => span ?? []))
                    }
                  >
                    <VirtualList
                      listRef={list}
                      label="Turns of the transcript"
                      items={turns}
                      keyOf={({ id }) => id}
                      rowHeight={74}
                      selectedId={reading.turn?.id ?? null}
                      onSelect={(id) => reading.go(id)}
                      onKey={(event) => {
                        if (event.key === 'Delete') marking.takeAway();
                        else if (event.key === 'Enter') marking.open();
                        else return reading.hear(event);
                        return true;
                      }}
                      render={(turn) => {
                        const voice = voices.find(({ id }) => id === turn.voice);
                        const person = people.find(({ id }) => id === voice?.person);
                        return (
                          <TurnRow
                            turn={turn}
                            who={personName(person) || (voice === undefined ? '' : voiceName(voice))}
                            asks={voice?.interviewer ?? false}
                            marks={marks.get(turn.id) ?? none}
                            tags={tags.get(turn.id) ?? ''}
                            selected={turn.id === reading.turn?.id ? reading.selected : null}
                            query={query}
                          />
                        );
                      }}
                    />
                  </div>
                  {!readOnly && (
                    <div className={styles.tools} role="toolbar" aria-label="Mark the selected words or the turn">
                      {turnMarkKinds.map(({ kind, says, key }) => (
                        <Button
                          key={kind}
                          kind="quiet"
                          small
                          keys={key}
                          off={marking.off}
                          onPress={() => marking.mark(kind)}
                        >
                          {says}
                        </Button>
                      ))}
                    </div>
                  )}
                </div>
              </Pane>
              <Pane label="Who speaks" width={320}>
                <VoicesPane voices={voices} turns={turns} />
              </Pane>
            </Panes>
          )}
        </div>
        <Spoken>
          <span role="status">{marking.said || selectedWords(reading)}</span>
        </Spoken>
        {marking.asking?.what === 'link' && (
          <LinkDialog evidence={marking.asking.evidence} onClose={marking.answered} />
        )}
        {marking.asking?.what === 'speaker' && (
          <SpeakerDialog evidence={marking.asking.evidence} parts={view?.parts ?? []} onClose={marking.answered} />
        )}
        {marking.asking?.what === 'evidence' && (
          <Dialog
            title="Evidence"
            size="large"
            onClose={marking.answered}
            footer={
              <Button kind="primary" onPress={marking.answered}>
                Close
              </Button>
            }
          >
            <EvidenceForm id={marking.asking.evidence} />
          </Dialog>
        )}
      </main>
    </FieldArea>
  );
}

function selectedWords({ turn, selected }: ReturnType<typeof useReading>): string {
  return turn === null || selected === null ? '' : `Selected: ${turn.text.slice(selected.from, selected.to)}`;
}
