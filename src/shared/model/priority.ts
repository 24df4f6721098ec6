/** An execution priority: one owner, one mandate, one place on the calendar. */
import { choice, code, date, defineEntity, flag, label, line, owner, position, reference, text } from './define.ts';

/** How a named person answered when asked to own or lead something. */
export const personalAnswers = {
  asked: 'Asked',
  accepted: 'Accepted',
  'accepted-if': 'Accepted if',
  declined: 'Declined',
};

/** An execution priority. */
export const priority = defineEntity(
  'priority',
  'priority',
  { many: 'priorities', title: 'title' },
  {
    label: label('Label', 'P'),
    decision: owner('Decision', 'decision'),
    decisionSeen: code('Fingerprint of the decision when the link was last confirmed'),
    title: line('Priority'),
    position: position(),
    writtenOn: date('Written on'),
    owner: reference('Owner', 'stakeholder'),
    ownerName: line('Owner as typed'),
    ownerAnswer: choice("Owner's answer", personalAnswers),
    ownerAnsweredOn: date('Answered on'),
    ownerCondition: text('Condition of the owner'),
    mandate: text('Mandate'),
    startOn: date('Start'),
    endOn: date('End'),
    firstStep: text('First step'),
    firstStepOn: date('First step on'),
    relation: choice('Relation to the constraint', {
      exploits: 'Exploits it',
      feeds: 'Feeds it',
      elevates: 'Elevates it',
      draws: 'Draws on it',
      off: 'Off the constraint',
    }),
    relationReason: text('Why it runs now'),
    noStopReason: text('Why it stops nothing'),
    buildsCapability: flag('Builds capability'),
    againstLimit: reference('Runs against the limit', 'limit'),
    gain: text('Gain or payback named'),
    gainSource: text('Source of the gain'),
  },
);
