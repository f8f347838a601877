/** How much of the picture the sign takes. `maskable`: systems cut any shape out of it, so the colour goes to the edge. */
export type IconPurpose = 'any' | 'maskable';

interface Point {
  readonly x: number;
  readonly y: number;
}

/** Negative inside a shape, positive outside: how far it is to its edge, in units of the sign. */
type Distance = (point: Point) => number;

/** The sign is drawn on 32 by 32; see app/icon.svg, which has the same shapes. */
const board = 32;
const brand = [0x5b, 0x5f, 0xc7] as const;
const white = [0xff, 0xff, 0xff] as const;
/** Of a maskable icon, the middle 80 % are never cut away (https://www.w3.org/TR/appmanifest/#icon-masks). */
const safeShare = 0.72;

const disc =
  (x: number, y: number, radius: number): Distance =>
  (p) =>
    Math.hypot(p.x - x, p.y - y) - radius;

/** A line of 2 units along a curve to which the distance is known. */
const stroke =
  (curve: Distance): Distance =>
  (p) =>
    Math.abs(curve(p)) - 1;

/** A line from top to bottom with round ends, 2 units wide. */
const upright =
  (x: number, from: number, to: number): Distance =>
  (p) =>
    Math.hypot(p.x - x, p.y - Math.min(to, Math.max(from, p.y))) - 1;

/** The lower half of a ring. */
const cup =
  (x: number, y: number, radius: number): Distance =>
  (p) =>
    p.y < y ? Number.POSITIVE_INFINITY : stroke(disc(x, y, radius))(p);

const sign: readonly Distance[] = [
  stroke(disc(10, 11, 3.25)),
  disc(22, 11, 3.25),
  upright(10, 14.5, 18),
  upright(22, 14.5, 18),
  cup(16, 18, 6),
  upright(16, 24, 27),
];

const square: Distance = ({ x, y }) => {
  const corner = 8;
  const beyond = (at: number): number => Math.max(0, Math.abs(at - board / 2) - (board / 2 - corner));
  return Math.hypot(beyond(x), beyond(y)) - corner;
};

/** The product's sign, `size` by `size`, as red, green, blue and opacity from the top left on. */
export function markPixels(size: number, purpose: IconPurpose): Uint8Array {
  const pixels = new Uint8Array(size * size * 4);
  const share = purpose === 'any' ? 1 : safeShare;
  const unit = board / (size * share);
  const inset = (board - board / share) / 2;
  /** How much of a pixel a shape covers: edges are smoothed over the width of one pixel. */
  const cover = (distance: number): number => Math.min(1, Math.max(0, 0.5 - distance / unit));
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column < size; column += 1) {
      const point = { x: (column + 0.5) * unit + inset, y: (row + 0.5) * unit + inset };
      const ink = Math.max(...sign.map((distance) => cover(distance(point))));
      const ground = purpose === 'any' ? cover(square(point)) : 1;
      const at = (row * size + column) * 4;
      for (let n = 0; n < 3; n += 1)
        pixels[at + n] = Math.round((brand[n] ?? 0) * (1 - ink) + (white[n] ?? 0) * ink);
      pixels[at + 3] = Math.round(ground * 255);
    }
  }
  return pixels;
}
