/** What a session is made of and where it stands: plain values, so that they can be saved. */
import type { BlockInfo } from "../schema";

export const COMMANDS = [
  "begin", "pause", "go_on", "again", "skip", "skip_movement",
  "softer", "firmer", "slower", "faster", "stay", "leave", "more", "not_here", "later", "stop",
] as const;
export type Command = (typeof COMMANDS)[number];

export type Mode = "ready" | "playing" | "paused" | "done";

/** The hands' way through the air from one moment of the performance to another. */
export interface Bridge {
  /** Moment that they leave, in performance time [s]. */
  from: number;
  /** Seconds of it that are done. */
  done: number;
  /** Seconds that it takes. */
  length: number;
}

export interface State {
  mode: Mode;
  /** Indices of blocks in the order in which they are done; passes asked for again are in it twice. */
  order: readonly number[];
  /** Place in `order`. */
  slot: number;
  /** Moment of the performance [s]. */
  at: number;
  /** Factor on speed that was asked for; each block clips it to its own range. */
  tempo: number;
  /** Factor on force that was asked for; each block clips it to its own range. */
  force: number;
  /** The pass under way is repeated until told otherwise. */
  stay: boolean;
  bridge: Bridge | null;
  /** Seconds of session so far, pauses left out. */
  elapsed: number;
  /** Seconds of work on the skin so far. */
  worked: number;
  /** The pressure has been asked about. */
  asked: boolean;
  /** Slot for which the change to it has been announced. */
  announced: number;
  /** Slot of the last change of place or posture that has been told of well ahead. */
  prepared: number;
}

export type Event =
  | { kind: "begin" | "pause" | "go_on" | "done" | "ask_pressure" }
  | { kind: "enter"; block: number }
  | { kind: "soon" | "prepare"; block: number }
  | { kind: "changed"; command: Command }
  | { kind: "refused"; command: Command };

export function initial(blocks: readonly BlockInfo[]): State {
  return {
    mode: "ready",
    order: blocks.map((_, index) => index),
    slot: 0,
    at: blocks.length ? blocks[0].start : 0,
    tempo: 1,
    force: 1,
    stay: false,
    bridge: null,
    elapsed: 0,
    worked: 0,
    asked: false,
    announced: 0,
    prepared: 0,
  };
}
