/** How interviews, consents and things to link to are named, in words that the client may see. */
import type { Consent } from '../../../shared/analysis/people.ts';
import type { Kit } from '../../../shared/method/kit.ts';
import { entities, type Interview, type Participant, type Stakeholder } from '../../../shared/model/index.ts';
import { nameAmong } from '../../parts/names.ts';
import type { Choice } from '../../ui/match-items.ts';

/** An interview by its title, else by the people in it. */
export function interviewName(
  interview: Pick<Interview, 'id' | 'title'>,
  participants: readonly Participant[],
  people: readonly Stakeholder[],
): string {
  if (interview.title !== '') return interview.title;
  const names = participants
    .filter((row) => row.interview === interview.id)
    .map((row) => nameAmong(people, row.person) || 'a voice without a name');
  return names.length === 0 ? 'Interview without people' : names.join(', ');
}

/** The consents with their words, in the order of the method. */
export const consents = Object.entries(entities.participant.fields.consent.options ?? {}).map(([id, says]) => ({
  id: id as Consent,
  says,
}));

/** Short words for a consent, for a row of cells. */
export const consentShort: Readonly<Record<Consent, string>> = {
  'by-name': 'By name',
  'by-role': 'By role',
  anonymous: 'Anonymously',
  background: 'Not at all',
  withdrawn: 'Neither quoted nor counted',
};

/** A consent in words; what is missing says so. */
export function consentSays(consent: Consent | null): string {
  return consents.find(({ id }) => id === consent)?.says ?? 'Consent not asked yet';
}

/** The indicators by their neutral handle with the question: never by pattern or wording of the problem. */
export function indicatorChoices(kit: Kit): readonly Choice[] {
  return [...kit.indicators.values()].map(({ id, handle, ask }) => ({ id, says: handle, more: ask }));
}
