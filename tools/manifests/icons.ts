import { png, type Rgba } from './png.ts';

/** The colour behind the symbol; the accent colour of the apps. */
export const BACKGROUND = '#166a5b';
const WHITE = [255, 255, 255] as const;

/** Each pixel is looked at in this many places each way, for smooth edges. */
const SAMPLES = 8;

/** How far a point is from a shape: below zero inside it. The symbol's square goes from 0 to 1 each way. */
type Shape = (x: number, y: number) => number;

/** A box with round corners, by its centre and half its sides. */
const box =
  (cx: number, cy: number, halfWidth: number, halfHeight: number, radius: number): Shape =>
  (x, y) => {
    const [dx, dy] = [Math.abs(x - cx) - halfWidth + radius, Math.abs(y - cy) - halfHeight + radius];
    return Math.hypot(Math.max(dx, 0), Math.max(dy, 0)) + Math.min(Math.max(dx, dy), 0) - radius;
  };

/** Where the bubble's voice comes from: below its left, pointing down. */
const tail: Shape = (x, y) => Math.max(0.2 - x, y - 0.98 + (x - 0.2), 0.6 - y);

const bubble: Shape = (x, y) => Math.min(box(0.5, 0.4, 0.48, 0.38, 0.12)(x, y), tail(x, y));

/** An invoice's lines inside the bubble, the last one short. */
const rows = (half: number): Shape[] => [
  box(0.5, 0.24, 0.3, half, half),
  box(0.5, 0.4, 0.3, half, half),
  box(0.35, 0.56, 0.15, half, half),
];

const inside = (shapes: readonly Shape[], x: number, y: number): boolean => shapes.some((shape) => shape(x, y) <= 0);

/** The part of a pixel that is drawn on, 0 to 1. */
function covered(x: number, y: number, isDrawn: (x: number, y: number) => boolean): number {
  let hits = 0;
  for (let i = 0; i < SAMPLES * SAMPLES; i += 1) {
    const [dx, dy] = [(i % SAMPLES) + 0.5, Math.floor(i / SAMPLES) + 0.5];
    if (isDrawn(x + dx / SAMPLES, y + dy / SAMPLES)) hits += 1;
  }
  return hits / (SAMPLES * SAMPLES);
}

/** 192 pixels, coloured to its edges, with the symbol on the 120 in the middle that Teams always shows. */
export function colorIcon(): Uint8Array {
  const [size, symbol] = [192, 112];
  const behind = [1, 3, 5].map((at) => Number.parseInt(BACKGROUND.slice(at, at + 2), 16));
  const at = (pixel: number) => (pixel - (size - symbol) / 2) / symbol;
  return png(size, (x, y): Rgba => {
    const share = covered(x, y, (px, py) => bubble(at(px), at(py)) <= 0 && !inside(rows(0.035), at(px), at(py)));
    const mixed = behind.map((part, i) => Math.round(part + (WHITE[i]! - part) * share));
    return [mixed[0]!, mixed[1]!, mixed[2]!, 255];
  });
}

/** 32 pixels: white lines, nothing behind them. */
export function outlineIcon(): Uint8Array {
  const [size, line] = [32, 0.07];
  const isDrawn = (x: number, y: number) => {
    const distance = bubble(x, y);
    return (distance <= 0 && distance > -line) || inside(rows(line / 2), x, y);
  };
  return png(
    size,
    (x, y): Rgba => [...WHITE, Math.round(255 * covered(x, y, (px, py) => isDrawn(px / size, py / size)))],
  );
}
