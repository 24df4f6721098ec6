/** Commands that take files in and write files out. */
import { existsSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { describeImportNote } from '../../../shared/api/import-notes.ts';
import type { Imported } from '../../../shared/api/imports.ts';
import { failure } from '../../../shared/api/errors.ts';
import { openFile } from './file-commands.ts';
import { CommandFailed, need, print } from './output.ts';
import type { ExportOptions, ImportOptions, Shell } from './shell.ts';

/** `import`: strategy, then backlog, then engagement, each in one transaction of its own. */
export async function importCommand(shell: Shell, path: string, options: ImportOptions): Promise<number> {
  const { core, streams, json } = shell;
  const wanted = [options.strategy, options.backlog, options.engagement, options.accept];
  if (wanted.every((one) => one === undefined)) {
    throw new CommandFailed(
      failure('bad-input', { path: 'import', problem: 'name --strategy, --backlog, --engagement or --accept' }),
    );
  }
  const { file } = await openFile(shell, path);
  const done: Record<string, unknown> = {};
  const lines: string[] = [];
  if (options.strategy !== undefined) {
    const decisions = options.decisions === undefined ? {} : { decisionsFrom: options.decisions };
    const place = core.grant(options.strategy);
    const imported = need(
      await core.client.imports.document({ file, place, kind: 'strategy', ...decisions, opId: core.newId() }),
    );
    done['strategy'] = imported;
    lines.push(`Strategy: ${imported.passages} passages, ${imported.decisions} decisions.`, ...notes(imported));
  }
  if (options.backlog !== undefined) {
    const exported = options.exported === undefined ? {} : { exportedOn: options.exported };
    const imported = need(
      await core.client.imports.backlog({ file, place: core.grant(options.backlog), ...exported, opId: core.newId() }),
    );
    done['backlog'] = imported;
    lines.push(
      `Backlog: ${imported.items} new items, ${imported.updated} known (${imported.closed} closed, ${imported.changed} changed), ${imported.gone} gone, ${imported.leftOut} rows left out.`,
      ...notes(imported),
    );
  }
  if (options.engagement !== undefined) {
    const imported = need(
      await core.client.imports.engagement({ file, place: core.grant(options.engagement), opId: core.newId() }),
    );
    done['engagement'] = imported;
    lines.push(`Engagement: ${imported.inserted} rows new, ${imported.updated} brought up to date.`);
  }
  if (options.accept !== undefined) {
    const items = options.items === undefined ? {} : { items: keysIn(options.items) };
    const accepted = need(
      await core.client.suggestions.accept({ file, strength: options.accept, ...items, opId: core.newId() }),
    );
    done['accepted'] = accepted;
    lines.push(`Suggestions: ${accepted.accepted} accepted, ${accepted.open} items left without a link.`);
  }
  print(streams, json, done, lines);
  return 0;
}

/** `export`: the engagement as JSON, the map as a table. */
export async function exportCommand(shell: Shell, path: string, options: ExportOptions): Promise<number> {
  const { core, streams, json } = shell;
  if (options.engagement === undefined && options.map === undefined) {
    throw new CommandFailed(failure('bad-input', { path: 'export', problem: 'name --engagement or --map' }));
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

/** The first column of a small list, without its head. */
function keysIn(path: string): string[] {
  const text = existsSync(path) ? readFileSync(path, 'utf8') : null;
  if (text === null) throw new CommandFailed(failure('import-no-file', { name: basename(path) }));
  const lines = text.split(/\r?\n/u).slice(1);
  return lines.map((line) => line.split(',')[0]?.trim() ?? '').filter((key) => key !== '');
}

function notes(imported: Imported): string[] {
  return imported.notes.map((note) => `  ${describeImportNote(note)}`);
}
