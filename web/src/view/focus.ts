/** What a block's hands do on the skin, as one place to look at. */
import { Vector3 } from "three";
import type { Session } from "../data/load";
import { contactAt, momentAt } from "../data/motion";
import type { BlockInfo } from "../schema";
import type { Focus } from "./camera";

/** A contact is looked at so often [s]. */
const EVERY = 0.25;

/** The middle and the spread of what a block is about: its contacts, or its body part; null if it has neither. */
export function focusOf(session: Session, block: BlockInfo): Focus | null {
  const box = new Box();
  const part = session.body.parts.get(block.region);
  const skin = session.body.skins[block.way[block.way.length - 1]];
  part?.forEach((inside, v) => inside && box.take([skin[3 * v], skin[3 * v + 1], skin[3 * v + 2]]));
  if (!part) {
    for (let time = block.start; time < block.stop; time += EVERY) {
      const at = momentAt(session, time);
      for (const track of session.tracks) {
        const { known, touching, place } = contactAt(track, at);
        if (known && touching) box.take(place);
      }
    }
  }
  return box.focus();
}

/** The box around some points. */
class Box {
  private readonly low = new Vector3(Infinity, Infinity, Infinity);
  private readonly high = new Vector3(-Infinity, -Infinity, -Infinity);

  take(point: readonly [number, number, number]): void {
    const place = new Vector3(...point);
    this.low.min(place);
    this.high.max(place);
  }

  focus(): Focus | null {
    if (this.low.x > this.high.x) return null;
    return { middle: this.low.clone().add(this.high).multiplyScalar(0.5), spread: 0.5 * this.low.distanceTo(this.high) };
  }
}

/** The same, found once for each block. */
export function focuses(session: Session): (block: BlockInfo) => Focus | null {
  const found = new Map<BlockInfo, Focus | null>();
  return (block) => {
    if (!found.has(block)) found.set(block, focusOf(session, block));
    return found.get(block)!;
  };
}
