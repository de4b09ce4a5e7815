/** What the towel covers: the hips, and the legs unless they are worked on. */
import type { Session } from "../data/load";

/** However low hands work, the towel begins no lower than this [m along x]. */
const MODEST = -0.13;
/** Where it ends when legs are worked on: at the middle of the thighs. */
const THIGH = -0.36;

/** From `edge` down to `end` [m along x]. */
export interface Cover {
  edge: number;
  end: number;
}

/** The towel begins below everything that is touched, and never above the hips. */
export function cover(session: Session): Cover {
  let low = 0.1;
  for (const { contact, state } of session.tracks) {
    for (let row = 0; row < session.count; row++) {
      if (state[0][row] && state[4][row]) low = Math.min(low, contact[0][row]);
    }
  }
  const edge = Math.max(Math.min(low - 0.07, -0.02), MODEST);
  const legs = session.info.blocks.some((block) => /\bleg$/.test(block.region));
  return { edge, end: legs ? THIGH : -Infinity };
}
