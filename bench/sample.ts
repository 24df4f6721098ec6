/** The sample engagement, taken in as the demo does it, and its document. */
import { join } from 'node:path';
import { openClientFile } from '../src/main/store/client-file.ts';
import type { AnalysisInput } from '../src/shared/analysis/input.ts';
import type { DocumentTree } from '../src/shared/document/blocks.ts';
import { composeDocument } from '../src/shared/document/compose.ts';
import { defaultBrand } from '../src/shared/document/settings.ts';
import { parseKit } from '../src/shared/method/kit.ts';
import { scopeTo } from '../src/shared/model/index.ts';
import { openBenchCore, take } from './bench-core.ts';

/** The day on which the sample's engagement ends. */
export const sampleDay = '2026-09-25';

/** Makes a client file of the sample's raw files. */
export async function makeSampleFile(folder: string, path: string): Promise<void> {
  const { core, store } = openBenchCore(folder);
  const { client } = core;
  const raw = (name: string): string => core.grant(join(import.meta.dirname, '../resources/sample', name));
  const { file } = take(await client.files.create({ place: core.grant(path), client: 'Aldermere Air' }));
  const strategy = { file, place: raw('strategy.docx'), kind: 'strategy' as const, decisionsFrom: 2 };
  take(await client.imports.document({ ...strategy, opId: store.ids() }));
  take(await client.imports.backlog({ file, place: raw('backlog.csv'), opId: store.ids() }));
  take(await client.imports.engagement({ file, place: raw('engagement.json'), opId: store.ids() }));
  await core.close();
}

/** What the figures and the document of a file's engagement are made from. */
export async function readInput(folder: string, path: string): Promise<AnalysisInput> {
  const { core, store } = openBenchCore(folder);
  const { file, info } = take(await core.client.files.open({ place: core.grant(path), readOnly: true }));
  const parsed = parseKit(take(await core.client.kits.get({ file })));
  if ('faults' in parsed) throw new Error('the kit of the file has faults');
  await core.close();
  const opened = take(openClientFile(path, { readOnly: true }, store));
  const data = scopeTo(opened.load({ everything: true }), info.engagements[0]?.id ?? '');
  take(opened.close());
  return { data, kit: parsed.kit, today: sampleDay };
}

/** The document of an engagement as its first issue. */
export function documentOf(input: AnalysisInput): DocumentTree {
  return composeDocument(input, { version: '1.0', brand: defaultBrand, snapshotDigest: '0'.repeat(64) }).document;
}
