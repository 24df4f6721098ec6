/** A text from the clipboard: what it is called, what it is, and its words; it is read like a document from there. */
import { useState } from 'react';
import { useKit } from '../../data/hooks.ts';
import { kitOptions } from '../../parts/kit-words.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import type { Said } from './use-take-in.ts';
import styles from './take-in.module.css';

/** Asks for the text; `onRead` goes on with it. */
export function PasteDialog({ onRead, onClose }: { onRead: (text: string, said: Said) => void; onClose: () => void }) {
  const kinds = kitOptions(useKit(), 'documentKinds');
  const [title, setTitle] = useState('');
  const [documentKind, setDocumentKind] = useState<string | null>(null);
  const [text, setText] = useState('');
  const read = (): void => {
    onClose();
    onRead(text, { title: title.trim(), documentKind });
  };
  return (
    <Dialog
      title="Paste text"
      size="large"
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>Leave it out</Button>
          <Button kind="primary" onPress={read} off={text.trim() === '' ? 'Paste or write the text first.' : ''}>
            Read it
          </Button>
        </>
      }
    >
      <div className={styles.two}>
        <TextField label="Title" value={title} onChange={setTitle} maxLength={500} autoFocus />
        {kinds.length > 0 && (
          <Select
            label="Kind of document"
            value={documentKind}
            none="Not said"
            options={kinds}
            onChange={setDocumentKind}
          />
        )}
        <div className={`${styles.wide} ${styles.pasted}`}>
          <TextField
            label="Text"
            hint="An empty line parts two paragraphs. Nothing is stored until you say how."
            multiline
            serif
            value={text}
            onChange={setText}
          />
        </div>
      </div>
    </Dialog>
  );
}
