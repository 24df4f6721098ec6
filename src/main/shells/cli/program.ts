/** The command line: the same calls as every window, without one. */
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { failure, type Failure } from '../../../shared/api/errors.ts';
import { isCalendarDate } from '../../../shared/lib/text.ts';
import type { Core } from '../../core.ts';
import { analyseCommand } from './analyse.ts';
import { documentCommand } from './document.ts';
import { checkCommand, copyCommand, infoCommand, newCommand } from './file-commands.ts';
import { exportCommand, importCommand } from './exchange-commands.ts';
import { CommandFailed, exitCodeOf, printFailure, type Streams } from './output.ts';
import type { DocumentOptions, ExportOptions, ImportOptions, Shell } from './shell.ts';

/**
 * Runs one command line and returns its exit code: 0 done, 1 a bug, 2 wrong input, 3 refused or not ready, 130 interrupted.
 * When `stop` is raised, what runs is cancelled and every file is closed as at the end of any command.
 */
export async function runCommandLine(
  words: readonly string[],
  open: () => Core,
  streams: Streams,
  stop?: AbortSignal,
): Promise<number> {
  let core: Core | null = null;
  let code = 0;
  const json = words.includes('--json');
  const end = (): void => void core?.close();
  const run = async (command: (shell: Shell) => Promise<number>): Promise<void> => {
    core = openProgram(open);
    stop?.addEventListener('abort', end, { once: true });
    code = await command({ core, streams, json });
  };
  try {
    await program(run, streams).parseAsync(words, { from: 'user' });
  } catch (error) {
    const problem = stop?.aborted === true ? failure('cancelled') : failureOf(error);
    if (problem !== null) printFailure(streams, json, problem);
    code = problem === null ? exitCodeOfHelp(error) : exitCodeOf(problem);
  } finally {
    stop?.removeEventListener('abort', end);
    await (core as Core | null)?.close();
  }
  return code;
}

/** Opens the core; what the system refuses it in the folder of its own data is told as such. */
function openProgram(open: () => Core): Core {
  try {
    return open();
  } catch (error) {
    const reason = error instanceof Error && 'syscall' in error && 'code' in error ? error.code : undefined;
    if (typeof reason !== 'string') throw error;
    throw new CommandFailed(failure('own-folder', { reason }));
  }
}

/** The failure behind a throw; null where only help was asked for. */
function failureOf(error: unknown): Failure | null {
  if (error instanceof CommandFailed) return error.failure;
  if (!(error instanceof CommanderError)) return failure('internal', { where: 'command line' });
  if (error.code === 'commander.help' || error.exitCode === 0) return null;
  const problem = error.message
    .replace(/^error: /u, '')
    .replace(/\s+/gu, ' ')
    .replace(/\.$/u, '');
  return failure('bad-command', { problem });
}

/** Help that was asked for is done; help because no command was named is not. */
function exitCodeOfHelp(error: unknown): number {
  return error instanceof CommanderError && error.exitCode === 0 ? 0 : 2;
}

function program(run: (command: (shell: Shell) => Promise<number>) => Promise<void>, streams: Streams): Command {
  const root = new Command('throughline')
    .description('From strategy, backlog and interviews to the intervention document. Nothing leaves this computer.')
    .exitOverride()
    .configureOutput({ writeOut: streams.out, writeErr: streams.err, outputError: () => undefined });
  const command = (words: string, says: string): Command =>
    root
      .command(words)
      .description(says)
      .addOption(new Option('--json', 'print one JSON object instead of text'))
      .exitOverride();

  command('new <file>', 'make a new client file')
    .requiredOption('--client <name>', 'name of the client')
    .option('--title <title>', 'title of the engagement')
    .action((file: string, options: { client: string; title?: string }) =>
      run((shell) => newCommand(shell, file, options)),
    );
  command('info <file>', 'say what a client file holds').action((file: string) =>
    run((shell) => infoCommand(shell, file)),
  );
  command('check <file>', 'check the integrity of a file and the readiness of its document')
    .option('--today <date>', 'day on which the figures are computed (YYYY-MM-DD)', aDay)
    .action((file: string, options: { today?: string }) => run((shell) => checkCommand(shell, file, options)));
  command('import <file>', 'take a strategy, a backlog, a transcript or an engagement in')
    .option('--strategy <doc>', 'strategy document: docx, pdf, pptx, odt, html, md or txt')
    .option('--decisions <headings:N>', 'make a decision of each heading of level N', aHeadingLevel)
    .option('--backlog <file>', 'export of the list of work: csv, tsv, xlsx, json, or xml of Microsoft Project')
    .option('--exported <date>', 'day of that export (YYYY-MM-DD)', aDay)
    .option('--transcript <file>', 'transcript of a conversation: vtt, srt, docx or txt')
    .option('--interview <id>', 'the interview that it belongs to; without it a new one is made')
    .option('--title <title>', 'title of that new interview')
    .option('--held <date>', 'day of the conversation (YYYY-MM-DD)', aDay)
    .option('--paragraphs', 'take a text without speakers as the words of one voice')
    .option('--engagement <json>', 'engagement file (its schema is resources/schema/engagement.schema.json)')
    .option(
      '--accept <strength>',
      'then link open items to their first suggestion from this strength: weak, fair or strong',
      aStrength,
    )
    .option('--items <csv>', 'accept only for the items whose keys stand in the first column of this file')
    .action((file: string, options: ImportOptions) => run((shell) => importCommand(shell, file, options)));
  command('export <file>', 'write the engagement or its map')
    .option('--engagement <out.json>', 'the whole engagement as JSON')
    .option(
      '--map <out.xlsx|out.csv>',
      'the translation map as a table',
      aName(/\.(?:xlsx|csv)$/iu, 'A map is an .xlsx or a .csv file.'),
    )
    .action((file: string, options: ExportOptions) => run((shell) => exportCommand(shell, file, options)));
  command('analyse <file>', 'compute every figure of the method')
    .option('--today <date>', 'day on which the figures are computed (YYYY-MM-DD)', aDay)
    .action((file: string, options: { today?: string }) => run((shell) => analyseCommand(shell, file, options)));
  command('document <file>', 'write the intervention document')
    .requiredOption('-o, --output <out.docx>', 'where to write it', aName(/\.docx$/iu, 'A document is a .docx file.'))
    .addOption(new Option('--paper <size>', 'paper').choices(['A4', 'Letter']))
    .addOption(
      new Option('--density <density>', 'type and white; without it the fit decides').choices([
        'open',
        'normal',
        'tight',
      ]),
    )
    .addOption(
      new Option('--draft', 'mark it as a draft; a document with blockers is always marked').conflicts('issue'),
    )
    .option('--issue', 'freeze it in the file as the next numbered issue; refused while a blocker stands')
    .option('--today <date>', 'date of the document (YYYY-MM-DD)', aDay)
    .action((file: string, options: DocumentOptions) => run((shell) => documentCommand(shell, file, options)));
  command('copy <file> <to>', 'copy to another drive, verified').action((file: string, to: string) =>
    run((shell) => copyCommand(shell, file, to)),
  );
  return root;
}

function aDay(value: string): string {
  if (!isCalendarDate(value)) throw new InvalidArgumentError('A date is a day that exists, written YYYY-MM-DD.');
  return value;
}

function aName(ending: RegExp, says: string): (value: string) => string {
  return (value) => {
    if (!ending.test(value)) throw new InvalidArgumentError(says);
    return value;
  };
}

function aHeadingLevel(value: string): number {
  const level = Number(/^headings:([1-6])$/u.exec(value)?.[1]);
  if (!Number.isInteger(level)) throw new InvalidArgumentError('Write headings:1 to headings:6.');
  return level;
}

function aStrength(value: string): string {
  if (!/^(?:weak|fair|strong)$/u.test(value)) throw new InvalidArgumentError('A strength is weak, fair or strong.');
  return value;
}
