/** Who answers at one level for turning a decision into work. */
import { defineEntity, kitKey, line, owner, reference } from './define.ts';

export const translator = defineEntity(
  'translator',
  'translator',
  { many: 'translators', title: 'name' },
  {
    decision: owner('Decision', 'decision'),
    level: kitKey('Level', 'levels'),
    person: reference('Person', 'stakeholder'),
    name: line('Name where the person is not in the list'),
  },
);
