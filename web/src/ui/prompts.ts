/** What is said besides the strokes, at its time: the article's notes, and what every teacher adds. */
import type { SessionInfo } from "../schema";
import { talk } from "./ready";
import { t } from "./words";

/** More oil is thought of every so many seconds. */
const OIL_EVERY = 300;
const NEVER = new Set(["wish"]);

/** Words by the block before which they are said; what was read before the beginning is not said again. */
export function prompts({ notes, blocks, text }: Pick<SessionInfo, "notes" | "blocks" | "text">): Map<number, string[]> {
  const said = new Map<number, string[]>();
  const say = (block: number, words: string) => said.set(block, [...(said.get(block) ?? []), words]);
  for (const note of notes) {
    if (note.block > 0 && note.block < blocks.length && !NEVER.has(note.topic) && !talk(note)) say(note.block, note.words);
  }
  const work = blocks.flatMap(({ kind }, index) => (kind === "work" ? [index] : []));
  if (!work.length) return said;
  say(work[0], t("first_touch"));
  const kneels = blocks.findIndex(({ kind, station }, index) => index > work[0] && kind === "arrange" && station.stance !== "sitting");
  if (kneels > 0) say(kneels, t("own_back"));
  let oiled = blocks[work[0]].start;
  const first = work.filter((block, i) => i > 0 && blocks[block].movement !== blocks[work[i - 1]].movement);
  for (const block of /\boil\b/i.test(text) ? first : []) {
    if (blocks[block].start - oiled < OIL_EVERY) continue;
    oiled = blocks[block].start;
    say(block, t("more_oil"));
  }
  return said;
}
