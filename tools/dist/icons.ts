/** The icon in the forms that systems want, drawn from one SVG. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Resvg } from '@resvg/resvg-js';

/** Writes icon.png, icon.ico and icon.icns into a folder. */
export function drawIcons(svgPath: string, folder: string): void {
  const svg = readFileSync(svgPath, 'utf8');
  const draw = (size: number): Buffer =>
    Buffer.from(new Resvg(svg, { fitTo: { mode: 'width', value: size } }).render().asPng());
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'icon.png'), draw(1024));
  writeFileSync(join(folder, 'icon.ico'), packIco([16, 24, 32, 48, 64, 128, 256].map((size) => [size, draw(size)])));
  writeFileSync(join(folder, 'icon.icns'), packIcns(macSizes.map(([type, size]) => [type, draw(size)])));
}

/** Windows: a table of contents, then the pictures as PNG. */
export function packIco(pictures: readonly (readonly [size: number, png: Buffer])[]): Buffer {
  const head = Buffer.alloc(6 + pictures.length * 16);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(pictures.length, 4);
  let place = head.length;
  for (const [at, [size, png]] of pictures.entries()) {
    const entry = 6 + at * 16;
    // 256 is written as 0.
    head.writeUInt8(size % 256, entry);
    head.writeUInt8(size % 256, entry + 1);
    head.writeUInt16LE(1, entry + 4);
    head.writeUInt16LE(32, entry + 6);
    head.writeUInt32LE(png.length, entry + 8);
    head.writeUInt32LE(place, entry + 12);
    place += png.length;
  }
  return Buffer.concat([head, ...pictures.map(([, png]) => png)]);
}

/** macOS: each picture behind its type and length. */
export function packIcns(pictures: readonly (readonly [type: string, png: Buffer])[]): Buffer {
  const parts = pictures.flatMap(([type, png]) => [icnsHead(type, png.length), png]);
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  return Buffer.concat([icnsHead('icns', length), ...parts]);
}

/** Types of pictures of one pixel to the point, and of two. */
const macSizes = [
  ['icp4', 16],
  ['icp5', 32],
  ['ic11', 32],
  ['ic12', 64],
  ['ic07', 128],
  ['ic13', 256],
  ['ic08', 256],
  ['ic14', 512],
  ['ic09', 512],
  ['ic10', 1024],
] as const;

function icnsHead(type: string, length: number): Buffer {
  const head = Buffer.alloc(8);
  head.write(type, 'latin1');
  head.writeUInt32BE(length + 8, 4);
  return head;
}
