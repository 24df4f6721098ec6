/** Who owns a priority or leads an initiative: the same question, kept in fields of two names. */
import { insertRow, updateRow, type Change } from '../../../../shared/model/change.ts';
import type { Initiative, Priority, Stakeholder } from '../../../../shared/model/index.ts';

/** The answer of a person who was asked. */
export type Answer = Priority['ownerAnswer'];

/** Somebody who answers for something, whatever the fields are called. */
export type Who = {
  readonly entity: 'priority' | 'initiative';
  readonly id: string;
  /** The person of the list; null for a typed name, or for nobody. */
  readonly person: string | null;
  readonly typed: string;
  readonly answer: Answer;
  readonly answeredOn: string | null;
  /** What it is asked about, in sentences: P2, the initiative. */
  readonly says: string;
};

/** Names of the fields of either entity. */
export const whoFields = {
  priority: {
    person: 'owner',
    typed: 'ownerName',
    answer: 'ownerAnswer',
    answeredOn: 'ownerAnsweredOn',
    condition: 'ownerCondition',
    says: 'owner',
  },
  initiative: {
    person: 'lead',
    typed: 'leadName',
    answer: 'leadAnswer',
    answeredOn: 'leadAnsweredOn',
    condition: 'leadCondition',
    says: 'lead',
  },
} as const;

/** The owner of a priority. */
export function ownerOf(row: Priority, says: string): Who {
  const { id, owner, ownerName, ownerAnswer, ownerAnsweredOn } = row;
  return {
    entity: 'priority',
    id,
    person: owner,
    typed: ownerName,
    answer: ownerAnswer,
    answeredOn: ownerAnsweredOn,
    says,
  };
}

/** The lead of an initiative. */
export function leadOf(row: Initiative, says: string): Who {
  const { id, lead, leadName, leadAnswer, leadAnsweredOn } = row;
  return {
    entity: 'initiative',
    id,
    person: lead,
    typed: leadName,
    answer: leadAnswer,
    answeredOn: leadAnsweredOn,
    says,
  };
}

/** Somebody else answers for it: what the one before had answered goes. */
export function setPerson({ entity, id }: Who, person: string | null, typed: string): Change {
  const fields = whoFields[entity];
  return updateRow(entity, id, {
    [fields.person]: person,
    [fields.typed]: typed.slice(0, 500),
    [fields.answer]: null,
    [fields.answeredOn]: null,
    [fields.condition]: '',
  });
}

/** An answer with its day; taking it back takes the day back. */
export function setAnswer({ entity, id, answeredOn }: Who, answer: Answer, today: string): Change {
  const fields = whoFields[entity];
  const on = answer === null ? null : answer === 'asked' ? answeredOn : (answeredOn ?? today);
  return updateRow(entity, id, { [fields.answer]: answer, [fields.answeredOn]: on });
}

/** A typed name becomes a person of the list. */
export function addPerson(who: Who, id: string, engagement: string): readonly Change[] {
  const fields = whoFields[who.entity];
  return [
    insertRow('stakeholder', id, { engagement, name: who.typed, toHear: false }),
    updateRow(who.entity, who.id, { [fields.person]: id, [fields.typed]: '' }),
  ];
}

/** How a person is found and shown in the list. */
export function personChoices(people: readonly Stakeholder[]) {
  return people.map(({ id, name, role }) => ({
    id,
    says: role !== '' ? role : name === '' ? 'Nameless person' : name,
    ...(role !== '' && name !== '' ? { more: name } : {}),
  }));
}
