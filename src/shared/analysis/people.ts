/** Who the people of the client are to the figures: what they consented to, whether they were heard, whether they count. */
import type { ClientData, Participant, Stakeholder } from '../model/index.ts';
import { byRowId } from './order.ts';

/** How anything that a person said may leave the file; null is "not asked yet". */
export type Consent = NonNullable<Participant['consent']>;

/** A person as the figures see them. */
export type Person = {
  readonly id: string;
  readonly row: Stakeholder;
  readonly function: string | null;
  readonly level: string | null;
  /** The strictest of the consents given in all interviews with this person; null while none was asked for. */
  readonly consent: Consent | null;
  /** Customers give no pulse and no playback. */
  readonly customer: boolean;
  /** Took part in a conversation that was begun, and did not withdraw. */
  readonly heard: boolean;
};

/** Everybody, with the questions that the figures ask about them. */
export type People = {
  /** Everybody by id, those who withdrew included. */
  readonly byId: ReadonlyMap<string, Person>;
  /** Everybody who did not withdraw, by id. */
  readonly counted: readonly Person[];
  /** Interviews that were begun or held. */
  readonly begun: ReadonlySet<string>;
  /** Whoever spoke in this interview without being told apart: the one person it was held with, else null. */
  readonly onlySpeaker: (interview: string) => Person | null;
  /** Consent for an unknown voice of this interview: the strictest of all whose voice it may be. */
  readonly unknownVoice: (interview: string) => Consent | null;
};

/** The rows that tell who was heard. */
export type PeopleRows = Pick<ClientData, 'stakeholder' | 'participant' | 'interview'>;

/** Reads consents and conversations. Withdrawal in one interview is withdrawal of the person. */
export function assessPeople(data: PeopleRows): People {
  const byPerson = Map.groupBy(data.participant, (row) => row.person);
  const byInterview = Map.groupBy(data.participant, (row) => row.interview);
  const begun = new Set(
    data.interview.filter((row) => row.status !== 'planned' || row.heldOn !== null).map((row) => row.id),
  );
  const byId = new Map<string, Person>();
  for (const row of data.stakeholder) {
    const parts = byPerson.get(row.id) ?? [];
    // Whoever took their words back stays out, whatever is noted in a conversation.
    const consent = row.withdrawnOn === null ? strictestConsent(parts.map((part) => part.consent)) : 'withdrawn';
    byId.set(row.id, {
      id: row.id,
      row,
      function: row.function,
      level: row.level,
      consent,
      customer: row.function === 'customer' || row.level === 'customer',
      heard: consent !== 'withdrawn' && parts.some((part) => begun.has(part.interview)),
    });
  }
  return {
    byId,
    begun,
    counted: [...byId.values()].filter((person) => person.consent !== 'withdrawn').toSorted(byRowId),
    onlySpeaker: (interview) => {
      const [first, ...others] = byInterview.get(interview) ?? [];
      if (first === undefined || first.person === null || others.length > 0) return null;
      return byId.get(first.person) ?? null;
    },
    unknownVoice: (interview) => {
      const parts = byInterview.get(interview) ?? [];
      const unnamed = parts.filter((part) => part.person === null).map((part) => part.consent);
      const everyone = parts.map((part) => (part.person === null ? null : (byId.get(part.person)?.consent ?? null)));
      return strictestConsent(unnamed.length > 0 ? unnamed : everyone, 'all');
    },
  };
}

/** Whether words under this consent may be quoted at all; not asked yet is no. */
export function mayQuote(consent: Consent | null): boolean {
  return consent === 'by-name' || consent === 'by-role' || consent === 'anonymous';
}

/** Whether a person must not be recognisable in a small group; not asked yet is protected as well. */
export function isProtected(consent: Consent | null): boolean {
  return consent === null || consent === 'anonymous' || consent === 'background';
}

const strictestFirst: readonly Consent[] = ['withdrawn', 'background', 'anonymous', 'by-role', 'by-name'];

/**
 * The strictest of several consents. Of one person those not asked yet do not speak (`given`); of several people
 * (`all`) one who was not asked keeps all of them from being quoted, unless somebody withdrew.
 */
function strictestConsent(consents: readonly (Consent | null)[], which: 'given' | 'all' = 'given'): Consent | null {
  if (which === 'all' && consents.includes(null)) return consents.includes('withdrawn') ? 'withdrawn' : null;
  for (const consent of strictestFirst) if (consents.includes(consent)) return consent;
  return null;
}
