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
  a.movement === b.movement && a.kind === b.kind && a.caption === b.caption;

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

/** Slots of the pass that holds a slot: first and last; the slot itself when it is in none. */
export function passOf(blocks: Blocks, state: State, slot: number): [number, number] {
  const index = state.order[slot];
  for (let last = slot; last < state.order.length; last++) {
    const end = state.order[last];
    if (last > slot && end !== state.order[last - 1] + 1) break;
    const from = blocks[end].repeat_from;
    if (from >= 0 && from <= index && from <= end) return [slot - (index - from), last];
  }
  return [slot, slot];
}

/** The pass under way can be done again without a jump. */
export function canStay(blocks: Blocks, state: State): boolean {
  const [first, last] = passOf(blocks, state, state.slot);
  const end = blocks[state.order[last]];
  return first >= 0 && (end.repeat_from >= 0 || (first === last && end.repeatable));
}

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
