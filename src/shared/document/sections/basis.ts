/** Basis: who was heard and how, what it rests on, its limits, and what was decided about its open points. */
import { paragraph } from '../builders.ts';
import type { Block, Paragraph, PartBlock } from '../blocks.ts';
import type { Material } from '../material.ts';
import type { Section, SectionOptions } from '../section.ts';
import { heardPart, ownersPart } from './basis-heard.ts';
import { limitsOfFinding } from './basis-limits.ts';
import { acceptedWarnings, basisNotes, type Note } from './basis-notes.ts';
import { methodLines, sourceLines } from './basis-method.ts';
import { patternsUsed } from './patterns.ts';
import { boldStart, sectionTitle, statements } from './parts.ts';

/** Basis. */
export const basis: Section = {
  id: 'basis',
  compose: (material, options) => {
    const { words, heard } = material;
    const used = patternsUsed(material, options.content.patterns);
    const limits = limitsOfFinding(material, used);
    const notes = [...basisNotes(material), acceptedWarnings(material, options)].filter(
      (note) => note.texts.length > 0,
    );
    const moved = options.content.appendix;
    const left: PartBlock[] = [
      ...heardPart(material),
      ...ownersPart(material),
      ...titled('basis.sources', words.say('basis.sources'), sourceLines(material)),
    ];
    const right: PartBlock[] = [
      ...titled('basis.method', words.say('basis.method'), methodLines(material)),
      ...titled('basis.limits', words.say('basis.limits'), limits.texts),
    ];
    const noteBlocks = notes.flatMap(noteBlocksOf);
    const nobody = words.sentence('heard.nobody');
    return {
      blocks: [
        sectionTitle('basis', words),
        { kind: 'pair', key: 'basis.parts', pair: 'basis', left, right },
        ...(moved ? [] : noteBlocks),
        ...(moved
          ? [paragraph('basis.appendix', 'table-text', words.sentence('basis.appendix'), { gap: 'table' })]
          : []),
        issueLine(material, options),
      ],
      detail: moved ? detailBlocks(notes, noteBlocks, words) : [],
      empty: heard.people.length === 0 && heard.unknownVoices === 0 ? [{ stage: 'interviews', sentence: nobody }] : [],
      printed: [...limits.printed, ...notes.flatMap((note) => note.printed ?? [])],
    };
  },
};

/** Whether the basis has notes that can move to an appendix. */
export function hasBasisNotes(material: Material): boolean {
  return basisNotes(material).some((note) => note.texts.length > 0) || material.data.acceptedCheck.length > 0;
}

function detailBlocks(notes: readonly Note[], blocks: readonly Block[], words: Material['words']): readonly Block[] {
  return notes.length === 0 ? [] : [paragraph('basis.detail', 'heading-2', words.say('section.basis')), ...blocks];
}

/** The first statement of a note opens with its title: headings of their own would take a fifth of a page. */
function noteBlocksOf({ key, title, texts }: Note): Paragraph[] {
  return texts.map((text, at) =>
    paragraph(`${key}${at + 1}`, 'table-text', at === 0 ? boldStart(`${title}.`, text) : text, {
      gap: at === 0 ? 'table' : 'item',
    }),
  );
}

function titled(key: string, title: string, texts: readonly string[]): PartBlock[] {
  return texts.length === 0 ? [] : [paragraph(`${key}.title`, 'heading-3', title), ...statements(key, texts)];
}

/** The last line: number, day and fingerprint of an issue; a draft says that it is one. */
function issueLine({ input, words }: Material, { version, snapshotDigest, frozen }: SectionOptions): Block {
  const day = words.day(input.today);
  const digits = (snapshotDigest ?? '').slice(0, 16).replace(/(.{4})(?=.)/gu, '$1 ');
  const text =
    version === null
      ? words.sentence('issue.draft', { day })
      : digits === ''
        ? words.sentence('issue.plain', { version, day })
        : words.sentence(frozen === true ? 'issue' : 'issue.version', { version, day, digits });
  return paragraph('basis.issue', 'table-note', text, { gap: 'issue' });
}
