/** A person in an interview, with the consent that was given there. */
import { choice, date, defineEntity, owner, reference, text } from './define.ts';

export const participant = defineEntity(
  'participant',
  'participant',
  { many: 'participants' },
  {
    interview: owner('Interview', 'interview'),
    person: reference('Person', 'stakeholder'),
    consent: choice('Consent', {
      'by-name': 'Quoted by name and role',
      'by-role': 'Quoted by role',
      anonymous: 'Quoted without anything that points to the person',
      background: 'Never quoted',
      withdrawn: 'Neither quoted nor counted',
    }),
    consentOn: date('Consent given on'),
    consentNote: text('What was agreed'),
  },
);
