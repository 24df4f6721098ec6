/** Composes the intervention document: from one engagement's rows and a kit to the blocks that are printed. */
import type { AnalysisInput } from '../analysis/input.ts';
import type { FigureWarning } from '../figures/figure.ts';
import { paragraph } from './builders.ts';
import type { Block, DocumentTree } from './blocks.ts';
import { applyEdits } from './edits.ts';
import { type ContentAvailable, fullContent } from './fit.ts';
import { gatherMaterial, type Material } from './material.ts';
import type { ComposeOptions, EmptyStage, SectionOptions, SectionResult } from './section.ts';
import { hasBasisNotes } from './sections/basis.ts';
import { sections } from './sections/index.ts';
import { patternsUsed } from './sections/patterns.ts';
import { hasDecisionDetail } from './sections/translation.ts';
import type { Withheld } from './voices.ts';
import { plain } from './words/text.ts';

/** A document with everything that checks, screens and the fit ask about it. */
export type ComposedDocument = {
  readonly document: DocumentTree;
  /** What moved out of the document, as a document of its own; null where nothing did. */
  readonly appendix: DocumentTree | null;
  /** Titles of the sections by id; the head has none. */
  readonly titles: Readonly<Record<string, string>>;
  /** Ids of the evidence whose words are printed, as spoken, translated or in their sense. */
  readonly printedEvidence: readonly string[];
  /** Ids of the evidence that is told in the consultant's own words: answered objections. */
  readonly reportedEvidence: readonly string[];
  /** Evidence that was marked for the document and may not stand in it. */
  readonly withheld: readonly Withheld[];
  /** Ids of the patterns that stand in the document, in order. */
  readonly patterns: readonly string[];
  /** Stages that gave the document nothing; their sentences stand in the document. */
  readonly empty: readonly EmptyStage[];
  /** Marks of the drafted paragraphs by key, for suspect links. */
  readonly drafts: ReadonlyMap<string, string>;
  /** Keys of paragraphs written by hand whose draft has changed, and of those that are not in this document. */
  readonly overtaken: readonly string[];
  readonly unplaced: readonly string[];
  /** The drafts that paragraphs written by hand replace, as they are edited, by key. */
  readonly replaced: ReadonlyMap<string, string>;
  /** What the full document has that could be left out. */
  readonly available: ContentAvailable;
  readonly figureWarnings: readonly FigureWarning[];
};

/** Composes the document of the engagement whose rows `input` holds. Equal input gives equal trees. */
export function composeDocument(input: AnalysisInput, options: ComposeOptions): ComposedDocument {
  return composeFrom(gatherMaterial(input), options);
}

/** The same from material that was gathered once, for the many versions that a fit tries. */
export function composeFrom(material: Material, given: ComposeOptions): ComposedDocument {
  const options: SectionOptions = { ...given, content: given.content ?? fullContent };
  const results = sections.map((section) => ({ id: section.id, ...section.compose(material, options) }));
  const edits = given.edits ?? material.data.paragraphEdit;
  const main = treeOf(
    material,
    options,
    results.map(({ id, blocks }) => ({ id, blocks })),
  );
  const detail = results.flatMap((result) => result.detail ?? []);
  const edited = applyEdits(main, edits);
  const moved = detail.length === 0 ? null : applyEdits(appendixOf(material, options, detail), edits);
  return {
    document: edited.document,
    appendix: moved?.document ?? null,
    titles: titlesOf(material),
    printedEvidence: distinct(gathered(results, (one) => one.printed)),
    reportedEvidence: distinct(gathered(results, (one) => one.reported)),
    withheld: gathered(results, (one) => one.withheld),
    patterns: patternsUsed(material, options.content.patterns).map((one) => one.pattern.id),
    empty: gathered(results, (one) => one.empty),
    drafts: new Map([...(moved?.drafts ?? []), ...edited.drafts]),
    overtaken: [...edited.overtaken, ...(moved?.overtaken ?? [])],
    unplaced: edited.unplaced.filter((key) => moved === null || moved.unplaced.includes(key)),
    replaced: new Map([...(moved?.replaced ?? []), ...edited.replaced]),
    available: availableIn(material),
    figureWarnings: gathered(results, (one) => one.warnings),
  };
}

function treeOf(
  { client, kit, engagement, words }: Material,
  { version, brand }: SectionOptions,
  parts: DocumentTree['sections'],
): DocumentTree {
  const firm = plain(engagement.firm) || brand.name;
  const title = plain(engagement.title);
  const draft = words.say('draft');
  return {
    properties: {
      title: title === '' ? client : words.say('file.title', { title }),
      subject: words.say('file.subject'),
      author: firm || plain(engagement.consultant),
      company: firm,
      client,
      version: version ?? draft,
      language: kit.content.language === words.locale.split('-')[0] ? words.locale : kit.content.language,
    },
    footer: {
      left: version === null ? words.say('footer.draft') : words.say('footer', { version }),
      page: words.say('footer.page'),
    },
    ...(version === null ? { draft } : {}),
    captionWords: { figure: words.say('figure'), table: words.say('table') },
    sections: parts,
  };
}

/** The appendix: a title, what moved to it in the order of the document, and the line that says what it belongs to. */
function appendixOf(material: Material, options: SectionOptions, detail: readonly Block[]): DocumentTree {
  const { words, input } = material;
  const day = words.day(input.today);
  const belongs =
    options.version === null
      ? words.sentence('issue.draft', { day })
      : words.sentence('issue.plain', { version: options.version, day });
  const blocks: Block[] = [
    paragraph('appendix.title', 'heading-1', words.say('section.appendix')),
    ...detail,
    paragraph('appendix.issue', 'table-note', belongs, { gap: 'issue' }),
  ];
  return treeOf(material, options, [{ id: 'appendix', blocks }]);
}

function titlesOf({ words }: Material): Readonly<Record<string, string>> {
  return Object.fromEntries(sections.map(({ id }) => [id, words.say(`section.${id}`)]));
}

function availableIn(material: Material): ContentAvailable {
  const used = patternsUsed(material, fullContent.patterns);
  const quotes = material.voices.quotes(used, fullContent.quotes);
  return {
    patterns: used.length,
    hasSecondQuotes: [...quotes.values()].some((one) => one.quotes.length > 1),
    hasSeveralCriteria: material.priorities.some((row) => material.criteriaOf(row.id).length > 1),
    hasDetail: hasDecisionDetail(material) || hasBasisNotes(material),
  };
}

function gathered<T>(results: readonly SectionResult[], pick: (one: SectionResult) => readonly T[] | undefined): T[] {
  return results.flatMap((one) => pick(one) ?? []);
}

function distinct(ids: readonly string[]): string[] {
  return [...new Set(ids)];
}
