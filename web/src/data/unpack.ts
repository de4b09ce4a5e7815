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
  const units = new Float64Array(count);
  return steps.map((step, channel) => {
    const planes = Array.from({ length: width }, (_, byte) => raw.subarray((channel * width + byte) * count));
    unzigzag(planes, units);
    for (let order = 0; order < differences; order++) for (let row = 1; row < count; row++) units[row] += units[row - 1];
    const values = new Float32Array(count);
    for (let row = 0; row < count; row++) values[row] = units[row] * step;
    return values;
  });
}

/** Whole numbers from their two or four byte planes, low bytes first: millions, before anything is drawn. */
function unzigzag([low, high, third, top]: Uint8Array[], out: Float64Array): void {
  for (let row = 0; row < out.length; row++) {
    let all = low[row] | (high[row] << 8);
    if (top) all |= (third[row] << 16) | (top[row] << 24);
    out[row] = (all >>> 1) ^ -(all & 1);
  }
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
