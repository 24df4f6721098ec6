/** What becomes of an objection: each answer is one entry that can be undone, together with what it makes. */
import { useMemo } from 'react';
import { type Change, type FieldsOf, insertRow, updateRow } from '../../../shared/model/change.ts';
import type { Evidence, Objection } from '../../../shared/model/index.ts';
import { useEngagement, useFile, useRows, useToday } from '../../data/hooks.ts';
import { lastPosition } from '../../parts/names.ts';

/** What can become of an objection. */
export type Disposition = NonNullable<Objection['disposition']>;

/** Gives the ways to answer. */
export function useObjectionEdits() {
  const file = useFile();
  const today = useToday();
  const engagement = useEngagement().id;
  const limits = useRows('limit');
  return useMemo(() => {
    /** The row is made by the first answer. */
    const set = (evidence: string, row: Objection | undefined, fields: FieldsOf<'objection'>): Change =>
      row === undefined
        ? insertRow('objection', file.newId(), { engagement, evidence, ...fields })
        : updateRow('objection', row.id, fields);
    return {
      decide(evidence: string, row: Objection | undefined, disposition: Disposition | null): void {
        const on = disposition === null ? null : (row?.on ?? today);
        void file.edit('Say what became of an objection', [set(evidence, row, { disposition, on })]);
      },
      /** The objection stands for a limit of its wording, which Scope then holds; answers its id. */
      makeLimit(piece: Evidence, row: Objection | undefined, speaker: string | null): string {
        const limit = file.newId();
        const text = row?.said || piece.text;
        void file.edit('Make a limit out of an objection', [
          insertRow('limit', limit, {
            engagement,
            text,
            toldBy: speaker,
            markedOn: today,
            position: lastPosition(limits),
          }),
          set(piece.id, row, { disposition: 'became-limit', on: row?.on ?? today, limit }),
          insertRow('evidenceLink', file.newId(), { engagement, evidence: piece.id, limit, counter: false }),
        ]);
        return limit;
      },
      /** Plans a try that answers the objection; answers its id. */
      makeExperiment(piece: Evidence, row: Objection | undefined): string {
        const experiment = file.newId();
        void file.edit('Plan an experiment for an objection', [
          insertRow('experiment', experiment, { engagement, from: today, limit: row?.limit ?? null }),
          set(piece.id, row, { disposition: 'tested', on: row?.on ?? today, experiment }),
        ]);
        return experiment;
      },
    };
  }, [file, today, engagement, limits]);
}
