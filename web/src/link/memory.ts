/** Where a session stands, kept by the server too: another page, or a server begun anew, goes on there. */
import { unwrap } from "../data/load";
import { Planner } from "../planner";
import type { SessionInfo } from "../schema";
import { live } from "../server";
import type { State } from "../session";

/** The state is sent when so many milliseconds went by, or something but the time has changed. */
const EVERY = 2500;

export interface Kept {
  key: string;
  /** The browser that told of it. */
  by: string;
  when: number;
  state: State;
}

interface Sent extends Omit<State, "order"> {
  /** `order` as runs of successive blocks: first block, how many. */
  runs: [number, number][];
}

interface Letter {
  path: string;
  body: unknown;
}

let last = { when: 0, sign: "" };
/** One letter is on its way at a time: two could arrive in either order, and the older one be kept. */
const letters = new Planner(({ path, body }: Letter) => post(path, body), () => {}, () => {});

/** Tell the server where the session stands; a page without a server, or one that is busy, keeps it by itself. */
export function keepThere(key: string, by: string, state: State): void {
  if (!live()) return;
  const over = state.mode !== "playing" && state.mode !== "paused";
  const { order, ...rest } = state;
  const told = { ...rest, runs: runs(order) } satisfies Sent;
  const sign = JSON.stringify([told.mode, told.runs, told.slot, told.force, told.tempo, told.stay]);
  if (sign === last.sign && (over || Date.now() - last.when < EVERY)) return;
  last = { when: Date.now(), sign };
  void letters.ask(over ? { path: "memory/over", body: {} } : { path: "memory/running", body: { key, by, state: told } });
}

export interface Waiting extends Kept {
  /** It was planned for something else than what is served now. */
  replan: boolean;
}

/** The session that the server knows to be under way, or null. */
export async function underWay(): Promise<Waiting | null> {
  try {
    const answer = await fetch("memory/running");
    const found = answer.ok ? await answer.json() : null;
    return found && { ...found, state: opened(found.state) };
  } catch {
    return null;
  }
}

/** Have the server plan again what was under way. */
export async function planned(): Promise<SessionInfo> {
  const answer = await post("memory/resume", {});
  if (!answer?.ok) throw new Error((await answer?.json())?.error ?? "");
  return unwrap(await answer.json());
}

export function runs(order: readonly number[]): [number, number][] {
  const found: [number, number][] = [];
  for (const block of order) {
    const run = found.at(-1);
    if (run && run[0] + run[1] === block) run[1]++;
    else found.push([block, 1]);
  }
  return found;
}

export function opened({ runs, ...rest }: Sent): State {
  return { ...rest, order: runs.flatMap(([first, count]) => Array.from({ length: count }, (_, index) => first + index)) };
}

async function post(path: string, body: unknown): Promise<Response | null> {
  try {
    return await fetch(path, { method: "POST", keepalive: true, body: JSON.stringify(body) });
  } catch {
    return null;
  }
}
