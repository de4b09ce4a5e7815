/** The body from above as a shaded relief: an image made without any graphics chip. */
import { blurred, type Heights } from "./heights";

/** Warm lamp light from the upper left. */
const LIGHT = normal(-0.45, -0.5, 0.74);
const SKIN = [208, 150, 112] as const;
const LINEN = [58, 38, 30] as const;
const TOWEL = [150, 132, 116] as const;
const NIGHT = [13, 8, 6] as const;
/** The linen is lost in the dark so far from the image's border [m]. */
const EDGE = 0.3;
/** Height at which the body begins [m]. */
const ABOVE = 0.012;

export interface Relief {
  /** Address of the image. */
  image: string;
  /** Its corner and size, in centimetres of the drawing: the head is up, the receiver's left is left. */
  x: number;
  y: number;
  width: number;
  height: number;
}

/** @param covered A towel lies over such a spot [m]. */
export function relief(field: Heights, covered: (x: number, y: number) => boolean): Relief {
  const { rows, columns, cell, x0, y0 } = field;
  const soft = blurred(field.values, rows, columns, 1);
  const wide = blurred(field.values, rows, columns, 6);
  const pixels = new Uint8Array(rows * columns * 3);
  for (let r = 0; r < rows; r++) {
    for (let c = 0; c < columns; c++) {
      const at = r * columns + c;
      const towel = covered(x0 + r * cell, y0 + c * cell);
      const inside = Math.min(r, c, rows - 1 - r, columns - 1 - c) * cell;
      const linen = Math.min(1, inside / EDGE);
      const up = soft[Math.min(r + 1, rows - 1) * columns + c] - soft[Math.max(r - 1, 0) * columns + c];
      const left = soft[r * columns + Math.min(c + 1, columns - 1)] - soft[r * columns + Math.max(c - 1, 0)];
      const facing = normal(left, up, 2 * cell);
      const lit = Math.max(0, facing[0] * -LIGHT[0] + facing[1] * -LIGHT[1] + facing[2] * LIGHT[2]);
      const open = Math.min(1.15, Math.max(0.4, 1 + 9 * (soft[at] - wide[at])));
      const share = Math.min(1, Math.max(0, (soft[at] - ABOVE) / 0.02));
      const near = Math.min(1, Math.max(0, wide[at] / 0.05));
      // The head is up and the left is left: rows and columns count down. Blue comes first.
      const to = 3 * ((rows - 1 - r) * columns + (columns - 1 - c));
      for (let part = 0; part < 3; part++) {
        const ground = NIGHT[2 - part] + (LINEN[2 - part] * (1 - 0.6 * near) - NIGHT[2 - part]) * linen;
        const body = (towel ? TOWEL : SKIN)[2 - part] * (0.3 + 0.8 * lit) * open;
        pixels[to + part] = Math.min(255, body * share + ground * (1 - share));
      }
    }
  }
  return {
    image: bitmap(pixels, columns, rows),
    x: -100 * (y0 + columns * cell), y: -100 * (x0 + rows * cell), width: 100 * columns * cell, height: 100 * rows * cell,
  };
}

function normal(x: number, y: number, z: number): [number, number, number] {
  const length = Math.hypot(x, y, z);
  return [x / length, y / length, z / length];
}

/** Pixels (blue, green, red; first row at the top) as a bitmap's address. */
function bitmap(pixels: Uint8Array, width: number, height: number): string {
  const line = Math.ceil((3 * width) / 4) * 4;
  const head = 54;
  const file = new Uint8Array(head + line * height);
  const facts = new DataView(file.buffer);
  file.set([0x42, 0x4d]);
  facts.setUint32(2, file.length, true);
  facts.setUint32(10, head, true);
  facts.setUint32(14, 40, true);
  facts.setInt32(18, width, true);
  facts.setInt32(22, -height, true);
  facts.setUint16(26, 1, true);
  facts.setUint16(28, 24, true);
  for (let row = 0; row < height; row++) file.set(pixels.subarray(3 * width * row, 3 * width * (row + 1)), head + line * row);
  let letters = "";
  for (let from = 0; from < file.length; from += 8192) letters += String.fromCharCode(...file.subarray(from, from + 8192));
  return `data:image/bmp;base64,${btoa(letters)}`;
}
