/** Names of places in the page's language. */
import type { Wanted } from "./wanted";
import { has, type Key, t } from "./words";

/** "left shoulder" as it is called here. */
export function placeName(zone: string): string {
  const [, side, place] = /^(?:(left|right) )?(.*)$/.exec(zone)!;
  const plain = place.replaceAll(" ", "_");
  const key = [side ? `one_${plain}` : "", `place_${plain}`].find(has);
  const name = key ? t(key as Key) : place;
  return side ? t(`on_${side}` as Key, { place: name }) : name;
}

/** Wishes in a few words: "more: shoulders · not: neck". */
export function placeList({ more, avoid }: Pick<Wanted, "more" | "avoid">): string {
  const said = (key: Key, zones: readonly string[]) => (zones.length ? [t(key, { what: zones.map(placeName).join(", ") })] : []);
  return [...said("more_at", more), ...said("not_at", avoid)].join(" · ");
}
