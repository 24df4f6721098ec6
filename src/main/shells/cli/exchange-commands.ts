/** Commands that take files in and write files out. */
import { readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { describeImportNote } from '../../../shared/api/import-notes.ts';
import type { Imported } from '../../../shared/api/imports.ts';
import { failure } from '../../../shared/api/errors.ts';
import { openFile } from './file-commands.ts';
import { CommandFailed, need, print } from './output.ts';
import type { ExportOptions, ImportOptions, Shell } from './shell.ts';

/** What of an import command is done: for programs by name, for people as lines. */
type Done = { readonly parts: Record<string, unknown>; readonly lines: string[] };

/** `import`: strategy, then backlog, then transcript, then engagement, each in one transaction of its own. */
export async function importCommand(shell: Shell, path: string, options: ImportOptions): Promise<number> {
  const problem = importProblem(options);
  if (problem !== null) throw new CommandFailed(failure('bad-command', { problem }));
  const keys = options.items === undefined ? undefined : keysIn(options.items);
  const { file } = await openFile(shell, path);
  const done: Done = { parts: {}, lines: [] };
  const show = (): void => print(shell.streams, shell.json, done.parts, done.lines);
  try {
    await importParts(shell, file, options, keys, done);
  } catch (error) {
    // What came before the part that was refused is in the file, so it is told.
    if (error instanceof CommandFailed && done.lines.length > 0) show();
    throw error;
  }
  show();
  return 0;
}

/** What is wrong with the options together; null where they fit. */
function importProblem(options: ImportOptions): string | null {
  const { strategy, backlog, transcript, engagement, accept, decisions, exported, items } = options;
  if ([strategy, backlog, transcript, engagement, accept].every((one) => one === undefined))
    return 'name --strategy, --backlog, --transcript, --engagement or --accept';
  const { interview, title, held, paragraphs } = options;
  if (transcript === undefined && [interview, title, held, paragraphs].some((one) => one !== undefined))
    return '--interview, --title, --held and --paragraphs go with --transcript';
  if (interview !== undefined && title !== undefined) return 'name --interview or --title, not both';
  if (decisions !== undefined && strategy === undefined) return '--decisions goes with --strategy';
  if (exported !== undefined && backlog === undefined) return '--exported goes with --backlog';
  return items !== undefined && accept === undefined ? '--items goes with --accept' : null;
}

async function importParts(
  { core }: Shell,
  file: string,
  options: ImportOptions,
  keys: string[] | undefined,
  { parts, lines }: Done,
): Promise<void> {
  const { imports, suggestions } = core.client;
  if (options.strategy !== undefined) {
    const decisions = options.decisions === undefined ? {} : { decisionsFrom: options.decisions };
    const place = core.grant(options.strategy);
    const imported = need(await imports.document({ file, place, kind: 'strategy', ...decisions, opId: core.newId() }));
    parts['strategy'] = imported;
    lines.push(`Strategy: ${imported.passages} passages, ${imported.decisions} decisions.`, ...notes(imported));
  }
  if (options.backlog !== undefined) {
    const exported = options.exported === undefined ? {} : { exportedOn: options.exported };
    const place = core.grant(options.backlog);
    const imported = need(await imports.backlog({ file, place, ...exported, opId: core.newId() }));
    parts['backlog'] = imported;
    lines.push(
      `Backlog: ${imported.items} new items, ${imported.updated} known (${imported.closed} closed, ${imported.reopened} reopened, ${imported.changed} changed), ${imported.gone} gone, ${imported.leftOut} rows left out.`,
      ...notes(imported),
    );
  }
  if (options.transcript !== undefined) {
    const { interview, title, held, paragraphs } = options;
    const place = core.grant(options.transcript);
    const imported = need(
      await imports.transcript({
        file,
        place,
        opId: core.newId(),
        ...(interview === undefined ? {} : { interview }),
        ...(title === undefined ? {} : { title }),
        ...(held === undefined ? {} : { heldOn: held }),
        ...(paragraphs === undefined ? {} : { paragraphs }),
      }),
    );
    parts['transcript'] = imported;
    lines.push(
      `Transcript: ${imported.turns} turns of ${imported.voices} voices, interview ${imported.interview}.`,
      ...notes(imported),
    );
  }
  if (options.engagement !== undefined) {
    const place = core.grant(options.engagement);
    const imported = need(await imports.engagement({ file, place, opId: core.newId() }));
    parts['engagement'] = imported;
    lines.push(`Engagement: ${imported.inserted} rows new, ${imported.updated} brought up to date.`);
  }
  if (options.accept !== undefined) {
    const items = keys === undefined ? {} : { items: keys };
    const accepted = need(await suggestions.accept({ file, strength: options.accept, ...items, opId: core.newId() }));
    parts['accepted'] = accepted;
    lines.push(`Suggestions: ${accepted.accepted} accepted, ${accepted.open} items left without a link.`);
  }
}

/** `export`: the engagement as JSON, the map as a table. */
export async function exportCommand(shell: Shell, path: string, options: ExportOptions): Promise<number> {
  const { core, streams, json } = shell;
  if (options.engagement === undefined && options.map === undefined) {
    throw new CommandFailed(failure('bad-command', { problem: 'name --engagement or --map' }));
  }
  const { file } = await openFile(shell, path);
  const done: Record<string, unknown> = {};
  const lines: string[] = [];
  if (options.engagement !== undefined) {
    const written = need(await core.client.exports.engagement({ file, place: core.grant(options.engagement) }));
    done['engagement'] = written;
    lines.push(`Wrote ${options.engagement}: ${written.rows} rows, ${written.bytes} bytes.`);
  }
  if (options.map !== undefined) {
    const format = /\.csv$/iu.test(options.map) ? 'csv' : 'xlsx';
    const written = need(await core.client.exports.map({ file, place: core.grant(options.map), format }));
    done['map'] = written;
    lines.push(`Wrote ${options.map}: ${written.rows} rows, ${written.bytes} bytes.`);
  }
  print(streams, json, done, lines);
  return 0;
}

/** The first column of a small list, without its head; a cell may stand in quotation marks. */
function keysIn(path: string): string[] {
  const text = readList(path);
  const cells = text
    .split(/\r?\n/u)
    .slice(1)
    .map((line) => /^\uFEFF?(?:"([^"]*)"|([^,;\t]*))/u.exec(line.trim()));
  return cells.map((cell) => (cell?.[1] ?? cell?.[2] ?? '').trim()).filter((key) => key !== '');
}

function readList(path: string): string {
  const name = basename(path);
  try {
    if (statSync(path, { throwIfNoEntry: false })?.isFile() !== true)
      throw new CommandFailed(failure('import-no-file', { name }));
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (error instanceof CommandFailed) throw error;
    const reason = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    throw new CommandFailed(failure('import-unreadable', { name, reason }));
  }
}

function notes(imported: Pick<Imported, 'notes'>): string[] {
  return imported.notes.map((note) => `  ${describeImportNote(note)}`);
}
