/** A block tree as a DOCX file, with or without its layout. */
import { Packer } from 'docx';
import { buildDocument } from './document.ts';
import { layOut } from './layout.ts';
import { sealPackage } from './seal.ts';
import { ownStyles, templateStyles } from './template.ts';
import { bookmarkPages } from '../../../shared/document/bookmark-pages.ts';
import { ok } from '../../../shared/lib/result.ts';
import type { Failure } from '../../../shared/api/errors.ts';
import type { DocumentTree } from '../../../shared/document/blocks.ts';
import type { DocumentLayout } from '../../../shared/document/layout.ts';
import type { Brand, LayoutSettings } from '../../../shared/document/settings.ts';
import type { Result } from '../../../shared/lib/result.ts';
import type { RemovedCharacter } from './clean-text.ts';

/** What a file is rendered from. */
export type RenderInput = {
  readonly document: DocumentTree;
  readonly settings: LayoutSettings;
  readonly brand: Brand;
  /** YYYY-MM-DD; the only date that the file carries. */
  readonly issueDate: string;
  /** Draws SVG as PNG; called when the file is written, not before, once for each drawing. */
  readonly drawBitmap: (svg: string) => Uint8Array;
  /** A firm's .docx whose styles replace ours. */
  readonly template?: Uint8Array;
};

/** A document that was built once, to be laid out and written. */
export type Rendering = {
  /** Lays the document out; computed once. */
  readonly layout: () => DocumentLayout;
  /** Writes the file. Without a layout made before, references to pages stay blank until Word fills them. */
  readonly write: () => Promise<{ readonly bytes: Uint8Array }>;
  /** Characters that the file format forbids and that were left out of the texts. */
  readonly removed: readonly RemovedCharacter[];
};

/** Builds a document. Fails when the template is no readable .docx with styles. */
export function startRendering(input: RenderInput): Result<Rendering, Failure> {
  const { document, settings, brand } = input;
  const styles =
    input.template === undefined
      ? ok(ownStyles(brand, settings.density, document.properties.language))
      : templateStyles(input.template, brand, settings.density);
  if (!styles.ok) return styles;
  const built = buildDocument({
    document,
    settings,
    brand,
    drawBitmap: input.drawBitmap,
    stylesXml: styles.value.xml,
    styleId: styles.value.styleId,
  });
  let layout: DocumentLayout | undefined;
  return ok({
    layout: () => (layout ??= layOut(built.file, built.parts, settings, document)),
    write: async () => {
      const packed = await Packer.toBuffer(built.file);
      const { properties } = document;
      const pages =
        layout === undefined ? null : { count: layout.pages.length, bookmarks: bookmarkPages(document, layout) };
      const { pictures } = built;
      const stylesXml = styles.value.xml;
      const bytes = sealPackage({ packed, pictures, properties, stylesXml, issueDate: input.issueDate, pages });
      return { bytes };
    },
    removed: built.removed,
  });
}
