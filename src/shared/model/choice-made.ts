/** A concrete choice that a function made because of a decision. */
import { defineEntity, kitKey, owner, reference, text } from './define.ts';

export const choiceMade = defineEntity(
  'choiceMade',
  'choice made',
  { many: 'choices made', title: 'what' },
  {
    decision: owner('Decision', 'decision'),
    function: kitKey('Function', 'functions'),
    toldBy: reference('Told by', 'stakeholder'),
    what: text('What was refused, cut or closed'),
  },
);
