/** Asks who rates as second reader, before anything that the others rated is covered. */
import { useState } from 'react';
import { useEngagement, useFile, useRows, useWindowState } from '../../data/hooks.ts';
import { setSecondReader } from '../../parts/second-reader.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextField } from '../../ui/text-field.tsx';

/** Shows the question. */
export function ReaderDialog({ onClose, onStart }: { onClose: () => void; onStart: () => void }) {
  const file = useFile();
  const { consultant } = useEngagement();
  const ratings = useRows('rating');
  const person = useWindowState((state) => state.preferences.person);
  const first = new Set([consultant, ...ratings.filter((row) => row.lead && !row.second).map(({ rater }) => rater)]);
  const [name, setName] = useState(first.has(person) ? '' : person);
  const wanted = name.trim();
  const off =
    wanted === ''
      ? 'A name is needed: it stands beside each of the ratings.'
      : first.has(wanted)
        ? `${wanted} gave ratings that count. Somebody else has to be the second reader.`
        : '';
  const start = (): void => {
    if (off !== '') return;
    setSecondReader(file, wanted);
    onStart();
  };
  return (
    <Dialog
      title="Rate as second reader"
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button kind="primary" onPress={start} off={off}>
            Begin
          </Button>
        </>
      }
    >
      <TextField
        label="Name of the second reader"
        value={name}
        onChange={setName}
        maxLength={500}
        autoFocus
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return;
          event.preventDefault();
          start();
        }}
        {...(wanted !== '' && off !== '' ? { problem: off } : {})}
      />
      <p>
        The ratings, rationales, ranks and findings that are there are covered until the second reader has finished. The
        evidence is the same. What the second reader rated before under this name is gone on with.
      </p>
    </Dialog>
  );
}
