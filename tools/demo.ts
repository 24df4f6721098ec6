/**
 * The whole way on the sample: raw files, client file, figures, document. By the same calls as every window, with a clock
 * and ids of its own, so that two runs give the same bytes.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { openCore, type CoreConfig } from '../src/main/core.ts';
import { localConfig } from '../src/main/local-config.ts';
import { describeFailure, type Failure } from '../src/shared/api/errors.ts';
import { uuidMaker } from '../src/shared/lib/uuid.ts';

const root = join(import.meta.dirname, '..');
const out = join(root, 'demo');
/** The day on which the sample's engagement ends. */
const day = '2026-09-25';
const files = ['Aldermere Air.throughline', 'Aldermere Air.docx', 'Aldermere Air.xlsx', 'Aldermere Air.json'] as const;
const [clientFile, documentFile, mapFile, exchangeFile] = files;

mkdirSync(out, { recursive: true });
for (const name of files) rmSync(join(out, name), { force: true });
const appDir = mkdtempSync(join(tmpdir(), 'throughline-demo-'));
const core = openCore(demoConfig(appDir));
const { client } = core;
const at = (folder: string, name: string): string => core.grant(join(folder, name));
const begun = performance.now();

try {
  const { file, info } = await step('Make the client file of the sample from its raw files', () =>
    client.home.sample({ place: at(out, clientFile), opId: core.newId() }),
  );
  const { counts } = info;
  const held = ['passage', 'decision', 'backlogItem', 'interview', 'evidence', 'itemLink', 'priority'];
  say(held.map((name) => `${counts[name] ?? 0} ${name}`).join(', '));
  const figures = await step('Compute every figure', () => client.analysis.analyse({ file, today: day }));
  const findings = (severity: string): number => figures.readiness.filter((one) => one.severity === severity).length;
  say(`${figures.patterns.filter((one) => one.severity !== null).length} patterns with a severity`);
  say(`${findings('blocker')} blockers, ${findings('warning')} warnings, ${findings('advice')} pieces of advice`);
  const written = await step('Write the document', () =>
    client.documents.write({ file, place: at(out, documentFile), today: day }),
  );
  say(`${written.report.pages} pages (${written.report.source}), ${written.bytes} bytes, SHA-256 ${written.digest}`);
  for (const { title, share } of written.report.shares) say(`${share.toFixed(2)}  ${title}`);
  await step('Write the map as a table', () => client.exports.map({ file, place: at(out, mapFile), format: 'xlsx' }));
  await step('Write the engagement as JSON', () => client.exports.engagement({ file, place: at(out, exchangeFile) }));
  await step('Close the file', () => client.files.close({ file }));
  console.log(`Done in ${seconds(begun)} s:`);
  for (const name of files) console.log(`  ${relative(process.cwd(), join(out, name))}`);
} finally {
  await core.close();
  rmSync(appDir, { recursive: true, force: true });
}

/** Runs one step, says what it is and how long it took; an expected failure ends the demo with its sentence. */
async function step<T>(
  what: string,
  run: () => Promise<{ readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: Failure }>,
): Promise<T> {
  const start = performance.now();
  process.stdout.write(`${what} ... `);
  const reply = await run();
  console.log(`${seconds(start)} s`);
  if (reply.ok) return reply.value;
  console.error(`${describeFailure(reply.error)} [${reply.error.code}]`);
  process.exit(1);
}

function say(text: string): void {
  console.log(`    ${text}`);
}

function seconds(start: number): string {
  return ((performance.now() - start) / 1000).toFixed(1);
}

/** A clock that moves by a second with every look, and ids that follow from it. */
function demoConfig(folder: string): CoreConfig {
  const config = localConfig(folder);
  let now = Date.parse(`${day}T08:00:00.000Z`);
  let seed = 1;
  const tick = (): number => (now += 1000);
  const random = (bytes: Uint8Array): void => {
    for (let index = 0; index < bytes.length; index += 1) {
      seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
      bytes[index] = seed >>> 24;
    }
  };
  const store = {
    ...config.store,
    clock: () => new Date(tick()).toISOString(),
    zone: () => 'UTC',
    ids: uuidMaker({ now: tick, random }),
  };
  return { ...config, store, today: () => day };
}
