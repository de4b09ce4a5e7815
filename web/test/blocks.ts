import type { BlockInfo } from "../src/schema";

/** A block that lasts some seconds, with what a test wants to be different. */
export function block(start: number, seconds: number, more: Partial<BlockInfo>): BlockInfo {
  return {
    start, stop: start + seconds, movement: 0, caption: "Glide", span: [0, 0], posture: "prone",
    station: {
      where: "side_left", stance: "kneeling", facing: "across", side: "left",
      eyes: [0.2, 0.8, 1], shoulders: [[0.4, 0.5, 0.7], [0.03, 0.5, 0.7]],
    },
    kind: "work", tempo_range: [0.6, 1], force_range: [0.4, 1.3],
    repeatable: false, skippable: true, repeat_from: -1, tool: "palm", region: "", way: [0],
    ...more,
  };
}

/** Blocks one after the other. */
export function chain(parts: readonly [number, Partial<BlockInfo>][]): BlockInfo[] {
  let start = 0;
  return parts.map(([seconds, more]) => {
    const made = block(start, seconds, more);
    start += seconds;
    return made;
  });
}

/** Twenty minutes: five movements of three passes of 75 s, with a change of place between. */
export function twentyMinutes(): BlockInfo[] {
  const parts: [number, Partial<BlockInfo>][] = [];
  for (let movement = 0; movement < 5; movement++) {
    parts.push([12, { movement, kind: "arrange", caption: `Move to place ${movement}`, skippable: false }]);
    for (let pass = 0; pass < 3; pass++) {
      const from = parts.length;
      parts.push([30, { movement, caption: `Glide ${movement}` }]);
      parts.push([4, { movement, kind: "transfer", caption: "Over the air" }]);
      parts.push([42, { movement, caption: `Knead ${movement}`, repeat_from: from, repeatable: true }]);
    }
  }
  return chain(parts);
}
