/** What plans must respect: fixed, or free to be tried. */
import { choice, date, defineEntity, kitId, line, position, reference, text } from './define.ts';

export const limit = defineEntity(
  'limit',
  'limit',
  { many: 'limits', title: 'text' },
  {
    text: text('Limit'),
    kind: kitId('Kind', 'limitKinds'),
    hold: choice('Hold', { fixed: 'Fixed', free: 'Free to try' }),
    markedOn: date('Marked on'),
    toldBy: reference('Told by', 'stakeholder'),
    toldByName: line('Told by, where not in the list'),
    voice: choice('Knows it', { 'first-hand': 'First-hand', others: 'Speaks for others' }),
    position: position(),
  },
);
