/** The firm's look, and its logo, kept beside the kit, as documents take them. */
import type { Picture } from '../../shared/document/blocks.ts';
import { type Brand, defaultBrand } from '../../shared/document/settings.ts';
import type { ClientFile } from '../store/types.ts';
import type { EngagementRows } from './sessions.ts';

/** Height of a logo in the head of the document, in mm, and the most that its width may be. */
const size = { height: 8, width: 60 };

/** The look of the kit's firm, or our own with the firm's name. */
export function brandOf(rows: EngagementRows): Brand {
  const { brand } = rows.kit.content;
  const firm = rows.data.engagement[0]?.firm ?? '';
  const logo = brandLogo(rows.session.file, brand?.name ?? firm);
  const look = brand === undefined ? defaultBrand : brand;
  return {
    name: brand?.name ?? firm,
    primary: look.primary,
    accent: look.accent,
    font: look.font,
    ...(logo === null ? {} : { logo }),
  };
}

/** The logo of the file's kit; null where there is none or its size cannot be read. */
function brandLogo(file: ClientFile, firm: string): Picture | null {
  const row = file.rows('kitCopy').at(-1);
  const bytes = row === undefined ? null : file.bytesField('kitCopy', row.id, 'logo');
  if (bytes === null || bytes.length === 0) return null;
  const isPng = bytes[0] === 0x89 && bytes[1] === 0x50;
  const ratio = isPng ? pngRatio(bytes) : svgRatio(new TextDecoder().decode(bytes));
  if (ratio === null) return null;
  const height = Math.min(size.height, size.width / ratio);
  const data = isPng ? Buffer.from(bytes).toString('base64') : new TextDecoder().decode(bytes);
  return { format: isPng ? 'png' : 'svg', data, width: height * ratio, height, alt: firm };
}

/** Width ÷ height from the header of a PNG. */
function pngRatio(bytes: Uint8Array): number | null {
  if (bytes.length < 24) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const [width, height] = [view.getUint32(16), view.getUint32(20)];
  return width > 0 && height > 0 ? width / height : null;
}

/** Width ÷ height from the view box of an SVG. */
function svgRatio(text: string): number | null {
  const box = /viewBox="[\d.+-]+[ ,]+[\d.+-]+[ ,]+([\d.]+)[ ,]+([\d.]+)"/u.exec(text);
  const [width, height] = [Number(box?.[1]), Number(box?.[2])];
  return width > 0 && height > 0 ? width / height : null;
}
