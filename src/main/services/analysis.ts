/** The figures of the method for an open file. */
import { assessBackground } from '../../shared/analysis/background.ts';
import { analyse } from '../../shared/analysis/index.ts';
import { composeDocument } from '../../shared/document/compose.ts';
import { defaultBrand } from '../../shared/document/settings.ts';
import { ok } from '../../shared/lib/result.ts';
import type { Services } from '../binding.ts';
import { given } from './given.ts';
import type { ServicePorts } from './ports.ts';

/** Use cases of `analysis`. */
export function analysisServices({ sessions, today, relatedWords }: ServicePorts): Services['analysis'] {
  return {
    background(request) {
      const rows = sessions.engagement(request.file, request.engagement);
      if (!rows.ok) return rows;
      const { data, kit } = rows.value;
      return ok(assessBackground({ data, kit, today: request.today ?? today() }));
    },
    analyse(request) {
      const rows = sessions.engagement(request.file, request.engagement);
      if (!rows.ok) return rows;
      const { data, kit } = rows.value;
      const input = { data, kit, today: request.today ?? today() };
      // The checks judge the quotes and patterns that the document prints, so the document is composed for them.
      const composed = composeDocument(input, { version: null, brand: defaultBrand });
      const { printedEvidence, drafts } = composed;
      return ok(
        analyse(input, {
          printedEvidence,
          drafts,
          related: relatedWords(),
          ...given({ pages: request.pages, suggestions: request.suggestions === false ? {} : undefined }),
        }),
      );
    },
  };
}
