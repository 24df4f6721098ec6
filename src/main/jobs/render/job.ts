/** The job that makes the document: searches the fit, lays out, writes the file. It runs in a process of its own. */
import { startRendering } from './docx.ts';
import { isUsableLogo, logoOf } from './logo.ts';
import { bundledFonts, createPngRenderer } from './png.ts';
import { templateStyles } from './template.ts';
import { failure } from '../../../shared/api/errors.ts';
import { structureProblems } from '../../../shared/document/check.ts';
import { layoutVariants, lengthOf, searchFit } from '../../../shared/document/fit.ts';
import { fail, ok } from '../../../shared/lib/result.ts';
import type { Failure } from '../../../shared/api/errors.ts';
import type { FitCandidate, Measured, TriedCandidate } from '../../../shared/document/fit.ts';
import type { Result } from '../../../shared/lib/result.ts';
import type { Rendering } from './docx.ts';
import type { RenderJobInput, RenderJobOutput } from './job-types.ts';

/** How far the job is: one step per layout, one for the file. */
export type RenderReport = (progress: {
  readonly step: string;
  readonly done: number;
  readonly total: number | null;
}) => void;

/** Renders a document; the first content level is the full one, further levels are what may be left out, in order. */
export const documentJob = {
  async run(input: RenderJobInput, report: RenderReport): Promise<Result<RenderJobOutput, Failure>> {
    for (const { document } of input.levels) {
      const [problem] = structureProblems(document);
      if (problem !== undefined) return fail(failure('document-structure', problem));
    }
    const fonts = bundledFonts(input.fontFolder);
    // Made when the first bitmap is asked for: a layout alone needs none.
    let png: ReturnType<typeof createPngRenderer> | undefined;
    const drawBitmap = (svg: string): Uint8Array => (png ??= createPngRenderer(fonts)).render(svg);
    const { brand, issueDate, template } = input;
    if (template !== undefined) {
      const styles = templateStyles(template, brand, input.density ?? 'normal');
      if (!styles.ok) return styles;
    }
    const logo = input.levels[0] && logoOf(input.levels[0].document);
    if (logo !== undefined && !isUsableLogo(logo, drawBitmap)) return fail(failure('document-logo'));
    const start = ({ level, settings }: FitCandidate): Rendering => {
      const document = input.levels[level]?.document;
      if (document === undefined) throw new RangeError(`There is no level ${level}`);
      const base = { document, settings, brand, issueDate, drawBitmap };
      const rendering = startRendering(template === undefined ? base : { ...base, template });
      // The template was read above, so that a failure here is a bug.
      if (!rendering.ok) throw new Error(rendering.error.code);
      return rendering.value;
    };
    return ok(await render(input, report, start));
  },
};

async function render(
  input: RenderJobInput,
  report: RenderReport,
  start: (candidate: FitCandidate) => Rendering,
): Promise<RenderJobOutput> {
  let done = 0;
  // Only the last one is kept: a rendering holds the whole tree of the library.
  let kept: { readonly candidate: FitCandidate; readonly rendering: Rendering } | undefined;
  const measure = (candidate: FitCandidate): Measured => {
    const rendering = start(candidate);
    const { pages, pageFill, splits } = rendering.layout();
    kept = { candidate, rendering };
    done += 1;
    report({ step: 'layout', done, total: null });
    return { pages: pages.length, pageFill, splits };
  };
  const variants = layoutVariants(input.paper, input.density);
  const [levels, settings] =
    input.search === true ? [input.levels, variants] : [input.levels.slice(0, 1), variants.slice(0, 1)];
  const fit = searchFit(levels, settings, input.range, measure);
  const tried = input.search === 'each' ? measureEach(input, fit.best, measure) : fit.tried;
  const { candidate } = fit.best;
  const rendering = kept?.candidate === candidate ? kept.rendering : start(candidate);
  const layout = rendering.layout();
  const file = input.write ? await rendering.write() : null;
  if (file !== null) report({ step: 'file', done: done + 1, total: done + 1 });
  return {
    bytes: file?.bytes ?? null,
    layout,
    level: candidate.level,
    settings: candidate.settings,
    fits: fit.fits,
    steps: tried.map(({ candidate: { changes, level }, measured, gain }) => ({
      changes,
      level,
      pages: measured.pages,
      gain,
    })),
    removed: rendering.removed,
  };
}

/** Every level but the first, and the first in tight rows, each against the first as it is. */
function measureEach(
  { levels }: RenderJobInput,
  first: TriedCandidate,
  measure: (candidate: FitCandidate) => Measured,
): readonly TriedCandidate[] {
  const { settings } = first.candidate;
  const candidates: readonly FitCandidate[] = [
    ...(settings.density === 'tight'
      ? []
      : [{ level: 0, settings: { ...settings, density: 'tight' as const }, changes: ['density-tight' as const] }]),
    ...levels.slice(1).map(({ change }, at) => ({ level: at + 1, settings, changes: change === null ? [] : [change] })),
  ];
  return candidates.map((candidate) => {
    const measured = measure(candidate);
    return { candidate, measured, gain: lengthOf(first.measured) - lengthOf(measured) };
  });
}
