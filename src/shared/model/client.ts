/** The client that the file belongs to: exactly one row. */
import { code, defineFileEntity, kitId, line, text } from './define.ts';

export const client = defineFileEntity(
  'client',
  'client',
  { many: 'clients', title: 'name' },
  {
    name: line('Client'),
    profile: kitId('Client profile', 'profiles'),
    about: text('About the client'),
    locale: code('Locale of dates and numbers'),
  },
);
