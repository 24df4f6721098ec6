/** Commands on a client file as a whole. */
import type { FileInfo } from '../../../shared/api/files.ts';
import { describeNotice } from '../../../shared/api/notices.ts';
import { need, print, printFailure } from './output.ts';
import type { Shell } from './shell.ts';

/** Opens a file for a command; what there is to say about it goes to standard error. */
export async function openFile({ core, streams }: Shell, path: string): Promise<{ file: string; info: FileInfo }> {
  const { file, info, notices } = need(await core.client.files.open({ place: core.grant(path) }));
  for (const notice of notices) streams.err(`${describeNotice(notice)} [${notice.code}]\n`);
  return { file, info };
}

/** `new`: makes a client file. */
export async function newCommand(
  shell: Shell,
  path: string,
  options: { client: string; title?: string },
): Promise<number> {
  const { core, streams, json } = shell;
  const made = need(
    await core.client.files.create({
      place: core.grant(path),
      client: options.client,
      ...(options.title === undefined ? {} : { title: options.title }),
    }),
  );
  print(streams, json, made.info, [`Made ${path} for ${made.info.client}.`]);
  return 0;
}

/** `info`: says what a file holds. */
export async function infoCommand(shell: Shell, path: string): Promise<number> {
  const { info } = await openFile(shell, path);
  const counts = Object.entries(info.counts).filter(([, count]) => count > 0);
  print(shell.streams, shell.json, info, [
    `Client      ${info.client}`,
    ...info.engagements.map((one) => `Engagement  ${one.title === '' ? '(without a title)' : one.title}`),
    `Kit         ${info.kit.id}, version ${info.kit.version}`,
    `Revision    ${info.revision} (${info.bytes} bytes, schema ${info.schemaVersion}${info.readOnly ? ', read only' : ''})`,
    ...counts.map(([name, count]) => `${String(count).padStart(10)}  ${name}`),
  ]);
  return 0;
}

/** `check`: integrity first, then readiness; exit code 3 while the file is damaged or a blocker stands. */
export async function checkCommand(shell: Shell, path: string, options: { today?: string }): Promise<number> {
  const { core, streams, json } = shell;
  const { file } = await openFile(shell, path);
  const integrity = need(await core.client.files.check({ file }));
  const day = options.today === undefined ? {} : { today: options.today };
  const layout = await core.client.documents.layout({ file, ...day });
  if (!layout.ok) printFailure(streams, json, layout.error);
  const pages = layout.ok ? { pages: { count: layout.value.pages, source: layout.value.source } } : {};
  const { readiness } = need(await core.client.analysis.analyse({ file, ...day, ...pages }));
  const blockers = readiness.filter((finding) => finding.severity === 'blocker');
  print(streams, json, { integrity, readiness, layout: layout.ok ? layout.value : null }, [
    integrity.sound ? 'Integrity: sound.' : `Integrity: ${integrity.findings.length} finding(s).`,
    ...integrity.findings.map(
      (finding) => `  ${finding.kind}  ${finding.entity ?? ''} ${finding.id ?? ''}  ${finding.detail}`,
    ),
    blockers.length === 0 ? 'Readiness: can be issued.' : `Readiness: ${blockers.length} blocker(s).`,
    ...readiness.map((finding) => `  ${finding.severity.padEnd(8)} ${finding.code}  ${finding.sentence}`),
  ]);
  return integrity.sound && blockers.length === 0 ? 0 : 3;
}

/** `copy`: a verified copy that is a file of its own. */
export async function copyCommand(shell: Shell, path: string, to: string): Promise<number> {
  const { core, streams, json } = shell;
  const { file } = await openFile(shell, path);
  const copied = need(await core.client.files.copy({ file, place: core.grant(to) }));
  print(streams, json, copied, [`Copied and verified: ${to}.`]);
  return 0;
}
