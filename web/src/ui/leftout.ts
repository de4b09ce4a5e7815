/** What a plan lacks, in the page's language: the planner's own words are said anew, the article's stay as written. */
import { mirrored } from "./cue";
import { placeName } from "./places";
import { flipped } from "./wanted";
import { type Key, t } from "./words";

/** How the planner says it: `planning/_left_out.py`, `_wishes.py` and `_plan.py`. */
const SIDE = / \((left|right) side\)$/;
const FROM = /(^|: )from (“.*”)$/;
const UNMET = /^Nothing in this routine works on the (.+)\.$/;
const NOTHING = /^nothing is left without /;

/** A movement's title or a sentence's first words, and which part or side of it is left out. */
export const leftOut = (name: string, mirror: boolean): string =>
  (mirror ? mirrored(name) : name)
    .replace(SIDE, (_, side: string) => ` (${t(`${side}_side` as Key)})`)
    .replace(FROM, (_, before: string, words: string) => `${before}${t("left_from", { words })}`);

/** Places that more was wanted of, and that the routine does not come to. */
export function unmet(words: string, mirror: boolean): string {
  const zones = UNMET.exec(words)?.[1].split(" or the ") ?? [];
  return zones.length ? t("unmet", { what: zones.map((zone) => placeName(mirror ? flipped(zone) : zone)).join(", ") }) : words;
}

/** Why there is no plan; what only a developer would see stays as it is. */
export const reason = (message: string): string => (NOTHING.test(message) ? t("nothing_left") : message);
