/** What the receiver lies on: a soft sheet that gives under them and loses itself in the dark. */
import type { BufferGeometry } from "three";
import { mesh } from "./drape";
import { blurred, type Heights } from "./heights";

/**
 * @param stride A point of the mesh for every so many cells: the sheet is smooth.
 * @param legs They are to be seen, and what they lie on.
 */
export function sheet(field: Heights, stride: number, legs: boolean): BufferGeometry {
  const { rows, columns, cell, x0, y0, floor, values } = field;
  const [tall, across] = [Math.ceil(rows / stride), Math.ceil(columns / stride)];
  const cover = values.map((z) => (z > floor + 0.02 ? 1 : 0));
  const near = blurred(cover, rows, columns, 3);
  const wide = blurred(cover, rows, columns, 9);
  const places = new Float32Array(tall * across * 3);
  const light = new Float32Array(tall * across);
  const seen = new Float32Array(tall * across);
  for (let r = 0; r < tall; r++) {
    for (let c = 0; c < across; c++) {
      const at = r * across + c;
      const from = r * stride * columns + c * stride;
      const [x, y] = [x0 + r * stride * cell, y0 + c * stride * cell];
      const crease = 0.0035 * Math.sin(19 * y + 6 * x + 3 * Math.sin(5 * x)) * (1 - wide[from]);
      places[3 * at] = x;
      places[3 * at + 1] = y;
      places[3 * at + 2] = floor + 0.004 + 0.016 * (1 - near[from]) * wide[from] + crease;
      light[at] = (1 - 0.72 * near[from]) * (1 - 0.4 * wide[from]) * (1 + 12 * crease);
      const ahead = Math.max((x - 0.3) / 0.75, (0.3 - x) / (legs ? 1.9 : 1.25), 0);
      seen[at] = Math.max(0, 1 - Math.hypot(ahead, y / 0.7));
    }
  }
  return mesh(places, light, tall, across, seen);
}
