/** Version 2 of the schema. Written by tools/generate-migration.ts; never edited once released. */
import type { Migration } from './migration.ts';

export const migration2: Migration = {
  version: 2,
  tables: [],
  columns: [
    {
      entity: 'engagement',
      table: 'engagement',
      columns: [
        {
          field: 'madeRealBy',
          column: 'made_real_by',
          kind: 'date',
          type: 'TEXT',
          nullable: true,
          initial: null,
          references: null,
        },
        {
          field: 'quotes',
          column: 'quotes',
          kind: 'choice',
          type: 'TEXT',
          nullable: false,
          initial: 'by-role',
          references: null,
        },
        {
          field: 'density',
          column: 'density',
          kind: 'choice',
          type: 'TEXT',
          nullable: true,
          initial: null,
          references: null,
        },
      ],
    },
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
    {
      entity: 'paragraphEdit',
      table: 'paragraph_edit',
      columns: [
        {
          field: 'draft',
          column: 'draft',
          kind: 'text',
          type: 'TEXT',
          nullable: false,
          initial: '',
          references: null,
        },
      ],
    },
  ],
  statements: [
    'ALTER TABLE "engagement" ADD COLUMN "made_real_by" TEXT',
    'ALTER TABLE "engagement" ADD COLUMN "quotes" TEXT NOT NULL DEFAULT \'by-role\'',
    'ALTER TABLE "engagement" ADD COLUMN "density" TEXT',
    'ALTER TABLE "source" ADD COLUMN "passed_over" TEXT NOT NULL DEFAULT \'[]\'',
    'ALTER TABLE "interview" ADD COLUMN "planned_time" TEXT NOT NULL DEFAULT \'\'',
    'ALTER TABLE "interview" ADD COLUMN "minutes" INTEGER',
    'ALTER TABLE "interview" ADD COLUMN "questions" TEXT NOT NULL DEFAULT \'[]\'',
    'ALTER TABLE "paragraph_edit" ADD COLUMN "draft" TEXT NOT NULL DEFAULT \'\'',
  ],
  fingerprint: 'c75ef777cfe72b894ad3b99795b3a9c6ff066c835e3a56cb13c54eff2d3ff954',
};
