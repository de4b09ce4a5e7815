/** The session's clock and its commands: a pure function, with no page around it. */
import type { BlockInfo } from "../schema";
import { spared, postponed } from "./order";
import { blockAt, canStay, nextMovement, nextTask, passOf, secondsUntil, tempoOf } from "./queries";
import type { Command, Event, State } from "./state";

type Blocks = readonly BlockInfo[];

/** A change is announced so many seconds ahead. */
export const NOTICE = 3;
/** Where somebody has to move, it is told of so many seconds ahead, or less while a sentence is still being said. */
export const PREPARE = 12;
const HEARD = 5;
/** Pressure is asked about after so many seconds of work, between two tasks. */
export const ASK_AFTER = 60;
/** The hands' way through the air after a jump takes so many seconds. */
export const BRIDGE = 1.6;
/** "Again" within so many seconds of a beginning means the task before. */
const FRESH = 3;
const FORCE: readonly [number, number] = [0.4, 1.3];
const TEMPO: readonly [number, number] = [0.6, 1];
const LESS = 0.85;
const SCALES = {
  softer: { what: "force", factor: LESS, range: FORCE },
  firmer: { what: "force", factor: 1 / LESS, range: FORCE },
  slower: { what: "tempo", factor: LESS, range: TEMPO },
  faster: { what: "tempo", factor: 1 / LESS, range: TEMPO },
} as const;

export interface Result {
  state: State;
  events: Event[];
}

/** Let `dt` seconds go by after obeying the commands. */
export function step(blocks: Blocks, state: State, dt: number, commands: readonly Command[] = []): Result {
  const events: Event[] = [];
  let now = state;
  for (const command of commands) now = obey(blocks, now, command, events);
  return { state: pass(blocks, now, dt, events), events };
}

function obey(blocks: Blocks, state: State, command: Command, events: Event[]): State {
  const refuse = (): State => (events.push({ kind: "refused", command }), state);
  if (command === "begin") {
    if (state.mode !== "ready" || !blocks.length) return refuse();
    events.push({ kind: "begin" }, { kind: "enter", block: state.order[0] });
    return { ...state, mode: "playing" };
  }
  if (state.mode === "ready" || state.mode === "done") return refuse();
  switch (command) {
    case "pause":
      if (state.mode === "paused") return refuse();
      events.push({ kind: "pause" });
      return { ...state, mode: "paused" };
    case "go_on":
      if (state.mode === "playing") return refuse();
      events.push({ kind: "go_on" });
      return { ...state, mode: "playing" };
    case "stop":
      events.push({ kind: "done" });
      return { ...state, mode: "done", bridge: null };
    case "softer":
    case "firmer":
    case "slower":
    case "faster": {
      const next = scaled(state, command);
      if (!next) return refuse();
      events.push({ kind: "changed", command });
      return next;
    }
    case "stay":
    case "leave": {
      const stay = command === "stay";
      if (stay === state.stay || (stay && !canStay(blocks, state))) return refuse();
      events.push({ kind: "changed", command });
      return { ...state, stay };
    }
    case "more": {
      if (!canStay(blocks, state)) return refuse();
      const { first, last } = passOf(blocks, state, state.slot);
      const order = state.order.toSpliced(last + 1, 0, ...state.order.slice(first, last + 1));
      events.push({ kind: "changed", command });
      return { ...state, order };
    }
    case "not_here": {
      if (!canStay(blocks, state)) return refuse();
      const order = spared(blocks, state);
      events.push({ kind: "changed", command });
      const next = jump(blocks, { ...state, order }, nextTask(blocks, { ...state, order }), events);
      return next.mode === "done" ? next : { ...next, mode: state.mode };
    }
    case "later": {
      const put = postponed(blocks, state);
      if (!put) return refuse();
      events.push({ kind: "changed", command });
      const next = jump(blocks, { ...state, order: put.order, slot: put.first }, put.first, events);
      return { ...next, mode: state.mode };
    }
    case "again":
      return again(blocks, state, events);
    case "skip":
      return jump(blocks, state, nextTask(blocks, state), events);
    case "skip_movement":
      return jump(blocks, state, nextMovement(blocks, state), events);
  }
}

/** Force or tempo changed by a step, inside the session's range; null at its end. */
function scaled(state: State, command: keyof typeof SCALES): State | null {
  const { what, factor, range: [low, high] } = SCALES[command];
  const value = Math.min(Math.max(state[what] * factor, low), high);
  return Math.abs(value - state[what]) < 1e-9 ? null : { ...state, [what]: value };
}

/** Back to the beginning of the pass; from its very beginning, to the pass before. */
function again(blocks: Blocks, state: State, events: Event[]): State {
  let { first } = passOf(blocks, state, state.slot);
  const since = blocks[state.order[first]];
  if (first === state.slot && state.at - since.start < FRESH && first > 0) {
    let before = first - 1;
    while (before > 0 && blocks[state.order[before]].kind !== "work") before--;
    if (blocks[state.order[before]].kind === "work") first = passOf(blocks, state, before).first;
  }
  return jump(blocks, state, first, events);
}

/** Go to a slot at once, by way of the air; what may not be left out is stopped at. */
function jump(blocks: Blocks, state: State, to: number | null, events: Event[]): State {
  let target = to ?? state.order.length;
  for (let slot = state.slot + 1; slot < target; slot++) {
    if (blocks[state.order[slot]].kind === "arrange") target = slot;
  }
  if (target >= state.order.length) {
    events.push({ kind: "done" });
    return { ...state, mode: "done", bridge: null };
  }
  const block = blocks[state.order[target]];
  events.push({ kind: "enter", block: state.order[target] });
  return {
    ...state,
    mode: "playing",
    slot: target,
    at: block.start,
    stay: false,
    announced: target,
    bridge: { from: state.at, done: 0, length: BRIDGE },
  };
}

function pass(blocks: Blocks, state: State, dt: number, events: Event[]): State {
  let now = state;
  let left = dt;
  while (now.mode === "playing" && left > 0) {
    if (now.bridge) {
      const used = Math.min(left, now.bridge.length - now.bridge.done);
      const done = now.bridge.done + used;
      now = {
        ...now,
        elapsed: now.elapsed + used,
        bridge: done >= now.bridge.length - 1e-9 ? null : { ...now.bridge, done },
      };
      left -= used;
      continue;
    }
    const block = blockAt(blocks, now);
    const tempo = tempoOf(block, now.tempo);
    const used = Math.min(left, (block.stop - now.at) / tempo);
    const at = now.at + used * tempo;
    const worked = now.worked + (block.kind === "work" ? used : 0);
    now = { ...now, at, elapsed: now.elapsed + used, worked };
    left -= used;
    now = announce(blocks, now, events);
    if (block.stop - at < 1e-9) now = enter(blocks, now, events);
  }
  return now;
}

function announce(blocks: Blocks, state: State, events: Event[]): State {
  const next = nextTask(blocks, state);
  if (next === null || state.stay) return state;
  const left = secondsUntil(blocks, state, next);
  const block = state.order[next];
  if (next > state.announced && left <= NOTICE) {
    events.push({ kind: "soon", block });
    return { ...state, announced: next, prepared: next };
  }
  const heard = state.at - blockAt(blocks, state).start >= HEARD || left <= PREPARE - HEARD;
  if (blocks[block].kind === "arrange" && next !== state.prepared && left <= PREPARE && heard) {
    events.push({ kind: "prepare", block });
    return { ...state, prepared: next };
  }
  return state;
}

function enter(blocks: Blocks, state: State, events: Event[]): State {
  const { first, last, joins } = passOf(blocks, state, state.slot);
  const back = state.stay && last === state.slot && canStay(blocks, state);
  const slot = back ? first : state.slot + 1;
  if (slot >= state.order.length) {
    events.push({ kind: "done" });
    return { ...state, mode: "done" };
  }
  const index = state.order[slot];
  events.push({ kind: "enter", block: index });
  let asked = state.asked;
  if (!asked && state.worked >= ASK_AFTER) {
    events.push({ kind: "ask_pressure" });
    asked = true;
  }
  const jumps = index !== state.order[state.slot] + 1 && !(joins && (back || index === state.order[first]));
  const bridge = jumps ? { from: state.at, done: 0, length: BRIDGE } : null;
  return { ...state, slot, at: blocks[index].start, asked, bridge, announced: Math.min(state.announced, slot) };
}
