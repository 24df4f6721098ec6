/** The figures of the method for an open file. */
import { createHash } from 'node:crypto';
import type { News } from '../../shared/api/analysis.ts';
import { assessBackground } from '../../shared/analysis/background.ts';
import { analyse } from '../../shared/analysis/index.ts';
import type { AnalysisInput } from '../../shared/analysis/input.ts';
import type { Failure } from '../../shared/api/errors.ts';
import { composeDocument } from '../../shared/document/compose.ts';
import { defaultBrand } from '../../shared/document/settings.ts';
import { ok, type Result } from '../../shared/lib/result.ts';
import type { Services } from '../binding.ts';
import { given } from './given.ts';
import type { ServicePorts } from './ports.ts';

/** Use cases of `analysis`. */
export function analysisServices({ sessions, today, relatedWords }: ServicePorts): Services['analysis'] {
  const inputOf = (request: Asked): Result<AnalysisInput, Failure> => {
    const rows = sessions.engagement(request.file, request.engagement);
    if (!rows.ok) return rows;
    const { data, kit } = rows.value;
    return ok({ data, kit, today: request.today ?? today() });
  };
  const figuresOf = (input: AnalysisInput, request: Asked) => {
    // The checks judge the quotes and patterns that the document prints, so the document is composed for them.
    const { printedEvidence, drafts } = composeDocument(input, { version: null, brand: defaultBrand });
    return analyse(input, {
      printedEvidence,
      drafts,
      related: relatedWords(),
      ...given({ pages: request.pages, suggestions: request.suggestions === false ? {} : undefined }),
    });
  };
  return {
    background(request) {
      const input = inputOf(request);
      return input.ok ? ok(assessBackground(input.value)) : input;
    },
    analyse(request) {
      const input = inputOf(request);
      return input.ok ? ok(figuresOf(input.value, request)) : input;
    },
    news({ known, ...request }) {
      const input = inputOf(request);
      if (!input.ok) return input;
      return ok({
        figures: newsOf(figuresOf(input.value, { ...request, suggestions: false }), known.figures),
        background: newsOf(assessBackground(input.value), known.background),
      });
    },
  };
}

type Asked = Parameters<Services['analysis']['analyse']>[0];

/** What differs from what somebody knows: of the figures of a large file most stay the same from edit to edit. */
function newsOf<T extends object>(value: T, known: Readonly<Record<string, string>>): News<T> {
  const digests: Record<string, string> = {};
  const changed: Partial<T> = {};
  for (const [name, part] of Object.entries(value) as [string & keyof T, T[string & keyof T]][]) {
    const text = JSON.stringify(part) ?? '';
    digests[name] = createHash('sha256').update(text).digest('base64');
    if (digests[name] !== known[name]) changed[name] = part;
  }
  return { changed, digests };
}
