/** What can be done to an interview as a whole; each is one entry that can be undone. */
import { useMemo } from 'react';
import { guideFor } from '../../../shared/analysis/stakeholder-grid.ts';
import { type Change, deleteRow, type FieldsOf, insertRow, updateRow } from '../../../shared/model/change.ts';
import type { Interview, Participant, Stakeholder } from '../../../shared/model/index.ts';
import { useEngagement, useFile, useKit, useToday } from '../../data/hooks.ts';
import { nameAmong } from '../../parts/names.ts';
import { dayOf, onDay } from './times.ts';

/** Gives the ways to change interviews. */
export function useInterviewEdits() {
  const file = useFile();
  const kit = useKit();
  const today = useToday();
  const engagement = useEngagement().id;
  return useMemo(() => {
    const nameOf = ({ id }: Stakeholder): string => nameAmong(file.store.getState().data.stakeholder, id);
    /** Fields that follow from the first person of an interview, where nothing was chosen yet. */
    const following = (interview: Pick<Interview, 'title' | 'guide'>, person: Stakeholder): FieldsOf<'interview'> => ({
      ...(interview.title === '' ? { title: nameOf(person).slice(0, 500) } : {}),
      ...(interview.guide === null ? { guide: person.guide ?? guideFor(kit, person.level) } : {}),
    });
    const joinRow = (interview: string, person: string | null): Change =>
      insertRow('participant', file.newId(), { engagement, interview, person });
    return {
      /** Plans an interview, with somebody, with several or with nobody yet; answers its id. */
      plan(people: readonly Stakeholder[]): string {
        const id = file.newId();
        const [first, ...others] = people;
        const names = people.map(nameOf).join(', ');
        // Several are called by their names, which follow when one is told apart anew.
        const fields =
          first === undefined
            ? {}
            : { ...following({ title: '', guide: null }, first), ...(others.length === 0 ? {} : { title: '' }) };
        void file.edit(first === undefined ? 'Plan an interview' : `Plan the interview with ${names}`, [
          insertRow('interview', id, { engagement, status: 'planned', ...fields }),
          ...people.map((person) => joinRow(id, person.id)),
        ]);
        return id;
      },
      /** Makes an interview that was noted on paper; the day and the times are set by hand. */
      fromPaper(): string {
        const id = file.newId();
        void file.edit('Enter an interview from paper', [
          insertRow('interview', id, { engagement, form: 'paper', status: 'done' }),
        ]);
        return id;
      },
      /** A planned interview that was noted on paper. */
      turnToPaper({ id, plannedOn }: Interview): void {
        void file.edit('Enter the notes from paper', [
          updateRow('interview', id, { form: 'paper', status: 'done', heldOn: plannedOn }),
        ]);
      },
      addPerson(interview: Interview, person: Stakeholder, isFirst: boolean): void {
        const fields = isFirst ? following(interview, person) : {};
        void file.edit(`Add ${nameOf(person)} to the interview`, [
          joinRow(interview.id, person.id),
          ...(Object.keys(fields).length === 0 ? [] : [updateRow('interview', interview.id, fields)]),
        ]);
      },
      /** Somebody who is not in the list of people yet. */
      addNewPerson(interview: Interview, role: string, isFirst: boolean): void {
        const person = file.newId();
        void file.edit(`Add ${role} to the interview`, [
          insertRow('stakeholder', person, { engagement, role, toHear: true, chosenOn: today }),
          joinRow(interview.id, person),
          ...(isFirst && interview.title === ''
            ? [updateRow('interview', interview.id, { title: role.slice(0, 500) })]
            : []),
        ]);
      },
      addVoice(interview: Interview): void {
        void file.edit('Add a voice without a name', [joinRow(interview.id, null)]);
      },
      /** The day of a consent is the day on which it was given, unless it was set by hand. */
      consent(row: Participant, consent: Participant['consent'], heldOn: string | null): void {
        const { id, consentOn } = row;
        const held = file.store.getState().data.interview.find((one) => one.id === row.interview);
        const day = dayOf({ heldOn, form: held?.form ?? 'interview' }, today);
        const on = consent === null ? null : (consentOn ?? day);
        void file.edit('Set the consent', [updateRow('participant', id, { consent, consentOn: on })]);
      },
      start({ id, startedAt }: Interview): void {
        void file.edit('Start the interview', [
          updateRow('interview', id, {
            status: 'running',
            heldOn: today,
            startedAt: startedAt ?? new Date().toISOString(),
            endedAt: null,
          }),
        ]);
      },
      end({ id }: Interview, more: readonly Change[]): void {
        void file.edit('End the interview', [
          ...more,
          updateRow('interview', id, { status: 'done', endedAt: new Date().toISOString() }),
        ]);
      },
      /** The day it was held; its times keep their clock, and what was kept with the day before is kept with this one. */
      heldOn({ id, startedAt, endedAt, heldOn }: Interview, day: string | null): void {
        const { evidence, participant, playbackMark, pulseAnswer } = file.store.getState().data;
        const own = <R extends { readonly interview: string | null }>(
          rows: readonly R[],
          on: (row: R) => string | null,
        ) => rows.filter((row) => row.interview === id && (on(row) === heldOn || on(row) === null));
        void file.edit('Set the day of the interview', [
          ...own(evidence, (row) => row.saidOn).map((row) => updateRow('evidence', row.id, { saidOn: day })),
          ...own(participant, (row) => (row.consent === null ? '' : row.consentOn)).map((row) =>
            updateRow('participant', row.id, { consentOn: day }),
          ),
          ...own(playbackMark, (row) => row.on).map((row) => updateRow('playbackMark', row.id, { on: day })),
          ...own(pulseAnswer, (row) => row.on).map((row) => updateRow('pulseAnswer', row.id, { on: day })),
          updateRow('interview', id, {
            heldOn: day,
            startedAt: onDay(startedAt, day),
            endedAt: onDay(endedAt, day),
          }),
        ]);
      },
      set(interview: string, label: string, fields: FieldsOf<'interview'>): void {
        void file.edit(label, [updateRow('interview', interview, fields)]);
      },
      remove(entity: 'interview' | 'participant' | 'evidence', id: string, label: string): void {
        void file.edit(label, [deleteRow(entity, id)]);
      },
    };
  }, [file, kit, today, engagement]);
}
