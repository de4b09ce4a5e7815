/** A towel over the hips and legs: a membrane that sags until it rests on the body. */
import { BufferAttribute, BufferGeometry } from "three";
import type { Cover } from "./cover";
import { blurred, type Heights } from "./heights";

const THICK = 0.007;
const HALF_WIDTH = 0.5;
const SAG = 0.00035;
const ROUNDS = 160;

/** @param stride A point of the mesh for every so many cells. */
export function drape(field: Heights, { edge, end }: Cover, stride: number): BufferGeometry {
  const { cell, x0, y0, columns } = field;
  const top = Math.min(Math.round((edge - x0) / cell), field.rows - 1);
  const bottom = Math.max(Math.round((Math.max(field.low - 0.12, end) - x0) / cell), 0);
  const left = Math.max(Math.round((-HALF_WIDTH - y0) / cell), 0);
  const right = Math.min(Math.round((HALF_WIDTH - y0) / cell), columns - 1);
  const [rows, width] = [top - bottom + 1, right - left + 1];
  const below = new Float32Array(rows * width);
  for (let r = 0; r < rows; r++) {
    for (let c = 0; c < width; c++) below[r * width + c] = field.values[(bottom + r) * columns + left + c];
  }
  const rest = blurred(below, rows, width, 1).map((mean, i) => Math.max(mean, below[i]) + THICK);
  const level = settle(rest, rows, width, field.floor + THICK);
  return surface(level, rows, width, { x: x0 + bottom * cell, y: y0 + left * cell, cell, floor: field.floor }, stride);
}

/** Lower a flat cloth until each point lies on the body or hangs between its neighbours. */
function settle(rest: Float32Array, rows: number, width: number, floor: number): Float32Array {
  const level = Float32Array.from(rest);
  for (let round = 0; round < ROUNDS; round++) {
    for (let r = 0; r < rows; r++) {
      for (let c = 1; c < width - 1; c++) {
        const at = r * width + c;
        const up = level[r + 1 < rows ? at + width : at];
        const down = level[r > 0 ? at - width : at];
        const mean = (up + down + level[at - 1] + level[at + 1]) / 4;
        level[at] = Math.max(rest[at], mean - SAG, floor);
      }
    }
  }
  return blurred(level, rows, width, 1).map((mean, at) => Math.max(mean, rest[at] - 0.002));
}

interface Frame {
  x: number;
  y: number;
  cell: number;
  floor: number;
}

/** The membrane as a mesh, with a soft rolled hem at its upper edge. */
function surface(level: Float32Array, rows: number, width: number, frame: Frame, stride: number): BufferGeometry {
  const kept = (count: number) => Array.from({ length: Math.ceil((count - 1) / stride) + 1 }, (_, i) => Math.min(i * stride, count - 1));
  const [tall, across] = [kept(rows), kept(width)];
  const hem = 3;
  const all = tall.length + hem;
  const places = new Float32Array(all * across.length * 3);
  const light = new Float32Array(all * across.length);
  const soft = blurred(level, rows, width, 4);
  for (let r = 0; r < all; r++) {
    const row = tall[Math.min(r, tall.length - 1)];
    const turn = Math.max(0, r - tall.length + 1) / hem;
    across.forEach((column, c) => {
      const at = r * across.length + c;
      const from = row * width + column;
      const [x, y] = [frame.x + row * frame.cell, frame.y + column * frame.cell];
      const roll = rows - 1 - row < 3 ? 0.006 * Math.sin((Math.PI * (3 - (rows - 1 - row))) / 6) : 0;
      const fold = 0.004 * Math.sin(34 * y + 9 * x) * Math.sin(7 * x + 2) + 0.0025 * Math.sin(71 * y - 23 * x);
      const z = level[from] + roll + Math.max(fold, -0.003);
      places[3 * at] = x + 0.006 * Math.sin(turn * Math.PI);
      places[3 * at + 1] = y;
      places[3 * at + 2] = z - turn * (0.013 + roll);
      const hollow = soft[from] - level[from];
      light[at] = Math.min(1.1, Math.max(0.3, 1 - 14 * hollow + 26 * fold)) * (1 - 0.5 * turn);
    });
  }
  return mesh(places, light, all, across.length);
}

/** A grid of points as triangles that face up. */
export function mesh(places: Float32Array, light: Float32Array, rows: number, width: number, seen?: Float32Array): BufferGeometry {
  const index: number[] = [];
  for (let r = 0; r + 1 < rows; r++) {
    for (let c = 0; c + 1 < width; c++) {
      const a = r * width + c;
      index.push(a, a + width, a + width + 1, a, a + width + 1, a + 1);
    }
  }
  const shape = new BufferGeometry();
  shape.setAttribute("position", new BufferAttribute(places, 3));
  shape.setAttribute("ao", new BufferAttribute(light, 1));
  shape.setAttribute("fade", new BufferAttribute(seen ?? new Float32Array(light.length).fill(1), 1));
  for (const name of ["hair", "lit"]) shape.setAttribute(name, new BufferAttribute(new Float32Array(light.length), 1));
  shape.setIndex(index);
  shape.computeVertexNormals();
  return shape;
}
