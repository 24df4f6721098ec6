/** Ending an interview: every word on disk, a verified backup on this computer, and the offer of a copy on another drive. */
import { useState } from 'react';
import { describeFailure } from '../../../shared/api/errors.ts';
import type { Change } from '../../../shared/model/change.ts';
import type { Interview } from '../../../shared/model/index.ts';
import { useFile, useFileState, useToday, useWindow } from '../../data/hooks.ts';
import { useInterviewEdits } from './use-interview-edits.ts';

/** How far it is. */
export type Ended = {
  readonly step: 'saving' | 'backing-up' | 'done' | 'failed';
  /** Edits that were not on disk when it was tried; they stay in the window and are tried again. */
  readonly unsaved: number;
  /** Revision that the backup holds. */
  readonly revision: number | null;
  /** Wall-clock time of the backup. */
  readonly at: number;
  /** Why there is no backup; empty where there is one. */
  readonly trouble: string;
  /** Name of the copy on another drive, once there is one. */
  readonly copied: string;
};

/** The end of the latest interview, with what can be done about it. */
export type Ending = {
  readonly ended: Ended | null;
  end(interview: Interview, changes: readonly Change[]): Promise<void>;
  copy(): Promise<void>;
  putAway(): void;
};

const begun: Ended = { step: 'saving', unsaved: 0, revision: null, at: 0, trouble: '', copied: '' };

/** Ends interviews. An interview ends whatever becomes of its backup. */
export function useEnding(): Ending {
  const window = useWindow();
  const file = useFile();
  const today = useToday();
  const edits = useInterviewEdits();
  const client = useFileState((state) => state.data.client[0]?.name ?? '');
  const [ended, setEnded] = useState<Ended | null>(null);
  const backUp = async (): Promise<Partial<Ended>> => {
    try {
      const made = await file.client.files.backup({ file: file.handle });
      if (made.ok) return { step: 'done', revision: made.value.revision, at: Date.now() };
      return { step: 'failed', trouble: describeFailure(made.error) };
    } catch {
      return { step: 'failed', trouble: 'Throughline does not answer, so no backup could be made.' };
    }
  };
  return {
    ended,
    async end(interview, changes) {
      setEnded(begun);
      edits.end(interview, changes);
      const unsaved = await file.flush();
      setEnded({ ...begun, step: 'backing-up', unsaved });
      const made = await backUp();
      setEnded({ ...begun, unsaved, ...made });
    },
    async copy() {
      await file.flush();
      const place = await window.choose('save', 'client', `${client}, ${today}`);
      if (place === null) return;
      const made = await window.work('Copying', 'Nothing is left at the new place unless it is whole.', () =>
        file.client.files.copy({ file: file.handle, place: place.place }),
      );
      if (made !== null) setEnded((before) => (before === null ? null : { ...before, copied: place.name }));
    },
    putAway: () => setEnded(null),
  };
}
