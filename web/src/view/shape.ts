/** What the light needs to know of a mesh: its neighbours, its hollows. */

/** Mean of each vertex's neighbours, in compressed rows. */
export interface Neighbours {
  starts: Uint32Array;
  ends: Uint32Array;
}

/** On a closed mesh every neighbour is in it twice, once for each triangle: a mean does not mind. */
export function neighbours(faces: Uint32Array, count: number): Neighbours {
  const starts = new Uint32Array(count + 1);
  for (const v of faces) starts[v + 1] += 2;
  for (let v = 0; v < count; v++) starts[v + 1] += starts[v];
  const ends = new Uint32Array(starts[count]);
  const next = starts.slice();
  for (let f = 0; f < faces.length; f += 3) {
    for (let k = 0; k < 3; k++) {
      const v = faces[f + k];
      ends[next[v]++] = faces[f + ((k + 1) % 3)];
      ends[next[v]++] = faces[f + ((k + 2) % 3)];
    }
  }
  return { starts, ends };
}

export function smoothed(values: Float32Array, width: number, { starts, ends }: Neighbours, times: number): Float32Array {
  let now = values;
  for (let time = 0; time < times; time++) {
    const next = new Float32Array(now.length);
    for (let v = 0; v + 1 < starts.length; v++) {
      const degree = starts[v + 1] - starts[v];
      for (let axis = 0; axis < width; axis++) {
        let sum = 0;
        for (let e = starts[v]; e < starts[v + 1]; e++) sum += now[ends[e] * width + axis];
        const own = now[v * width + axis];
        next[v * width + axis] = degree ? 0.4 * own + (0.6 * sum) / degree : own;
      }
    }
    now = next;
  }
  return now;
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
