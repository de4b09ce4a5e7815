/** What the light needs to know of a mesh: its neighbours, its hollows. */

/** Mean of each vertex's neighbours, in compressed rows. */
export interface Neighbours {
  starts: Uint32Array;
  ends: Uint32Array;
}

/** Vertices that share an edge with each vertex. */
export function neighbours(faces: Uint32Array, count: number): Neighbours {
  const starts = new Uint32Array(count + 1);
  for (const v of faces) starts[v + 1] += 2;
  for (let v = 0; v < count; v++) starts[v + 1] += starts[v];
  const all = new Uint32Array(starts[count]);
  const next = starts.slice();
  const put = (v: number, other: number) => {
    for (let e = starts[v]; e < next[v]; e++) if (all[e] === other) return;
    all[next[v]++] = other;
  };
  for (let f = 0; f < faces.length; f += 3) {
    const [a, b, c] = [faces[f], faces[f + 1], faces[f + 2]];
    put(a, b), put(a, c), put(b, c), put(b, a), put(c, a), put(c, b);
  }
  const ends = new Uint32Array(all.length);
  let used = 0;
  for (let v = 0; v < count; v++) {
    const from = starts[v];
    starts[v] = used;
    for (let e = from; e < next[v]; e++) ends[used++] = all[e];
  }
  starts[count] = used;
  return { starts, ends: ends.slice(0, used) };
}

/** Every value nearer to the mean of its neighbours, some times over; `width` numbers a vertex. */
export function smoothed(values: Float32Array, width: 1 | 3, near: Neighbours, times: number): Float32Array {
  let now = values;
  for (let time = 0; time < times; time++) now = width === 3 ? nearer3(now, near) : nearer1(now, near);
  return now;
}

const KEEP = 0.4;

function nearer1(values: Float32Array, { starts, ends }: Neighbours): Float32Array {
  const next = new Float32Array(values.length);
  for (let v = 0; v < values.length; v++) {
    let sum = 0;
    for (let e = starts[v]; e < starts[v + 1]; e++) sum += values[ends[e]];
    const count = starts[v + 1] - starts[v];
    next[v] = count ? KEEP * values[v] + ((1 - KEEP) * sum) / count : values[v];
  }
  return next;
}

function nearer3(values: Float32Array, { starts, ends }: Neighbours): Float32Array {
  const next = new Float32Array(values.length);
  for (let v = 0; 3 * v < values.length; v++) {
    let [x, y, z] = [0, 0, 0];
    for (let e = starts[v]; e < starts[v + 1]; e++) {
      const from = 3 * ends[e];
      x += values[from];
      y += values[from + 1];
      z += values[from + 2];
    }
    const count = starts[v + 1] - starts[v];
    const share = count ? (1 - KEEP) / count : 0;
    const keep = count ? KEEP : 1;
    next[3 * v] = keep * values[3 * v] + share * x;
    next[3 * v + 1] = keep * values[3 * v + 1] + share * y;
    next[3 * v + 2] = keep * values[3 * v + 2] + share * z;
  }
  return next;
}

/** Light that reaches each vertex, from 0 to 1: less in hollows, small and large (scales ascend). */
export function openness(
  places: Float32Array, normals: Float32Array, near: Neighbours,
  scales: readonly [times: number, strength: number][],
): Float32Array {
  const light = new Float32Array(places.length / 3).fill(1);
  let [mean, sofar] = [places, 0];
  for (const [times, strength] of scales) {
    mean = smoothed(mean, 3, near, times - sofar);
    sofar = times;
    for (let v = 0; v < light.length; v++) {
      let hollow = 0;
      for (let axis = 0; axis < 3; axis++) {
        hollow += (mean[3 * v + axis] - places[3 * v + axis]) * normals[3 * v + axis];
      }
      light[v] *= Math.exp(-Math.max(hollow, -0.001) * strength);
    }
  }
  return smoothed(light.map((x) => Math.min(Math.max(x, 0.15), 1.15)), 1, near, 2);
}

/**
 * The triangles of a coarser mesh on the same vertices: of those in one cell of a grid only one is kept. Fine
 * fingers and ears lose most of theirs, a smooth back none.
 *
 * @param cell Metres of a cell.
 */
export function coarser(faces: Uint32Array, places: Float32Array, cell: number): Uint32Array {
  const first = new Map<number, number>();
  const stand = Uint32Array.from({ length: places.length / 3 }, (_, v) => {
    const [x, y, z] = [0, 1, 2].map((axis) => Math.round(places[3 * v + axis] / cell) + 512);
    const key = (x * 1024 + y) * 1024 + z;
    if (!first.has(key)) first.set(key, v);
    return first.get(key)!;
  });
  const kept = new Uint32Array(faces.length);
  let count = 0;
  for (let f = 0; f < faces.length; f += 3) {
    const [a, b, c] = [stand[faces[f]], stand[faces[f + 1]], stand[faces[f + 2]]];
    if (a === b || b === c || c === a) continue;
    kept[count++] = a;
    kept[count++] = b;
    kept[count++] = c;
  }
  return kept.slice(0, count);
}
