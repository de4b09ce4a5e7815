/** Packed arrays: the reading side of `effleurage/players/guide/_packing.py`. */
import type { Packed } from "../schema";

/** Numbers by channel: `values[channel][row]`. */
export type Channels = Float32Array[];

/** Bytes from base 64; a plain loop, as a function for every letter takes ten times as long. */
function bytes(text: string): Uint8Array<ArrayBuffer> {
  const letters = atob(text);
  const out = new Uint8Array(letters.length);
  for (let i = 0; i < out.length; i++) out[i] = letters.charCodeAt(i);
  return out;
}

/** Gzipped bytes from base 64. */
export async function inflate(text: string): Promise<Uint8Array> {
  const stream = new Blob([bytes(text)]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/** Undo byte planes, zig-zag and differences. */
export async function unpack(packed: Packed): Promise<Channels> {
  const raw = await inflate(packed.data);
  const { count, bytes: width, steps, differences } = packed;
  return steps.map((step, channel) => {
    const values = new Float32Array(count);
    const base = channel * width * count;
    const sums = new Array<number>(differences).fill(0);
    for (let row = 0; row < count; row++) {
      let zigzag = 0;
      for (let byte = width - 1; byte >= 0; byte--) zigzag = zigzag * 256 + raw[base + byte * count + row];
      let unit = zigzag % 2 ? -(zigzag + 1) / 2 : zigzag / 2;
      for (let order = 0; order < differences; order++) unit = sums[order] += unit;
      values[row] = unit * step;
    }
    return values;
  });
}

/** Channels side by side, row after row. */
export function interleave(channels: Channels): Float32Array {
  const width = channels.length;
  const rows = channels[0]?.length ?? 0;
  const flat = new Float32Array(width * rows);
  for (let channel = 0; channel < width; channel++) {
    for (let row = 0; row < rows; row++) flat[row * width + channel] = channels[channel][row];
  }
  return flat;
}
