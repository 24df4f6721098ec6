/** A frozen, numbered version of the document. */
import { bytes, choice, code, date, defineEntity, integer, large, setting } from './define.ts';

export const issue = defineEntity(
  'issue',
  'issue',
  { many: 'issues', title: 'number' },
  {
    number: code('Number'),
    issuedOn: date('Issued on'),
    paper: setting('Paper', { A4: 'A4', Letter: 'US Letter' }, 'A4'),
    pages: integer('Pages', { min: 1 }),
    revision: integer('Revision of the file', { min: 0 }),
    snapshotDigest: code('SHA-256 of the data'),
    fileDigest: code('SHA-256 of the file'),
    tools: code('Versions that wrote it'),
    withdrawn: choice('Words taken back since', { printed: 'It prints them', counted: 'Its figures count them' }),
    withdrawnOn: date('Words taken back on'),
    snapshot: large('Data behind it'),
    document: bytes('Document'),
  },
);
