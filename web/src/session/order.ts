/** Other orders of a session's blocks: what is left out, what is put off. */
import type { BlockInfo } from "../schema";
import { blockAt } from "./queries";
import type { State } from "./state";

type Blocks = readonly BlockInfo[];

/** The order without what is still to come of the work under way, nor the ways through the air to it. */
export function spared(blocks: Blocks, state: State): number[] {
  const here = blockAt(blocks, state);
  const unwanted = (slot: number): boolean => {
    const block = blocks[state.order[slot]];
    if (!block || slot <= state.slot) return false;
    if (block.kind === "transfer") return unwanted(slot + 1);
    return block.kind === "work" && (block.caption === here.caption || (here.region !== "" && block.region === here.region));
  };
  return state.order.filter((_, slot) => !unwanted(slot));
}

/** An order, and the slot with which it goes on. */
export interface Order {
  order: number[];
  first: number;
}

/**
 * The next movement first, then the one under way from its beginning. Null where the receiver would have
 * to lie differently, or where the giver would have to move without being told.
 */
export function postponed(blocks: Blocks, state: State): Order | null {
  const movementAt = (slot: number) => blocks[state.order[slot]]?.movement;
  const end = (from: number) => {
    let to = from;
    while (to < state.order.length && movementAt(to) === movementAt(from)) to++;
    return to;
  };
  let first = state.slot;
  while (first > 0 && movementAt(first - 1) === movementAt(state.slot)) first--;
  const [next, after] = [end(first), end(end(first))];
  if (next >= state.order.length) return null;
  const [own, other, rest] = [state.order.slice(first, next), state.order.slice(next, after), state.order.slice(after)];
  const postures = new Set([...own, ...other].map((index) => blocks[index].posture));
  if (postures.size > 1 || !tells(blocks, own) || !tells(blocks, other)) return null;
  const last = blocks[own[own.length - 1]];
  if (rest.length && !tells(blocks, rest) && !sameStation(last, blocks[rest[0]])) return null;
  return { order: [...state.order.slice(0, first), ...other, ...own, ...rest], first };
}

/** The first thing to do is to take a place. */
const tells = (blocks: Blocks, order: readonly number[]): boolean =>
  blocks[order.find((index) => blocks[index].kind !== "transfer") ?? -1]?.kind === "arrange";

const sameStation = (a: BlockInfo, b: BlockInfo): boolean => JSON.stringify(a.station) === JSON.stringify(b.station);
