/** Questions about a session's state; nothing here changes it. */
import type { BlockInfo } from "../schema";
import type { State } from "./state";

type Blocks = readonly BlockInfo[];

const clip = (value: number, [low, high]: readonly [number, number]): number =>
  Math.min(Math.max(value, low), high);

/** Speed at which a block is played: what was asked, inside the block's own range. */
export const tempoOf = (block: BlockInfo, tempo: number): number =>
  block.kind === "work" ? clip(tempo, block.tempo_range) : 1;

/** Factor on the forces of a block. */
export const forceOf = (block: BlockInfo, force: number): number => clip(force, block.force_range);

export const blockAt = (blocks: Blocks, state: State): BlockInfo => blocks[state.order[state.slot]];

/** Blocks with the same key are one thing to do: the giver is told once. */
export const sameTask = (a: BlockInfo, b: BlockInfo): boolean =>
  a.movement === b.movement && (a.kind === b.kind || isWay(a) || isWay(b)) && a.caption === b.caption;

const isWay = (block: BlockInfo): boolean => block.kind === "transfer";

/** First slot after this one that begins something else to do, or null at the end. */
export function nextTask(blocks: Blocks, state: State): number | null {
  const here = blockAt(blocks, state);
  for (let slot = state.slot + 1; slot < state.order.length; slot++) {
    const block = blocks[state.order[slot]];
    if (!isWay(block) && !sameTask(block, here)) return slot;
  }
  return null;
}

/** First slot after this one that belongs to another movement, or null at the end. */
export function nextMovement(blocks: Blocks, state: State): number | null {
  const here = blockAt(blocks, state).movement;
  for (let slot = state.slot + 1; slot < state.order.length; slot++) {
    if (blocks[state.order[slot]].movement !== here) return slot;
  }
  return null;
}

/** A pass: its slots, first and last, and whether its end joins its own start. */
export interface Pass {
  first: number;
  last: number;
  joins: boolean;
}

/**
 * The pass that holds a slot: the one that the planner marked, else the work around it that no way
 * through the air and no change of place interrupts.
 */
export function passOf(blocks: Blocks, state: State, slot: number): Pass {
  const index = state.order[slot];
  for (let last = slot; last < state.order.length; last++) {
    const end = state.order[last];
    if (last > slot && end !== state.order[last - 1] + 1) break;
    const from = blocks[end].repeat_from;
    if (from >= 0 && from <= index && slot - (index - from) >= 0) return { first: slot - (index - from), last, joins: true };
  }
  const here = blocks[index];
  if (here.kind !== "work") return { first: slot, last: slot, joins: false };
  const belongs = (other: number, beside: number) => {
    const block = blocks[state.order[other]];
    return block?.kind === "work" && block.movement === here.movement && Math.abs(state.order[other] - state.order[beside]) === 1;
  };
  let [first, last] = [slot, slot];
  while (first > 0 && belongs(first - 1, first)) first--;
  while (last + 1 < state.order.length && belongs(last + 1, last)) last++;
  return { first, last, joins: first === last && here.repeatable };
}

/** The pass under way can be done again. */
export const canStay = (blocks: Blocks, state: State): boolean => blockAt(blocks, state).kind === "work";

/** Seconds that a slot takes at the tempo asked for. */
export const secondsOf = (blocks: Blocks, state: State, slot: number): number => {
  const block = blocks[state.order[slot]];
  return (block.stop - block.start) / tempoOf(block, state.tempo);
};

/** Seconds from now until a slot begins (or until the end, for the number of slots). */
export function secondsUntil(blocks: Blocks, state: State, slot: number): number {
  if (state.mode === "done" || slot <= state.slot) return 0;
  const here = blockAt(blocks, state);
  let sum = (here.stop - state.at) / tempoOf(here, state.tempo);
  if (state.bridge) sum += state.bridge.length - state.bridge.done;
  for (let next = state.slot + 1; next < slot; next++) sum += secondsOf(blocks, state, next);
  return sum;
}

export const secondsLeft = (blocks: Blocks, state: State): number =>
  secondsUntil(blocks, state, state.order.length);

/** Share of the session that is done, from 0 to 1. */
export function progress(blocks: Blocks, state: State): number {
  if (state.mode === "done") return 1;
  const left = secondsLeft(blocks, state);
  return state.elapsed + left > 0 ? state.elapsed / (state.elapsed + left) : 0;
}

/** Moment until which the performance goes on without a jump from the block under way [s]. */
export function unbrokenUntil(blocks: Blocks, state: State): number {
  let slot = state.slot;
  if (state.stay) slot = passOf(blocks, state, slot).last;
  else while (slot + 1 < state.order.length && state.order[slot + 1] === state.order[slot] + 1) slot++;
  return blocks[state.order[slot]].stop;
}
