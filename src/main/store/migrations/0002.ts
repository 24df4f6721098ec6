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
    'ALTER TABLE "paragraph_edit" ADD COLUMN "draft" TEXT NOT NULL DEFAULT \'\'',
  ],
  fingerprint: '2d2798c3cdf34234248aed5cc108604439c82ab63dbeb5f403718dfe80e67206',
};
