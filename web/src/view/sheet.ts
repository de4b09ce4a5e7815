/** What the receiver lies on: a soft sheet that gives under them and loses itself in the dark. */
import type { BufferGeometry } from "three";
import { mesh } from "./drape";
import { blurred, type Heights } from "./heights";

export function sheet(field: Heights): BufferGeometry {
  const { rows, columns, cell, x0, y0, floor, values } = field;
  const cover = values.map((z) => (z > floor + 0.02 ? 1 : 0));
  const near = blurred(cover, rows, columns, 3);
  const wide = blurred(cover, rows, columns, 9);
  const places = new Float32Array(rows * columns * 3);
  const light = new Float32Array(rows * columns);
  const seen = new Float32Array(rows * columns);
  for (let r = 0; r < rows; r++) {
    for (let c = 0; c < columns; c++) {
      const at = r * columns + c;
      const [x, y] = [x0 + r * cell, y0 + c * cell];
      const crease = 0.0035 * Math.sin(19 * y + 6 * x + 3 * Math.sin(5 * x)) * (1 - wide[at]);
      places[3 * at] = x;
      places[3 * at + 1] = y;
      places[3 * at + 2] = floor + 0.004 + 0.016 * (1 - near[at]) * wide[at] + crease;
      light[at] = (1 - 0.72 * near[at]) * (1 - 0.4 * wide[at]) * (1 + 12 * crease);
      const ahead = Math.max((x - 0.3) / 0.75, (0.3 - x) / 1.25, 0);
      seen[at] = Math.max(0, 1 - Math.hypot(ahead, y / 0.7));
    }
  }
  return mesh(places, light, rows, columns, seen);
}
