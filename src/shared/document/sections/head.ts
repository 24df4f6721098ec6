/** The head: whose document it is, the decision in scope, by whom, of which day, and who may read it. */
import { line } from '../builders.ts';
import type { Head } from '../blocks.ts';
import type { Section } from '../section.ts';
import { plain } from '../words/text.ts';

/** The head of the document. */
export const head: Section = {
  id: 'head',
  compose: ({ engagement, client, input, inScope, words, names }, { version, brand }) => {
    const decision = plain(inScope?.statement ?? '') || plain(inScope?.title ?? '');
    const none = words.sentence('found.no-decision');
    const sponsor = names.personLine(engagement.sponsor, '');
    const by = [plain(engagement.consultant), plain(engagement.firm) || brand.name].filter(Boolean);
    const values: readonly (readonly [key: string, value: string | null])[] = [
      ['for', plain(engagement.preparedFor) || sponsor || client],
      ['by', by.join(', ')],
      ['date', words.day(input.today)],
      ['version', version ?? words.say('draft')],
    ];
    const block: Head = {
      kind: 'head',
      key: 'head',
      ...(brand.logo === undefined ? {} : { logo: brand.logo }),
      kicker: line('head.kicker', words.say('head.kicker')),
      title: line('head.document', plain(engagement.title) || plain(inScope?.title ?? '') || client),
      subtitle: line('head.subtitle', inScope === null ? none : decision || words.say('missing')),
      band: values.flatMap(([key, value]) =>
        value === null || value === '' ? [] : [{ key: `head.${key}`, label: words.say(`head.${key}`), value }],
      ),
      notice: line('head.notice', plain(engagement.confidentiality) || words.say('head.notice')),
    };
    return {
      blocks: [block],
      empty: inScope === null ? [{ stage: 'scope', sentence: none }] : [],
    };
  },
};
