/** Version 4 of the schema. Written by tools/generate-migration.ts; never edited once released. */
import type { Migration } from './migration.ts';

export const migration4: Migration = {
  version: 4,
  tables: [],
  columns: [
    {
      entity: 'source',
      table: 'source',
      columns: [
        {
          field: 'passedOver',
          column: 'passed_over',
          kind: 'list',
          type: 'TEXT',
          nullable: false,
          initial: '[]',
          references: null,
        },
      ],
    },
  ],
  statements: ['ALTER TABLE "source" ADD COLUMN "passed_over" TEXT NOT NULL DEFAULT \'[]\''],
  fingerprint: 'c75ef777cfe72b894ad3b99795b3a9c6ff066c835e3a56cb13c54eff2d3ff954',
};
