/** The preview of a backlog, read again whenever what was said about it changes. */
import { useEffect, useState } from 'react';
import type { BacklogPreview } from '../../../../shared/api/backlog-preview.ts';
import type { Failure } from '../../../../shared/api/errors.ts';
import type { ReadOptions } from '../../../../shared/api/import-types.ts';
import { useFile, useFileState } from '../../../data/hooks.ts';

/** What is to be previewed. */
export type Wanted = {
  readonly place: string;
  readonly reading: ReadOptions;
  readonly functions: Readonly<Record<string, string | null>>;
  readonly exportedOn: string | null;
  readonly into: string | null | undefined;
};

/** The last preview that came, and whether another is on its way. */
export type Previewed = {
  readonly preview: BacklogPreview | null;
  readonly problem: Failure | null;
  readonly reading: boolean;
};

/** Milliseconds without a change before the file is read again. */
const pause = 200;

/** Reads the file in the background; `wanted` is null while there is nothing to be read, as without a title. */
export function usePreview(wanted: Wanted | null): Previewed {
  const file = useFile();
  const engagement = useFileState((state) => state.engagement);
  const asked = wanted === null ? null : JSON.stringify(wanted);
  const [came, setCame] = useState<{ for: string; preview: BacklogPreview | null; problem: Failure | null } | null>(
    null,
  );
  useEffect(() => {
    if (asked === null) return undefined;
    const { into, exportedOn, ...rest } = JSON.parse(asked) as Wanted;
    const work = crypto.randomUUID();
    let left = false;
    const read = async (): Promise<void> => {
      const reply = await file.client.imports.previewBacklog({
        file: file.handle,
        engagement,
        ...rest,
        work,
        ...(into === undefined ? {} : { into }),
        ...(exportedOn === null ? {} : { exportedOn }),
      });
      if (left) return;
      setCame({ for: asked, preview: reply.ok ? reply.value : null, problem: reply.ok ? null : reply.error });
    };
    const timer = setTimeout(() => void read(), pause);
    return () => {
      left = true;
      clearTimeout(timer);
      void file.client.work.cancel({ work }).catch(() => undefined);
    };
  }, [asked, file, engagement]);
  const current = asked !== null && came?.for === asked;
  return {
    preview: asked === null ? null : (came?.preview ?? null),
    problem: current ? came.problem : null,
    reading: asked !== null && !current,
  };
}
