/** The closed list of expected failures: a code for programs, a sentence for people, parameters that are safe to show. */

/** Parameters of a failure: short values that may be shown, never client text beyond a name or a place. */
export type FailureParams = Readonly<Record<string, string | number>>;

/** An expected failure as it crosses every boundary. */
export type Failure = { readonly code: FailureCode; readonly params: FailureParams };

/** A code of the closed list below. */
export type FailureCode = keyof typeof sentences;

/** Builds a failure from the closed list. What foreign files put into a parameter is cut to what a sentence can hold. */
export function failure(code: FailureCode, params: FailureParams = {}): Failure {
  const short = Object.entries(params).map(([name, value]) => [name, typeof value === 'string' ? cut(value) : value]);
  return { code, params: Object.fromEntries(short) as FailureParams };
}

/** The failure as one clear sentence: what is wrong, where, what was kept, what to do. */
export function describeFailure(problem: Failure): string {
  return sentences[problem.code].replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = String(problem.params[name] ?? '?');
    return name === 'reason' ? (systemReasons[value.toUpperCase()] ?? value) : value;
  });
}

/** Tells whether a text is one of the codes. */
export function isFailureCode(code: string): code is FailureCode {
  return Object.hasOwn(sentences, code);
}

/** Longest text of a parameter, in UTF-16 units: a path or key stays recognisable. */
const longest = 300;

function cut(text: string): string {
  const clean = text.toWellFormed();
  return clean.length <= longest ? clean : `${clean.slice(0, longest).toWellFormed()}…`;
}

/** The codes of the operating system and of SQLite in words. */
const systemReasons: Readonly<Record<string, string>> = {
  BUSY: 'another program is using it',
  EACCES: 'you have no permission',
  EBUSY: 'another program is using it',
  EDQUOT: 'your share of the disk is used up',
  EIO: 'the disk reports a fault',
  EISDIR: 'a folder has that name',
  ELOOP: 'its links lead in a circle',
  EMFILE: 'too many files are open',
  ENAMETOOLONG: 'the name is too long',
  ENODEV: 'the device is not there',
  ENOENT: 'there is no such folder',
  ENOSPC: 'the disk is full',
  ENOTDIR: 'a part of the path is not a folder',
  EPERM: 'the system does not allow it',
  EROFS: 'the disk can only be read',
  FULL: 'the disk is full',
};

const sentences = {
  // --- general ---
  internal: 'Something went wrong inside Throughline ({where}). Nothing that was saved is lost; please try again.',
  'bad-command': 'The command was not understood: {problem}. Nothing was changed; --help says what can be asked for.',
  'bad-input': 'The request was refused at {path}: {problem}. Nothing was changed.',
  'folder-unreadable': 'The folder {name} could not be read ({reason}). Please choose another one.',
  'name-refused':
    'The name {name} cannot be used for a file: {problem}. Nothing was written; please choose another name.',
  'not-found': 'There is no {what} {id} in this file. Nothing was changed.',
  'not-listed': 'The file is not in the list any more. Nothing was changed.',
  'not-offered': 'This way of running Throughline does not offer {what}. Nothing was changed.',
  'place-outside':
    '{name} lies outside the folders that may be chosen here. Nothing was read or written; please choose a place inside them.',
  cancelled: 'The work was cancelled. Nothing was changed.',
  // --- client file ---
  'backup-failed': 'The backup could not be made ({reason}). Your file is as it was and nothing in it was changed.',
  'backup-source-damaged':
    'No backup was made because the file itself is damaged ({reason}). Earlier backups were kept; check and repair the file now.',
  'backup-older-format':
    'The backup is in an earlier format, so it cannot be looked at beside the file. Restore it under a new name and open that.',
  'file-another': 'The file {name} is another client file, not the one that is looked for. The list was not changed.',
  'file-busy': 'Another program is using the file at this moment. Nothing was changed; please try again.',
  'file-changed-elsewhere':
    'Another program changed the file while it was open here. Nothing more is saved into it; reopen it to see what changed.',
  'file-closed': 'The file has been closed. Nothing was changed.',
  'file-damaged': 'The file is damaged ({where}) and was not changed. Restore a backup, or open a copy of it.',
  'file-empty': 'The file {name} is empty, so it is not a client file. It was not changed.',
  'file-exists': 'There is already a file named {name}. It was not touched; please choose another name.',
  'file-foreign': 'The file {name} is not a client file of Throughline. It was not changed.',
  'file-foreign-objects':
    'The file holds something that Throughline does not put into client files ({object}), so it was not opened and not changed.',
  'file-forked':
    'The file differs from what was saved last from this computer (revision {saved}): another copy was edited in between. Keep both and choose one.',
  'file-in-use': 'The file {name} is open at this moment, so nothing was removed. Close it first and try again.',
  'file-locked': 'The file is already open in Throughline. It was not opened a second time.',
  'file-missing': 'There is no file {name} any more. It may have been moved, renamed or deleted.',
  'file-moved':
    'The file was moved, renamed or replaced while it was open, so the last edit was not saved. Save a copy under a new name.',
  'file-newer':
    'The file was made with a newer version of Throughline (format {version}; this one reads up to {known}). It was not changed; please update.',
  'file-older':
    'The file is older than your last save from this computer (revision {revision} instead of {saved}). It was not changed; a backup may hold the newer state.',
  'file-read-only': 'The file is open for reading only, so nothing was changed.',
  'file-too-large': 'The file {name} is larger than a client file can be ({limit} GB). It was not opened.',
  'file-truncated':
    'The file is incomplete: {size} bytes of {expected} are there. It was not changed; restore a backup.',
  'file-unfinished':
    'The last edit of this file was interrupted, and what belongs to it was left beside the name that the file had then ({name}). Nothing was changed; give the file that name and place again and open it there.',
  'file-unreadable': 'The file {name} could not be read ({reason}). It was not changed.',
  'migration-failed': 'The file could not be brought to the current format ({reason}). It is as it was before.',
  'nothing-since-withdrawal':
    'There is nothing to undo or redo since words were taken back. What was done before that stays as it is.',
  'nothing-to-redo': 'There is nothing to redo.',
  'nothing-to-undo': 'There is nothing to undo.',
  'own-folder':
    'Throughline cannot write into the folder of its own data ({reason}). Your client file was not changed by this and nothing in it is lost; make room or free the folder and try again.',
  'reference-missing': '{path} points to a row that is not in this file. Nothing was changed.',
  'row-beyond-repair':
    'The damaged row ({entity}) cannot be put back from the history of the file. It may still be in a backup.',
  'row-damaged': 'A row ({entity}) was damaged outside Throughline, so it was not changed. Check and repair it first.',
  'row-exists': 'There is already a row {id} ({entity}). Nothing was changed.',
  'save-failed': 'The edit was not saved ({reason}). Everything saved before is kept; it is tried again.',
  'write-failed': 'The file {name} could not be written ({reason}). What was there before is untouched.',
  // --- import ---
  'import-no-file': 'There is no file {name} at that place. Nothing was taken in; choose it again.',
  'import-archive-bomb':
    'The file was refused because {part} unpacks to more than {limit} MB or is packed beyond reason. Nothing was imported; please save it again from the program that made it.',
  'import-archive-broken':
    'The file is damaged or cut off ({problem}). Nothing was imported; please fetch it again or save it again from the program that made it.',
  'import-archive-unsafe':
    'The file was refused because of how it is packed: {problem} ({part}). Nothing was imported; please save it again from the program that made it.',
  'import-csv-broken':
    'The table cannot be cut into rows: {problem} near line {line}. Nothing was imported; please export it again.',
  'import-empty': 'The file holds no text. Nothing was imported; please check that it is the right one.',
  'import-encoding':
    'The text cannot be read as {encoding} at {place}. Nothing was imported; please choose another encoding.',
  'import-encrypted':
    'The file is protected by a password. Nothing was imported; please save a copy without the password and import that.',
  'import-field-too-large':
    'A cell in line {line} holds more than {limit} MB. Nothing was imported; please shorten it and try again.',
  'import-format':
    'This looks like {found}, which cannot be read here. Nothing was imported; please save it as {instead} and import that.',
  'import-macros':
    'The document contains macros and was refused. Nothing was imported; please save it as a document without macros (.docx).',
  'import-mapping': 'The columns do not fit the file: {problem}. Nothing was imported; please map the columns again.',
  'import-no-header':
    'No line with column names was found. Nothing was imported; please give the first line the names of the columns.',
  'import-not-backlog':
    'This looks like {found}, because {why}. Nothing was imported; please export the list of work itself, one row for each item.',
  'import-ragged':
    'The rows do not fit one table: {ragged} of {rows} rows have another number of cells than the line with the column names (first: line {line}). Nothing was imported; please export it again, or choose another separator.',
  'import-formulas':
    'The column "{column}" holds formulas without their results ({count}, first in line {line}). Nothing was imported; please open the file where it was made, save it again and import that.',
  'import-json': 'The JSON cannot be read as a list of work: {problem}. Nothing was imported; please export it again.',
  'import-scanned':
    'The PDF holds pictures of its {pages} pages and no text. Nothing was imported; please run text recognition over it in a scanning program, or get the file that it was made from.',
  'import-text-unsafe':
    'The text holds {problem} at {place}. Nothing was imported; please remove it or save the file again as UTF-8.',
  'import-too-large': 'The file is larger than {limit} MB. Nothing was imported; please import a part of it.',
  'import-too-many': 'The file holds more than {limit} {what}. Nothing was imported; please import a part of it.',
  'import-unreadable':
    'The file {name} could not be read ({reason}). Nothing was taken in; please check that it may be read and try again.',
  'import-xml-broken':
    'The document is damaged: {part} cannot be read at line {line}. Nothing was imported; please open and save it again in the program that made it.',
  'import-xml-unsafe':
    'The document was refused because {part} contains {problem}. Nothing was imported; please save it again from the program that made it.',
  'transcript-shape':
    'Neither speakers nor times were found in the text, so it may be no transcript. Nothing was taken in; say that its paragraphs are to be taken as the words of one voice, or choose another file.',
  'transcript-there':
    'The interview “{title}” has a transcript already ({name}). Nothing was taken in; choose another interview, or remove that transcript first.',
  'job-crashed': 'The work stopped unexpectedly ({job}, {place}). Nothing was changed; please try again.',
  'job-input':
    'The file could not be read to its end. Nothing was changed; please check that it is still there and try again.',
  'job-memory': 'The work needed more memory than it may use ({job}). Nothing was changed; please try a smaller file.',
  'job-timeout':
    'The work took longer than {seconds} seconds and was stopped ({job}). Nothing was changed; please try a smaller file.',
  // --- export ---
  'export-over-client-file':
    'There is a client file named {name} at that place, and an export never replaces one. Nothing was written; choose another name.',
  // --- exchange file ---
  'exchange-invalid':
    'The engagement file was refused at {path}: {problem}. Nothing was taken in; mend that place and import again.',
  'exchange-not-json': 'The engagement file is not valid JSON ({problem}). Nothing was taken in.',
  'exchange-unknown-reference':
    'The engagement file was refused at {path}: “{value}” is not known as {what}. Nothing was taken in; mend that place and import again.',
  // --- kit ---
  'kit-invalid': 'The kit was refused at {path}: {problem}. The kit of this file was kept.',
  'kit-ids-missing':
    'The kit was refused: this file uses “{id}” ({where}), and the new kit does not have it. The kit of this file was kept.',
  // --- document ---
  'document-logo':
    'The logo is not a picture that can be read. Nothing was written; please give the brand a PNG or a plain SVG.',
  'document-not-ready':
    'The document cannot be issued yet: {count} blocker(s) stand, the first is “{sentence}” ({code}). Nothing was issued; a draft can be written.',
  'document-structure':
    'The document cannot be written: {problem} (at {key}). Nothing was issued; please report this with the key.',
  'document-template':
    'The style template is not a Word document with styles that can be read. Nothing was written; please save it again as .docx or remove it from the brand.',
} as const;
