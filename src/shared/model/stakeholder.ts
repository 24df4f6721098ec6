/** A person of the client: whom to hear, who owns, who leads. */
import { date, defineEntity, flag, kitId, line, text } from './define.ts';

export const stakeholder = defineEntity(
  'stakeholder',
  'person',
  { many: 'people', title: 'name' },
  {
    name: line('Name'),
    role: line('Role'),
    function: kitId('Function', 'functions'),
    level: kitId('Level', 'levels'),
    toHear: flag('To be heard', true),
    guide: kitId('Guide', 'guides'),
    chosenOn: date('Chosen to be heard on'),
    permitsNaming: flag('May be named in the document as owner or lead'),
    note: text('Note'),
    withdrawnOn: date('Took their words back on'),
  },
);
