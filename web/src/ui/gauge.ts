/** How hard to press: a hand that sinks into the skin, three steps, and plain words. */
import { drawn, h } from "./dom";
import { type Key, t } from "./words";

/** What is told: nothing touches, just touching, light, medium, firm. */
export type Level = -1 | 0 | 1 | 2 | 3;

/** How deep the hand is drawn at each level, on a picture 40 high; the skin is at 26. */
const DEPTH: Record<Level, number> = { [-1]: -9, 0: 0, 1: 2.5, 2: 6, 3: 10 };

export class Gauge {
  readonly element = h("p", { class: "pressure", "data-test": "pressure" });
  private shown = "";

  /** @param words What to say instead of the level's own words. */
  show(level: Level, words: Key | null): void {
    const key = words ?? (level < 0 ? "lift" : (`pressure_${level}` as Key));
    const told = `${level}${key}`;
    if (told === this.shown) return;
    this.shown = told;
    this.element.dataset.level = String(level);
    const [short, long] = t(key).split(/(?<=^[^:]+):\s*/);
    this.element.replaceChildren(picture(level), h("span", {}, h("b", { text: long ? `${short}:` : short }), long ? ` ${long}` : ""));
  }
}

/** A hand from the side on the skin, the skin giving way under it, and beside it the steps. */
function picture(level: Level): SVGSVGElement {
  const dip = Math.max(DEPTH[level], 0);
  const y = 25 + DEPTH[level];
  const hand = `M8 ${y}c-1-2.400 1-3.700 4-4.200l14-2.800c4-.8 6-2.200 9-5l9-8.600 9 8.400-10 9.200c-2.600 2.400-5 3-9 3z`;
  const skin = `M2 26c10 0 12 ${dip} 20 ${dip}h24c8 0 10 ${-dip} 24 ${-dip}`;
  const steps = [1, 2, 3].map((step) =>
    drawn("rect", { x: 74 + 9 * step, y: 30 - 7 * step, width: 6, height: 4 + 7 * step, rx: 2, class: step <= level ? "on" : "off" }));
  return drawn("svg", { viewBox: "0 0 108 40", "aria-hidden": "true" },
    drawn("path", { d: skin, class: "flesh" }), drawn("path", { d: hand, class: "palm" }), ...steps);
}
