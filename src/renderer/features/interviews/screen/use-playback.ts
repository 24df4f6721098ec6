/** How one person retold the decisions in one interview, and the ways to mark it. */
import { useState } from 'react';
import type { Mark } from '../../../../shared/analysis/playback.ts';
import { insertRow, updateRow } from '../../../../shared/model/change.ts';
import type { Decision, Interview, PlaybackMark, Stakeholder } from '../../../../shared/model/index.ts';
import { useEngagement, useFile, useKit, useRows, useToday } from '../../../data/hooks.ts';
import { inOrder } from '../../../parts/names.ts';
import { dayOf } from '../times.ts';
import type { DigitRows } from './digit-rows.ts';

/** A decision with its mark; none while it was not marked. */
export type Retold = { readonly decision: Decision; readonly mark: PlaybackMark | undefined };

/** The playback of one person. */
export type Playback = {
  readonly retold: readonly Retold[];
  readonly rows: DigitRows;
  /** The decisions are shown: the retelling has ended. */
  readonly shown: boolean;
  readonly show: (shown: boolean) => void;
  /** What the digits stand for, from 1. */
  readonly scale: readonly { readonly value: Mark; readonly means: string }[];
};

/** Follows the playback of a person in an interview. */
export function usePlayback(interview: Interview, person: Stakeholder): Playback {
  const file = useFile();
  const kit = useKit();
  const engagement = useEngagement().id;
  const today = useToday();
  const decisions = inOrder(useRows('decision'));
  const marks = useRows('playbackMark').filter((row) => row.interview === interview.id && row.person === person.id);
  const [shown, setShown] = useState(marks.length > 0);
  const retold = decisions.map((decision) => ({
    decision,
    mark: marks.find((row) => row.decision === decision.id),
  }));
  const open = retold.findIndex(({ mark }) => mark === undefined);
  const [at, setAt] = useState(Math.max(0, open));
  const scale = kit.content.scales.playback;
  return {
    retold,
    shown,
    show: setShown,
    scale,
    rows: {
      count: shown ? retold.length : 0,
      at: Math.min(at, Math.max(0, retold.length - 1)),
      moveTo: setAt,
      answer(row, digit) {
        const one = retold[row];
        const value = digit === 0 ? null : scale[digit - 1]?.value;
        if (one === undefined || value === undefined) return false;
        const label = `Mark ${one.decision.label} as ${value ?? 'not asked'}`;
        if (one.mark === undefined) {
          const fields = {
            engagement,
            person: person.id,
            interview: interview.id,
            decision: one.decision.id,
            mark: value,
            on: dayOf(interview, today),
          };
          void file.edit(label, [insertRow('playbackMark', file.newId(), fields)]);
        } else if (one.mark.mark !== value)
          void file.edit(label, [updateRow('playbackMark', one.mark.id, { mark: value })]);
        return true;
      },
    },
  };
}
