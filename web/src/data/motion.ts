/** Where the hands are at a moment of the performance: samples, and what lies between them. */
import type { HandData, Session, TrackData } from "./load";

/** Rows of the tracks around a moment, and how far it is from the first to the second. */
export interface Moment {
  low: number;
  high: number;
  share: number;
}

export function momentAt(session: Session, seconds: number): Moment {
  const row = Math.min(Math.max(seconds * session.info.rate, 0), session.count - 1);
  const low = Math.floor(row);
  const high = Math.min(low + 1, session.count - 1);
  return { low, high, share: row - low };
}

/** A quaternion wxyz between two rows, written as xyzw into `out` at `offset`. */
function turn(channels: Float32Array[], first: number, at: Moment, out: Float32Array, offset: number): void {
  let length = 0;
  for (let part = 0; part < 4; part++) {
    const channel = channels[first + part];
    const value = channel[at.low] + (channel[at.high] - channel[at.low]) * at.share;
    out[offset + ((part + 3) % 4)] = value;
    length += value * value;
  }
  const scale = 1 / Math.sqrt(length || 1);
  for (let part = 0; part < 4; part++) out[offset + part] *= scale;
}

const between = (channel: Float32Array, at: Moment): number =>
  channel[at.low] + (channel[at.high] - channel[at.low]) * at.share;

/** Turns (xyzw) of every joint in its parent, then places of the roots. */
export interface Pose {
  turns: Float32Array;
  roots: Float32Array;
}

export const emptyPose = (hand: HandData): Pose => ({
  turns: new Float32Array(hand.mesh.joints.length * 4),
  roots: new Float32Array(hand.roots.length),
});

export function poseAt(hand: HandData, at: Moment, out: Pose): void {
  fingers(hand, at, out.turns);
  hand.mesh.turned.forEach((joint, order) => turn(hand.turns, 4 * order, at, out.turns, 4 * joint));
  for (let axis = 0; axis < hand.roots.length; axis++) out.roots[axis] = between(hand.roots[axis], at);
}

/** Every joint's turn as the weighted mean of its turns in the finger shapes. */
function fingers(hand: HandData, at: Moment, out: Float32Array): void {
  const width = out.length;
  out.fill(0);
  hand.fingers.forEach((channel, shape) => {
    const weight = between(channel, at);
    if (weight === 0) return;
    for (let i = 0; i < width; i++) out[(i & ~3) + ((i + 3) & 3)] += weight * hand.shapes[shape * width + i];
  });
  for (let first = 0; first < width; first += 4) {
    const scale = 1 / (Math.hypot(out[first], out[first + 1], out[first + 2], out[first + 3]) || 1);
    for (let part = 0; part < 4; part++) out[first + part] *= scale;
  }
}

/** Part of the way from one pose to another, lifted in the middle of it. */
export function blend(from: Pose, to: Pose, share: number, lift: number, out: Pose): void {
  const ease = share * share * (3 - 2 * share);
  for (let first = 0; first < to.turns.length; first += 4) {
    let dot = 0;
    for (let part = 0; part < 4; part++) dot += from.turns[first + part] * to.turns[first + part];
    const sign = dot < 0 ? -1 : 1;
    let length = 0;
    for (let part = 0; part < 4; part++) {
      const value = from.turns[first + part] * (1 - ease) + sign * to.turns[first + part] * ease;
      out.turns[first + part] = value;
      length += value * value;
    }
    const scale = 1 / Math.sqrt(length || 1);
    for (let part = 0; part < 4; part++) out.turns[first + part] *= scale;
  }
  for (let axis = 0; axis < to.roots.length; axis++) {
    const up = axis % 3 === 2 ? lift * Math.sin(Math.PI * share) : 0;
    out.roots[axis] = from.roots[axis] * (1 - ease) + to.roots[axis] * ease + up;
  }
}

/** What one hand does at a moment. */
export interface Contact {
  place: [number, number, number];
  /** The skin's outward normal. */
  normal: [number, number, number];
  /** Along the tool: from wrist to fingertips, or from elbow to wrist. */
  along: [number, number, number];
  force: number;
  touching: boolean;
  phase: number;
  /** Index of the tool, −1 for none. */
  tool: number;
  segment: number;
  known: boolean;
}

export function contactAt(track: TrackData, at: Moment): Contact {
  const c = track.contact;
  const quaternion = new Float32Array(4);
  turn(c, 3, at, quaternion, 0);
  const [x, y, z, w] = quaternion;
  const row = at.share < 0.5 ? at.low : at.high;
  return {
    place: [between(c[0], at), between(c[1], at), between(c[2], at)],
    normal: [2 * (x * z + w * y), 2 * (y * z - w * x), 1 - 2 * (x * x + y * y)],
    along: [1 - 2 * (y * y + z * z), 2 * (x * y + w * z), 2 * (x * z - w * y)],
    force: between(c[7], at),
    touching: track.state[0][row] > 0.5,
    phase: track.state[1][row],
    tool: track.state[2][row],
    segment: track.state[3][row],
    known: track.state[4][row] > 0.5,
  };
}
