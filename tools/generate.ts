/** Writes what is derived from the model: the JSON Schema of the exchange file, and the next migration where entities grew. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { exchangeJsonSchema } from '../src/shared/model/exchange/schema.ts';
import { generateMigration } from './generate-migration.ts';

const root = join(import.meta.dirname, '..');
writeFileSync(
  join(root, 'resources/schema/engagement.schema.json'),
  `${JSON.stringify(exchangeJsonSchema(), null, 1)}\n`,
);
console.log('resources/schema/engagement.schema.json');
console.log(generateMigration());
