/** The command that writes the intervention document. */
import type { LayoutReport } from '../../../shared/api/documents.ts';
import { openFile } from './file-commands.ts';
import { need, print } from './output.ts';
import type { DocumentOptions, Shell } from './shell.ts';

/** `document`: composes, fits, writes, and says how many pages came out and what takes them. */
export async function documentCommand(shell: Shell, path: string, options: DocumentOptions): Promise<number> {
  const { core, streams, json } = shell;
  const { file } = await openFile(shell, path);
  const { output, issue, draft, paper, density, today } = options;
  const chosen = {
    ...(paper === undefined ? {} : { paper }),
    ...(density === undefined ? {} : { density }),
    ...(today === undefined ? {} : { today }),
  };
  const place = core.grant(output);
  if (issue === true) {
    const issued = need(await core.client.documents.issue({ file, ...chosen, opId: core.newId() }));
    const { bytes } = need(await core.client.documents.issued({ file, issue: issued.issue, place }));
    const wrote = `Issued ${issued.number} and wrote ${output}: ${bytes} bytes, SHA-256 ${issued.digest}.`;
    print(streams, json, { ...issued, bytes }, [wrote, ...describeLayout(issued.report)]);
    return 0;
  }
  const wanted = draft === undefined ? chosen : { ...chosen, draft };
  const written = need(await core.client.documents.write({ file, place, ...wanted }));
  if (written.draft && draft !== true) {
    streams.err(`It was written as a draft, as ${written.blockers.length} blocker(s) stand:\n`);
    for (const { code, sentence } of written.blockers) streams.err(`  ${sentence} [${code}]\n`);
  }
  print(streams, json, written, [
    `Wrote ${output}${written.draft ? ' (draft)' : ''}: ${written.bytes} bytes, SHA-256 ${written.digest}.`,
    ...(written.appendix ? ['Detail that did not fit stands in an appendix beside it.'] : []),
    ...describeLayout(written.report),
  ]);
  return 0;
}

/** A layout in words: pages with their source, shares of a page by section, empty stages. */
export function describeLayout(report: LayoutReport): string[] {
  const [from, to] = report.range;
  return [
    `${report.pages} pages, ${report.source} (the tier's range is ${from} to ${to}; ${report.density}, ${report.keep} keep rules).`,
    ...report.shares.map((one) => `  ${one.share.toFixed(2).padStart(5)}  ${one.title}`),
    ...report.steps.map((one) => `  ${one.step}: ${one.pages} pages (gains ${one.gain.toFixed(2)})`),
    ...report.empty.map((one) => `  Stage ${one.stage} is empty: ${one.sentence}`),
    ...report.removed.map((one) => `  Left out, as Word cannot hold it: ${one}`),
  ];
}
