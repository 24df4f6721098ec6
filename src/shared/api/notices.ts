/** What a user should know about a file that was opened all the same: a closed list with a sentence for each. */

const sentences = {
  'read-only': 'The file is open for reading only ({reason}). Nothing can be changed in it.',
  recovered:
    'The file was not closed properly last time. What was acknowledged is there; a copy of its state before is kept.',
  'private-copy': 'The file lies where nothing can be written; a private copy was opened for reading.',
  older:
    'The file is older than your last save on this computer (revision {revision}, saved {saved}). The backups hold the later one.',
  forked:
    'The file went another way since your last save on this computer (revision {revision}, saved {saved}). Compare it with the backups.',
  'synced-folder':
    'The file lies in a folder that {service} synchronises. Close it before you open it on another computer.',
  'conflict-copies': 'Copies that a synchronising service made lie beside the file: {names}.',
  migrated: 'The file was brought from version {from} to {to}; a verified backup of the old one is kept.',
  'in-use-elsewhere': 'The file may be open on another computer since {since}.',
  'low-space': 'Little space is left on the disk ({free} bytes). Make room before you go on.',
} as const;

/** A code of the closed list. */
export type NoticeCode = keyof typeof sentences;

/** A notice with parameters that may be shown. */
export type FileNotice = { readonly code: NoticeCode; readonly params: Readonly<Record<string, string | number>> };

/** All codes. */
export const noticeCodes = Object.keys(sentences) as [NoticeCode, ...NoticeCode[]];

/** The notice as one sentence. */
export function describeNotice(notice: FileNotice): string {
  return sentences[notice.code].replace(/\{(\w+)\}/gu, (_, name: string) => String(notice.params[name] ?? '?'));
}
