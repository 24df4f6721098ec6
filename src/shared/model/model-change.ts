/** A change of decision rights, of people and money, or of measurement. */
import { date, defineEntity, line, owner, position, setting, text } from './define.ts';

export const modelChange = defineEntity(
  'modelChange',
  'operating-model change',
  { many: 'operating-model changes', title: 'what' },
  {
    priority: owner('Priority', 'priority'),
    kind: setting(
      'Kind',
      { rights: 'Decision rights', resources: 'People and money', measurement: 'Measurement' },
      'rights',
    ),
    what: line('What'),
    before: text('Today'),
    after: text('From now on'),
    from: date('From'),
    position: position(),
  },
);
