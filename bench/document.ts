/** How long the document takes against docxtemplater, which fills a template with the same content and lays nothing out. */
import { join } from 'node:path';
import Docxtemplater from 'docxtemplater';
import PizZip from 'pizzip';
import { localConfig } from '../src/main/local-config.ts';
import { startRendering, type RenderInput, type Rendering } from '../src/main/jobs/render/docx.ts';
import { bundledFonts, createPngRenderer } from '../src/main/jobs/render/png.ts';
import { defaultBrand, defaultSettings } from '../src/shared/document/settings.ts';
import { openBenchCore, take } from './bench-core.ts';
import { interleaved, median, type Measurement, type Place } from './measure.ts';
import { composeRivalTemplate } from './rival-template.ts';
import { documentOf, makeSampleFile, readInput, sampleDay } from './sample.ts';

/** Medians of 21 rounds in this process, both warm, our figures drawn before. */
export async function benchDocument({ folder }: Place): Promise<Measurement[]> {
  const path = join(folder, 'sample.throughline');
  await makeSampleFile(folder, path);
  const sample = await readInput(folder, path);
  const fonts = bundledFonts(join(localConfig(folder).resources, 'fonts'));
  const png = createPngRenderer(fonts);
  const input: RenderInput = {
    document: documentOf(sample),
    settings: defaultSettings,
    brand: defaultBrand,
    issueDate: sampleDay,
    drawBitmap: (svg) => png.render(svg),
  };
  const start = (): Rendering => {
    const rendering = startRendering(input);
    if (!rendering.ok) throw new Error(rendering.error.code);
    return rendering.value;
  };
  const { bytes } = await start().write();
  const template = composeRivalTemplate(bytes);
  const fill = (): Buffer => {
    const rival = new Docxtemplater(new PizZip(template.bytes), { paragraphLoop: true, linebreaks: true });
    return rival.render(template.data).toBuffer({ compression: 'DEFLATE' });
  };
  const times = await interleaved(
    { warm: 8, measured: 21 },
    {
      compose: () => documentOf(sample),
      rival: fill,
      bare: () => start().write(),
      laidOut: () => {
        const rendering = start();
        rendering.layout();
        return rendering.write();
      },
    },
  );
  const rival = median(times.rival);
  const whole = await writeFromFile(folder, path);
  return [
    { name: 'document composed from its rows', value: median(times.compose), unit: 'ms' },
    { name: 'docxtemplater, the same content', value: rival, unit: 'ms' },
    { name: 'document without layout', value: median(times.bare), unit: 'ms' },
    { name: 'document without layout ÷ docxtemplater', value: median(times.bare) / rival, unit: '×', mark: 2.5 },
    { name: 'document with layout', value: median(times.laidOut), unit: 'ms' },
    { name: 'document with layout ÷ docxtemplater', value: median(times.laidOut) / rival, unit: '×' },
    { name: 'document, the whole way: rows, checks, child process, file', value: whole, unit: 'ms' },
  ];
}

/** Median milliseconds of five times as a user asks for it. */
async function writeFromFile(folder: string, path: string): Promise<number> {
  const { core } = openBenchCore(folder);
  const { file } = take(await core.client.files.open({ place: core.grant(path), readOnly: true }));
  const times = await interleaved(
    { warm: 1, measured: 5 },
    {
      write: async (round) => {
        const place = core.grant(join(folder, `sample ${round}.docx`));
        take(await core.client.documents.write({ file, place, today: sampleDay }));
      },
    },
  );
  await core.close();
  return median(times.write);
}
