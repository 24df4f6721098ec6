/** Keeping what somebody agreed to. Words that were said already are taken back for good, which asks first. */
import { type ReactNode, useState } from 'react';
import type { Consent } from '../../../shared/analysis/people.ts';
import type { ClientData, Interview, Participant } from '../../../shared/model/index.ts';
import { useFile } from '../../data/hooks.ts';
import { nameAmong } from '../../parts/names.ts';
import { WithdrawalDialog } from '../../parts/withdrawal-dialog.tsx';
import { useInterviewEdits } from './use-interview-edits.ts';

/** The way to keep a consent, and the question that it may lead to. */
export type Consenting = {
  /** True when it was kept at once, false when it asks first. */
  choose(row: Participant, consent: Consent | null, interview: Interview): boolean;
  readonly question: ReactNode;
};

/** Gives the way; `discreet` where the guest may read along. */
export function useConsent({ discreet = false }: { discreet?: boolean } = {}): Consenting {
  const file = useFile();
  const edits = useInterviewEdits();
  const [asked, setAsked] = useState<{ readonly person: string; readonly name: string } | null>(null);
  return {
    choose(row, consent, { heldOn }) {
      const { data } = file.store.getState();
      const { person } = row;
      if (consent !== 'withdrawn' || person === null || !hasSpoken(data, row, person)) {
        edits.consent(row, consent, heldOn);
        return true;
      }
      setAsked({ person, name: nameAmong(data.stakeholder, person) });
      return false;
    },
    question: asked !== null && (
      <WithdrawalDialog
        who={{ person: asked.person }}
        whose={`what ${asked.name} said`}
        discreet={discreet}
        onClose={() => setAsked(null)}
      />
    ),
  };
}

/** Whether anything is kept that they said, here or elsewhere. */
function hasSpoken(data: ClientData, { interview }: Participant, person: string): boolean {
  const own = new Set([
    interview,
    ...data.participant.flatMap((row) => (row.person === person ? [row.interview] : [])),
  ]);
  return (
    data.answer.some((row) => own.has(row.interview) && row.text !== '') ||
    data.evidence.some((row) => !row.withdrawn && (row.speaker === person || own.has(row.interview ?? ''))) ||
    data.interview.some((row) => own.has(row.id) && row.transcriptDigest !== '') ||
    data.playbackMark.some((row) => row.person === person) ||
    data.pulseAnswer.some((row) => row.person === person)
  );
}
