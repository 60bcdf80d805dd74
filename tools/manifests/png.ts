import { crc32 } from 'node:zlib';
import { zlibSync } from 'fflate';

/** A colour, each part from 0 to 255, with how much of it covers what is behind. */
export type Rgba = readonly [red: number, green: number, blue: number, alpha: number];

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
/** Eight bits each of red, green, blue and alpha; the only packing and filtering there are; not interlaced. */
const FORMAT = [8, 6, 0, 0, 0];

/**
 * A square picture as a PNG, the same byte for byte: packed by fflate, since what zlib makes depends on its version.
 * @param size in pixels
 */
export function png(size: number, colorAt: (x: number, y: number) => Rgba): Uint8Array {
  const lines = new Uint8Array(size * (1 + size * 4));
  for (let y = 0; y < size; y += 1) {
    for (let x = 0; x < size; x += 1) lines.set(colorAt(x, y), y * (1 + size * 4) + 1 + x * 4);
  }
  const header = Uint8Array.of(...bigEndian(size), ...bigEndian(size), ...FORMAT);
  return Buffer.concat([
    Uint8Array.from(SIGNATURE),
    chunk('IHDR', header),
    chunk('IDAT', zlibSync(lines, { level: 9 })),
    chunk('IEND', new Uint8Array()),
  ]);
}

function chunk(name: string, data: Uint8Array): Uint8Array {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  return Buffer.concat([Uint8Array.from(bigEndian(data.length)), named, Uint8Array.from(bigEndian(crc32(named)))]);
}

const bigEndian = (value: number): number[] => [24, 16, 8, 0].map((shift) => (value >>> shift) & 0xff);
