/** Takes a transcript in: chosen or dropped, read first, and stored only when a person said whose voices are in it. */
import { useState } from 'react';
import type { TranscriptImported } from '../../../../shared/api/imports.ts';
import type { ReadTurn, TranscriptHead } from '../../../../shared/api/transcript-types.ts';
import { useFile, useWindow } from '../../../data/hooks.ts';
import { receiveFile } from '../../../data/receive.ts';

/** A transcript that was read and waits for a word on how it is to be stored. */
export type TakenTranscript = {
  readonly place: string;
  readonly name: string;
  /** Chosen by hand; null as it was found. */
  readonly encoding: string | null;
  readonly head: TranscriptHead;
  /** The first turns. */
  readonly turns: readonly ReadTurn[];
};

/** What is stored with it. */
export type TranscriptWish = Omit<
  Parameters<ReturnType<typeof useFile>['client']['imports']['transcript']>[0],
  'file' | 'engagement' | 'place' | 'opId' | 'work' | 'encoding'
>;

/** What can be done to take a transcript in. */
export type TakeTranscript = {
  readonly taken: TakenTranscript | null;
  readonly choose: () => void;
  readonly drop: (files: readonly File[]) => void;
  readonly readAgain: (encoding: string) => void;
  /** Stores it; null when it was not. */
  readonly store: (wish: TranscriptWish) => Promise<TranscriptImported | null>;
  readonly leave: () => void;
};

/** Keeps what is being taken in. */
export function useTranscript(): TakeTranscript {
  const window = useWindow();
  const file = useFile();
  const { imports } = file.client;
  const [taken, setTaken] = useState<TakenTranscript | null>(null);
  const [queue, setQueue] = useState<readonly File[]>([]);

  const read = async ({ place, name }: { place: string; name: string }, encoding: string | null): Promise<void> => {
    const found = await window.work(
      `Reading ${name}`,
      'Nothing is stored until you say whose voices are in it.',
      (work) => imports.readTranscript({ place, work, ...(encoding === null ? {} : { encoding }) }),
    );
    if (found !== null) setTaken({ place, name, encoding, ...found });
  };
  const takeNext = (files: readonly File[]): void => {
    const [first, ...rest] = files;
    setQueue(rest);
    if (first === undefined) return;
    void receiveFile(file.client, first, first.name).then((found) =>
      found.ok ? read(found.value, null) : window.fail(found.error),
    );
  };
  const leave = (): void => {
    setTaken(null);
    takeNext(queue);
  };
  return {
    taken,
    choose: () =>
      void window.choose('open', 'transcript').then((chosen) => (chosen === null ? undefined : read(chosen, null))),
    drop: takeNext,
    readAgain: (encoding) => {
      if (taken !== null) void read(taken, encoding);
    },
    async store(wish) {
      if (taken === null) return null;
      await file.flush();
      const { place, encoding, name } = taken;
      const { engagement } = file.store.getState();
      const stored = await window.work(
        `Taking in ${name}`,
        'It is stored as a whole or not at all; undo takes all of it back.',
        (work) =>
          imports.transcript({
            file: file.handle,
            engagement,
            place,
            opId: file.newId(),
            work,
            ...(encoding === null ? {} : { encoding }),
            ...wish,
          }),
      );
      if (stored !== null) leave();
      return stored;
    },
    leave,
  };
}
