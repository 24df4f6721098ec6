/** The firm's logo: checked before anything is written, and drawn at the size on paper. */
import { mmToPixels } from '../../../shared/document/paper/units.ts';
import type { DocumentTree, Picture } from '../../../shared/document/blocks.ts';

/** The logo of a document, if its head has one. */
export function logoOf(document: DocumentTree): Picture | undefined {
  const blocks = document.sections.flatMap((section) => section.blocks);
  return blocks.find((block) => block.kind === 'head')?.logo;
}

/** The drawing at the size on paper, so that its bitmap has the full resolution whatever size it was drawn at. */
export function sizedSvg({ data, width, height }: Picture): string {
  return data.replace(/<svg\b([^>]*)>/u, (_, attributes: string) => {
    const length = (name: string): string | undefined =>
      new RegExp(`\\s${name}\\s*=\\s*["']([\\d.]+)(?:px)?["']`, 'u').exec(attributes)?.[1];
    const drawn = [length('width'), length('height')];
    const hasBox = /\sviewBox\s*=/u.test(attributes) || drawn.includes(undefined);
    const box = hasBox ? '' : ` viewBox="0 0 ${drawn.join(' ')}"`;
    const rest = attributes.replace(/\s(?:width|height)\s*=\s*(?:"[^"]*"|'[^']*')/gu, '');
    return `<svg${rest}${box} width="${mmToPixels(width)}" height="${mmToPixels(height)}">`;
  });
}

/** Whether a logo is the picture that it says it is; an SVG is drawn to find out. */
export function isUsableLogo(logo: Picture, draw: (svg: string) => Uint8Array): boolean {
  // The first bytes of every PNG, in base64.
  if (logo.format === 'png') return logo.data.startsWith('iVBORw0KGgo');
  try {
    return draw(sizedSvg(logo)).length > 0;
  } catch {
    return false;
  }
}
