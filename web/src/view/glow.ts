/** Which body part glows, and how much of its light it has: one goes out before the next comes up. */

export interface Glow {
  part: string;
  lamp: number;
}

/** Shares a second of the way that the light has left. */
const RATE = 2.5;
/** So little light is none. */
const OUT = 0.02;

/** @param wanted The part that is to glow, "" for none. */
export function glowing({ part, lamp }: Glow, wanted: string, dt: number, still: boolean): Glow {
  const now = wanted && lamp < OUT ? wanted : part;
  const goal = wanted !== "" && wanted === now ? 1 : 0;
  return { part: now, lamp: lamp + (goal - lamp) * (still ? 1 : 1 - Math.exp(-RATE * dt)) };
}
