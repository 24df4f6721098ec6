/** A new client file: whose it is, and where it lies. */
import { useState } from 'react';
import { useWindow } from '../data/hooks.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { TextField } from '../ui/text-field.tsx';

/** Asks for the client's name, then for a place; the file is made there and shown. */
export function NewClient({ onClose }: { onClose: () => void }) {
  const window = useWindow();
  const [client, setClient] = useState('');
  const [title, setTitle] = useState('');
  const [busy, setBusy] = useState(false);
  const name = client.trim();
  const make = async (): Promise<void> => {
    if (name === '' || busy) return;
    setBusy(true);
    const chosen = await window.choose('save', 'client', name);
    if (chosen === null) {
      setBusy(false);
      return;
    }
    const made = await window.client.files.create({
      place: chosen.place,
      client: name,
      ...(title.trim() === '' ? {} : { title: title.trim() }),
    });
    onClose();
    if (made.ok) await window.enter({ ...made.value, notices: [] });
    else window.fail(made.error);
  };
  return (
    <Dialog
      title="New client file"
      onClose={onClose}
      size="small"
      footer={
        <>
          <Button
            kind="primary"
            keys="Enter"
            off={name === '' ? 'The client needs a name.' : ''}
            onPress={() => void make()}
          >
            Choose where it lies
          </Button>
          <Button onPress={onClose}>Cancel</Button>
        </>
      }
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void make();
        }}
      >
        <TextField
          label="Client"
          value={client}
          onChange={setClient}
          maxLength={200}
          autoFocus
          hint="One client is one file. It stays on this computer."
        />
        <TextField label="Title of the engagement, if it has one" value={title} onChange={setTitle} maxLength={500} />
        <button type="submit" hidden aria-hidden="true" />
      </form>
    </Dialog>
  );
}
