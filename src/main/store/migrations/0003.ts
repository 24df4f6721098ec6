/** Version 3 of the schema. Written by tools/generate-migration.ts; never edited once released. */
import type { Migration } from './migration.ts';

export const migration3: Migration = {
  version: 3,
  tables: [],
  columns: [
    {
      entity: 'interview',
      table: 'interview',
      columns: [
        {
          field: 'plannedTime',
          column: 'planned_time',
          kind: 'line',
          type: 'TEXT',
          nullable: false,
          initial: '',
          references: null,
        },
        {
          field: 'minutes',
          column: 'minutes',
          kind: 'integer',
          type: 'INTEGER',
          nullable: true,
          initial: null,
          references: null,
        },
        {
          field: 'questions',
          column: 'questions',
          kind: 'list',
          type: 'TEXT',
          nullable: false,
          initial: '[]',
          references: null,
        },
      ],
    },
  ],
  statements: [
    'ALTER TABLE "interview" ADD COLUMN "planned_time" TEXT NOT NULL DEFAULT \'\'',
    'ALTER TABLE "interview" ADD COLUMN "minutes" INTEGER',
    'ALTER TABLE "interview" ADD COLUMN "questions" TEXT NOT NULL DEFAULT \'[]\'',
  ],
  fingerprint: 'd2c604486ec5ca3ea3331dac697f759fd1ca067593f8c423dc7168be3b0274f8',
};
