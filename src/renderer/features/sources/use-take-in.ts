/** Takes documents and exports in: chosen, dropped or pasted, read first, and stored only when a person said how. */
import { useState } from 'react';
import type { Reply } from '../../../shared/api/call.ts';
import type { Imported } from '../../../shared/api/imports.ts';
import type { Inspected } from '../../../shared/api/backlog-preview.ts';
import type { Dialect, DocumentHead, Passage } from '../../../shared/api/import-types.ts';
import { failure } from '../../../shared/api/errors.ts';
import { useFile, useFileState, useWindow } from '../../data/hooks.ts';
import { receiveFile } from '../../data/receive.ts';

/** What is said of a text that is pasted. */
export type Said = { readonly title: string; readonly documentKind: string | null };

const nothingSaid: Said = { title: '', documentKind: null };

/** A file that was read and waits for a word on how it is to be stored. */
export type Taken = { readonly place: string; readonly name: string } & (
  | {
      readonly kind: 'document';
      readonly head: DocumentHead;
      readonly passages: readonly Passage[];
      /** Source of which it was chosen as a newer version. */
      readonly replaces: string | null;
      /** What was said of it before it was read. */
      readonly said: Said;
    }
  | { readonly kind: 'backlog'; readonly inspection: Inspected }
);

/** How an export is cut where that is not as it was found. */
export type Cut = {
  readonly encoding?: string;
  readonly delimiter?: Dialect['delimiter'];
  readonly headerLine?: number;
  readonly sheet?: string;
  readonly turned?: boolean;
};

/** What can be done to take something in. */
export type TakeIn = {
  /** What waits for a decision. */
  readonly taken: Taken | null;
  /** What the last import stored, until it is put away. */
  readonly stored: Imported | null;
  readonly choose: (kind: 'strategy' | 'backlog', replaces?: string) => void;
  readonly drop: (files: readonly File[]) => void;
  readonly paste: (text: string) => void;
  /** Reads a text as a document, whatever it looks like. */
  readonly pasteDocument: (text: string, said: Said) => void;
  readonly inspectAgain: (cut: Cut) => void;
  /** Runs the import and puts what waited away; answers whether it was stored. */
  readonly store: (
    title: string,
    run: (work: string, opId: string) => Promise<Reply<Imported>>,
  ) => Promise<Imported | null>;
  readonly leave: () => void;
  readonly putAway: () => void;
};

type Found = { readonly place: string; readonly name: string };

const pastedName = 'Pasted text.txt';
const nothingYet = 'Nothing is stored until you say how.';

/** Keeps what is being taken in. */
export function useTakeIn(): TakeIn {
  const window = useWindow();
  const file = useFile();
  const { imports } = file.client;
  const engagement = useFileState((state) => state.engagement);
  const [taken, setTaken] = useState<Taken | null>(null);
  const [queue, setQueue] = useState<readonly File[]>([]);
  const [stored, setStored] = useState<Imported | null>(null);

  const readDocument = async (
    { place, name }: Found,
    replaces: string | null = null,
    said = nothingSaid,
  ): Promise<void> => {
    const read = await window.work(`Reading ${name}`, nothingYet, (work) => imports.readDocument({ place, work }));
    if (read !== null) setTaken({ kind: 'document', place, name, replaces, said, ...read });
  };
  const inspect = async ({ place, name }: Found, cut: Cut = {}): Promise<void> => {
    const inspection = await window.work(`Reading ${name}`, nothingYet, (work) =>
      imports.inspectBacklog({ place, file: file.handle, engagement, ...cut, work }),
    );
    if (inspection !== null) setTaken({ kind: 'backlog', place, name, inspection });
  };
  const recognise = async (given: Blob, name: string): Promise<void> => {
    const found = await receiveFile(file.client, given, name);
    if (!found.ok) return window.fail(found.error);
    const detected = await imports.detect({ place: found.value.place });
    if (!detected.ok) return window.fail(detected.error);
    const { kind, format } = detected.value;
    if (kind === null)
      return window.fail(
        failure('import-format', {
          found: format,
          instead: 'Word, PDF, PowerPoint, OpenDocument, plain text, CSV, Excel or JSON',
        }),
      );
    await (kind === 'document' ? readDocument(found.value) : inspect(found.value));
  };
  const readPasted = async (text: string, said: Said): Promise<void> => {
    const found = await receiveFile(file.client, new Blob([text], { type: 'text/plain' }), pastedName);
    await (found.ok ? readDocument(found.value, null, said) : window.fail(found.error));
  };
  const takeNext = (files: readonly File[]): void => {
    const [first, ...rest] = files;
    setQueue(rest);
    if (first !== undefined) void recognise(first, first.name);
  };
  const leave = (): void => {
    setTaken(null);
    takeNext(queue);
  };

  return {
    taken,
    stored,
    choose: (kind, replaces) =>
      void window.choose('open', kind).then((chosen) => {
        if (chosen === null) return undefined;
        return kind === 'strategy' ? readDocument(chosen, replaces) : inspect(chosen);
      }),
    drop: takeNext,
    paste: (text) => void recognise(new Blob([text], { type: 'text/plain' }), pastedName),
    pasteDocument: (text, said) => void readPasted(text, said),
    inspectAgain: (cut) => {
      if (taken !== null) void inspect(taken, cut);
    },
    store: async (title, run) => {
      await file.flush();
      const imported = await window.work(
        title,
        'It is stored as a whole or not at all; undo takes all of it back.',
        (work) => run(work, file.newId()),
      );
      if (imported === null) return null;
      setStored(imported);
      leave();
      return imported;
    },
    leave,
    putAway: () => setStored(null),
  };
}
