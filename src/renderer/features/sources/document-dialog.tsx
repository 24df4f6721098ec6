/** A document that was read: what it is, what was found in it, and which of its headings are decisions. */
import { useState } from 'react';
import { describeImportNote } from '../../../shared/api/import-notes.ts';
import { useFile, useFileState, useKit, useRows } from '../../data/hooks.ts';
import { countOf } from '../../parts/format.ts';
import { kitOptions } from '../../parts/kit-words.ts';
import { Button } from '../../ui/button.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import type { Taken, TakeIn } from './use-take-in.ts';
import styles from './take-in.module.css';

const kinds = [
  { id: 'strategy', says: 'Strategy document' },
  { id: 'other', says: 'Other source' },
] as const;

/** Asks how a document is to be stored, and stores it. */
export function DocumentDialog({
  taken,
  takeIn,
  onStored,
}: {
  taken: Extract<Taken, { kind: 'document' }>;
  takeIn: TakeIn;
  onStored: (source: string) => void;
}) {
  const file = useFile();
  const engagement = useFileState((state) => state.engagement);
  const [kind, setKind] = useState<'strategy' | 'other'>('strategy');
  const [level, setLevel] = useState<string | null>(null);
  const kit = useKit();
  const earlier = useRows('source').filter((row) => row.kind !== 'backlog');
  const [replaces, setReplaces] = useState(taken.replaces);
  const [documentKind, setDocumentKind] = useState(taken.said.documentKind);
  const [title, setTitle] = useState(taken.said.title || taken.head.title);
  const [datedOn, setDatedOn] = useState<string | null>(null);
  const [author, setAuthor] = useState('');
  const { name, place, head, passages } = taken;
  const levels = [1, 2, 3, 4, 5, 6].flatMap((one) => {
    const headings = passages.filter((passage) => passage.level === one);
    return headings.length === 0 ? [] : [{ level: one, headings }];
  });
  const chosen = levels.find((one) => String(one.level) === level);
  const store = async (): Promise<void> => {
    const stored = await takeIn.store(`Taking in ${name}`, (work, opId) =>
      file.client.imports.document({
        file: file.handle,
        engagement,
        place,
        kind,
        ...(replaces === null ? {} : { replaces }),
        about: {
          ...(title.trim() === '' || title.trim() === head.title ? {} : { title: title.trim() }),
          ...(documentKind === null ? {} : { documentKind }),
          ...(author.trim() === '' ? {} : { author: author.trim() }),
          ...(datedOn === null ? {} : { datedOn }),
        },
        opId,
        work,
        ...(chosen === undefined ? {} : { decisionsFrom: chosen.level }),
      }),
    );
    if (stored !== null) onStored(stored.source);
  };
  return (
    <Dialog
      title={taken.said.title || head.title || name}
      onClose={takeIn.leave}
      footer={
        <>
          <Button onPress={takeIn.leave}>Leave it out</Button>
          <Button kind="primary" onPress={() => void store()}>
            Take it in
          </Button>
        </>
      }
    >
      <p className={styles.lead}>
        {name}: {countOf(passages.length, 'passage', 'passages')}
        {pagesOf(passages)}.
      </p>
      <div className={styles.two}>
        <div className={styles.wide}>
          <TextField label="Title" value={title} onChange={setTitle} maxLength={500} />
        </div>
        <Select label="What it is" value={kind} options={kinds} onChange={(id) => setKind(id ?? 'strategy')} />
        {kitOptions(kit, 'documentKinds').length > 0 && (
          <Select
            label="Kind of document"
            value={documentKind}
            none="Not said"
            options={kitOptions(kit, 'documentKinds')}
            onChange={setDocumentKind}
          />
        )}
        <DateField label="Date of the document" value={datedOn} onChange={setDatedOn} />
        <TextField label="Author" value={author} onChange={setAuthor} />
        {earlier.length > 0 && (
          <Select
            label="Newer version of"
            value={replaces}
            none="Nothing, it is a document of its own"
            options={earlier.map((row) => ({
              id: row.id,
              says: row.title || row.fileName || 'Source without a title',
            }))}
            onChange={setReplaces}
          />
        )}
        {levels.length > 0 && (
          <Select
            label="Decisions are"
            value={level}
            none="Selected by hand in the text"
            options={levels.map((one) => ({
              id: String(one.level),
              says: `The headings of level ${one.level} (${one.headings.length})`,
            }))}
            onChange={setLevel}
          />
        )}
      </div>
      {chosen !== undefined && (
        <>
          <p className={styles.lead}>Each of these becomes a decision, with the text below it as its passage:</p>
          <ul className={styles.headings}>
            {chosen.headings.map((passage) => (
              <li key={passage.position}>{passage.text}</li>
            ))}
          </ul>
        </>
      )}
      <Notes notes={head.notes.map(describeImportNote)} />
    </Dialog>
  );
}

/** What was left out, guessed or mended while reading. */
export function Notes({ notes }: { notes: readonly string[] }) {
  if (notes.length === 0) return null;
  return (
    <ul className={styles.notes}>
      {notes.map((note) => (
        <li key={note}>{note}</li>
      ))}
    </ul>
  );
}

function pagesOf(passages: readonly { readonly page: number | null }[]): string {
  const last = passages.reduce((most, { page }) => Math.max(most, page ?? 0), 0);
  return last === 0 ? '' : ` on ${countOf(last, 'page', 'pages')}`;
}
