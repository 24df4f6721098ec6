/** The release list: the quotes that may come to print, speaker by speaker, what was sent and what was answered. */
import { useRef, useState } from 'react';
import { describeFailure } from '../../../shared/api/errors.ts';
import { updateRow } from '../../../shared/model/change.ts';
import { useFile, useFileState, useReadOnly, useRows, useToday, useWindow } from '../../data/hooks.ts';
import { countOf, showBytes } from '../../parts/format.ts';
import { Button } from '../../ui/button.tsx';
import { useCommands } from '../../ui/commands.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Pane, Panes, Section } from '../../ui/pane.tsx';
import { Empty, Snack, Trouble } from '../../ui/states.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { answerRelease, releaseAnswers, type ReleaseAnswer } from './release-edits.ts';
import { linesOfRelease, ReleaseLines } from './release-lines.tsx';
import { ReleaseQuoteForm } from './release-quote-form.tsx';
import { useReleaseList } from './use-release-list.ts';
import styles from './release.module.css';

/** Shows the list. */
export function ReleaseTab({
  selected,
  onSelect,
}: {
  selected: string | null;
  onSelect: (evidence: string | null) => void;
}) {
  const window = useWindow();
  const file = useFile();
  const today = useToday();
  const readOnly = useReadOnly();
  const engagement = useFileState((state) => state.engagement);
  const evidence = useRows('evidence');
  const people = useRows('stakeholder');
  const interviews = useRows('interview');
  const { entries, error } = useReleaseList();
  const [said, say] = useState<string | null>(null);
  const [letter, showLetter] = useState<string | null>(null);
  const list = useRef<HTMLDivElement>(null);
  const lines = linesOfRelease(entries ?? [], evidence, people, interviews);
  const quotes = lines.flatMap((line) => ('quote' in line ? [line] : []));
  const chosen = quotes.find(({ id }) => id === selected) ?? quotes[0] ?? null;
  const entry = chosen?.entry ?? null;
  const who = chosen?.who ?? '';

  const answer = (given: ReleaseAnswer | null): void => {
    if (chosen === null || readOnly) return;
    const label = releaseAnswers.find(({ value }) => value === given)?.says ?? 'No answer yet';
    void file.edit(`Answer of ${who}: ${label.toLowerCase()}`, [answerRelease(chosen.row, given, today)]);
  };
  const asked = (): void => {
    const own = (entry?.quotes ?? []).filter(({ breach }) => breach === null);
    if (own.length === 0) return;
    void file.edit(
      `Sent to ${who} for release`,
      own.map((one) => updateRow('evidence', one.evidence, { releaseAskedOn: today })),
    );
  };
  const copy = async (): Promise<void> => {
    if (entry === null || entry.letter === '') return;
    try {
      await navigator.clipboard.writeText(entry.letter);
      say(`The letter to ${who} is on the clipboard.`);
    } catch {
      // Where the surroundings keep the clipboard, the letter is shown to be copied by hand.
      showLetter(entry.letter);
    }
  };
  const write = async (): Promise<void> => {
    if (entry === null || entry.person === null) return;
    const { person } = entry;
    await file.flush();
    const place = await window.choose('save', 'document', `Release, ${who}`);
    if (place === null) return;
    const written = await window.work('Writing the letter', 'Nothing in the file is changed.', (work) =>
      file.client.documents.releaseLetter({ file: file.handle, engagement, person, place: place.place, work }),
    );
    if (written !== null)
      say(`${place.name} is written: ${countOf(written.quotes, 'quote', 'quotes')}, ${showBytes(written.bytes)}.`);
  };
  const locked = readOnly ? 'The file is open for reading only.' : '';
  const none = chosen === null ? 'There is no quote yet.' : '';
  const nobody =
    none ||
    (entry?.person === null
      ? 'Nobody can be asked: the voice has no name.'
      : entry?.letter === ''
        ? 'Nothing of this person may be printed.'
        : '');
  useCommands([
    ...releaseAnswers.map(({ value, says, digit }) => ({
      id: `release.${value}`,
      says,
      group: 'Release',
      keys: [String(digit)],
      bar: digit,
      short: says.toLowerCase(),
      off: locked || none,
      run: () => answer(value),
    })),
    {
      id: 'release.open',
      says: 'No answer yet',
      group: 'Release',
      keys: ['0'],
      off: locked || none,
      run: () => answer(null),
    },
    {
      id: 'release.copy',
      says: 'Copy the letter to this person',
      group: 'Release',
      keys: ['C'],
      bar: 4,
      short: 'copy the letter',
      off: nobody,
      run: () => void copy(),
    },
    {
      id: 'release.write',
      says: 'Save the letter to this person as Word',
      group: 'Release',
      keys: ['W'],
      bar: 5,
      short: 'save as Word',
      off: nobody,
      run: () => void write(),
    },
    {
      id: 'release.asked',
      says: 'Sent to this person today',
      group: 'Release',
      keys: ['D'],
      bar: 6,
      short: 'sent today',
      off: locked || nobody,
      run: asked,
    },
  ]);
  if (entries !== null && quotes.length === 0)
    return (
      <div className={styles.empty}>
        <Empty
          title="Nothing to release yet"
          text="Quotes come here when the document prints them, or when they are marked as preferred for the document in the evidence."
          actions={<Button onPress={() => window.go('interviews', 'evidence')}>Go to the evidence</Button>}
        />
      </div>
    );
  return (
    <Panes>
      <Pane label="Quotes to release">
        {error !== null && <Trouble title="The list could not be brought up to date" text={describeFailure(error)} />}
        <ReleaseLines
          lines={lines}
          selected={chosen?.id ?? null}
          onSelect={onSelect}
          listRef={list}
          waiting={entries === null}
        />
      </Pane>
      {chosen !== null && (
        <Pane label="The chosen quote" width={460}>
          <Section title={who}>
            <div className={styles.ways}>
              <Button small icon="copy" keys="C" onPress={() => void copy()} off={nobody}>
                Copy the letter
              </Button>
              <Button small icon="download" keys="W" onPress={() => void write()} off={nobody}>
                Save as Word
              </Button>
              {!readOnly && (
                <Button small icon="check" keys="D" onPress={asked} off={nobody}>
                  Sent today
                </Button>
              )}
            </div>
          </Section>
          <ReleaseQuoteForm key={chosen.id} quote={chosen.quote} row={chosen.row} onAnswer={answer} />
        </Pane>
      )}
      {said !== null && <Snack text={said} actionSays="Put away" onAction={() => say(null)} keys="Escape" />}
      {letter !== null && (
        <Dialog title={`Letter to ${who}`} onClose={() => showLetter(null)} size="large">
          <TextField
            label="Select all and copy"
            value={letter}
            onChange={() => undefined}
            multiline
            readOnly
            autoFocus
          />
        </Dialog>
      )}
    </Panes>
  );
}
