/** The body seen from above: how high it reaches over every spot of the table. */

export interface Heights {
  /** Metres of a cell. */
  cell: number;
  /** Corner of the first cell. */
  x0: number;
  y0: number;
  columns: number;
  rows: number;
  /** Height [m], row after row along x; the floor where nothing lies. */
  values: Float32Array;
  floor: number;
  /** Ends of the body along x. */
  low: number;
  high: number;
}

export function heights(places: Float32Array, faces: Uint32Array, cell = 0.016): Heights {
  let [low, high] = [Infinity, -Infinity];
  const floor = 0;
  for (let v = 0; v < places.length; v += 3) {
    low = Math.min(low, places[v]);
    high = Math.max(high, places[v]);
  }
  const [x0, y0] = [low - 0.35, -0.72];
  const rows = Math.ceil((high + 0.35 - x0) / cell);
  const columns = Math.ceil((2 * 0.72) / cell);
  const values = new Float32Array(rows * columns).fill(floor);
  const raise = (x: number, y: number, z: number) => {
    const row = Math.round((x - x0) / cell);
    const column = Math.round((y - y0) / cell);
    if (row < 0 || column < 0 || row >= rows || column >= columns) return;
    const at = row * columns + column;
    if (z > values[at]) values[at] = z;
  };
  for (let f = 0; f < faces.length; f += 3) {
    const [a, b, c] = [3 * faces[f], 3 * faces[f + 1], 3 * faces[f + 2]];
    const steps = Math.max(2, Math.ceil(span(places, a, b, c) / cell) + 1);
    for (let i = 0; i <= steps; i++) {
      for (let j = 0; j <= steps - i; j++) {
        const [u, w] = [i / steps, j / steps];
        const t = 1 - u - w;
        raise(
          u * places[a] + w * places[b] + t * places[c],
          u * places[a + 1] + w * places[b + 1] + t * places[c + 1],
          u * places[a + 2] + w * places[b + 2] + t * places[c + 2],
        );
      }
    }
  }
  return { cell, x0, y0, columns, rows, values, floor, low, high };
}

function span(places: Float32Array, a: number, b: number, c: number): number {
  const side = (p: number, q: number) => Math.hypot(places[p] - places[q], places[p + 1] - places[q + 1]);
  return Math.max(side(a, b), side(b, c), side(c, a));
}

/** Mean over a square of cells, twice: a soft blur. */
export function blurred(values: Float32Array, rows: number, columns: number, reach: number): Float32Array {
  let now = values;
  for (let pass = 0; pass < 2; pass++) now = along(along(now, rows, columns, columns, 1, reach), columns, rows, 1, columns, reach);
  return now;
}

function along(
  values: Float32Array, lines: number, length: number, lineStep: number, step: number, reach: number,
): Float32Array {
  const out = new Float32Array(values.length);
  for (let line = 0; line < lines; line++) {
    const base = line * lineStep;
    let sum = 0;
    const at = (i: number) => values[base + Math.min(Math.max(i, 0), length - 1) * step];
    for (let i = -reach; i <= reach; i++) sum += at(i);
    for (let i = 0; i < length; i++) {
      out[base + i * step] = sum / (2 * reach + 1);
      sum += at(i + reach + 1) - at(i - reach);
    }
  }
  return out;
}
