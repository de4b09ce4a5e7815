/** What this browser remembers: switches, and where a session was when the page went away. */
import { type Kept, keepThere } from "./link/memory";
import type { SessionInfo } from "./schema";
import type { State } from "./session";

const PREFIX = "effleurage.";
/** A session is taken up again within so many hours. */
const HOURS = 6;

export function recall<T>(name: string, otherwise: T): T {
  try {
    const text = localStorage.getItem(PREFIX + name);
    return text === null ? otherwise : (JSON.parse(text) as T);
  } catch {
    return otherwise;
  }
}

export function remember(name: string, value: unknown): void {
  try {
    localStorage.setItem(PREFIX + name, JSON.stringify(value));
  } catch {
    return;
  }
}

export function forget(name: string): void {
  try {
    localStorage.removeItem(PREFIX + name);
  } catch {
    return;
  }
}

/** What tells this browser from another, as far as a session's place goes. */
function here(): string {
  const known = recall<string | null>("here", null);
  if (known) return known;
  // No randomUUID: on plain http, where phones are, there is none.
  const made = Array.from(crypto.getRandomValues(new Uint32Array(4)), (part) => part.toString(36)).join("-");
  remember("here", made);
  return made;
}

/** What tells one performance from another: its length, its blocks, its body. */
export const keyOf = (info: SessionInfo): string =>
  JSON.stringify([info.title, info.duration, info.blocks.length, info.person, info.text.length]);

export function keepPlace(info: SessionInfo, state: State): void {
  const by = here();
  if (state.mode === "playing" || state.mode === "paused") {
    remember("place", { key: keyOf(info), by, when: Date.now(), state } satisfies Kept);
  } else {
    forget("place");
  }
  keepThere(keyOf(info), by, state);
}

/**
 * Take over a place that the server kept, unless this browser knows a later one.
 * What this browser told the server itself is never later than what it keeps, whenever that letter arrived.
 */
export function adopt({ key, by, when, state }: Kept): void {
  const saved = recall<Kept | null>("place", null);
  if (saved?.key === key && (by === here() || saved.when >= when)) return;
  remember("place", { key, by, when, state } satisfies Kept);
}

/** The server still tells of a session that was ended in this very browser. */
export const ended = ({ by }: Kept): boolean => by === here() && recall("place", null) === null;

/** Where this very session was left, or null. */
export function place(info: SessionInfo): State | null {
  const saved = recall<Kept | null>("place", null);
  if (!saved || saved.key !== keyOf(info) || Date.now() - saved.when > HOURS * 3.6e6) return null;
  return saved.state.order.every((block) => block in info.blocks) ? saved.state : null;
}

/** A fresh place is remembered, but of another plan than this one. */
export function elsewhere(info: SessionInfo): boolean {
  const saved = recall<Kept | null>("place", null);
  return saved !== null && saved.key !== keyOf(info) && Date.now() - saved.when < HOURS * 3.6e6;
}
