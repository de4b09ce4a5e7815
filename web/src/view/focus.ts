/** What a block's hands do on the skin, as one place to look at. */
import { Vector3 } from "three";
import type { Session } from "../data/load";
import { contactAt, momentAt } from "../data/motion";
import type { BlockInfo } from "../schema";
import type { Focus } from "./camera";

/** A contact is looked at so often [s]. */
const EVERY = 0.25;

/** The middle and the spread of every contact in a block; null where nothing known is touched. */
export function focusOf(session: Session, block: BlockInfo): Focus | null {
  const low = new Vector3(Infinity, Infinity, Infinity);
  const high = new Vector3(-Infinity, -Infinity, -Infinity);
  for (let time = block.start; time < block.stop; time += EVERY) {
    const at = momentAt(session, time);
    for (const track of session.tracks) {
      const { known, touching, place } = contactAt(track, at);
      if (!known || !touching) continue;
      low.min(new Vector3(...place));
      high.max(new Vector3(...place));
    }
  }
  if (low.x > high.x) return null;
  return { middle: low.clone().add(high).multiplyScalar(0.5), spread: 0.5 * low.distanceTo(high) };
}

/** The same, found once for each block. */
export function focuses(session: Session): (block: BlockInfo) => Focus | null {
  const found = new Map<BlockInfo, Focus | null>();
  return (block) => {
    if (!found.has(block)) found.set(block, focusOf(session, block));
    return found.get(block)!;
  };
}
