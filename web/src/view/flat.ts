/** Where nothing can be drawn in 3D: the body from above, the hands and their ways, in an SVG. */
import type { Session } from "../data/load";
import { contactAt, momentAt } from "../data/motion";
import { blockAt, forceOf, type State, unbrokenUntil } from "../session";
import { drawn } from "../ui/dom";
import type { Free } from "./camera";
import { cover } from "./cover";
import { focuses } from "./focus";
import { heights } from "./heights";
import { HAND_COLOURS } from "./path";
import { relief } from "./relief";
import type { View } from "./stage";

/** Metres of a pixel of the relief, and of a cell of a glowing part. */
const PIXEL = 0.006;
const GLOW = 0.03;
/** How far ahead a way shows [s], and centimetres to see around the middle. */
const AHEAD = 6;
const AROUND = 46;
/** A towel covers the hips so far to either side, and no hand that lies beside them [m]. */
const HIPS = 0.24;
/** The back of a left hand, its palm's centre at 0, its fingers up, in centimetres. */
const HAND = "M-3.6 4.2C-4.4 1-4.3-1.6-3.9-4.6L-3.7-8.2c.1-1 1.5-1 1.6 0l.1 3 .3-5.2c.1-1.1 1.6-1.1 1.7 0l.2 5 .6-4.6c.2-1 1.6-.9 1.6.1"
  + "l-.2 5 1-3.2c.3-.9 1.6-.6 1.5.4l-.7 5.6c1-.8 2.2-1.5 3-1.2.8.4.5 1.2-.2 1.8-1.8 1.5-2.7 4.5-4.4 6-1.8 1.5-5 1.4-6 .3z";

/** Centimetres on the drawing: the head is up, the receiver's left is left. */
const at = ([x, y]: readonly number[]): [number, number] => [-100 * y, -100 * x];
const write = (point: readonly number[]): string => at(point).map((n) => n.toFixed(1)).join(" ");

export function flat(first: Session): View {
  let session = first;
  const colours = HAND_COLOURS.map((hex) => `#${hex.toString(16).padStart(6, "0")}`);
  const body = drawn("image", { class: "skin", preserveAspectRatio: "none" });
  const glow = drawn("path", { class: "glow" });
  const ways = colours.map((stroke) => drawn("path", { stroke, class: "way", "marker-end": "url(#tip)" }));
  const hands = colours.map((fill) => drawn("path", { fill, class: "hand", d: HAND }));
  const presses = colours.map(() => drawn("circle", { class: "press", r: 0 }));
  const tip = drawn("marker", { id: "tip", viewBox: "0 0 6 6", refX: 3, refY: 3, markerWidth: 3, markerHeight: 3, orient: "auto" },
    drawn("path", { d: "M0 0L6 3L0 6z", fill: "context-stroke" }));
  const svg = drawn("svg", { class: "flat", "aria-hidden": "true" }, tip, body, glow, ...ways, ...presses, ...hands);
  const seen = new Map<number, ReturnType<typeof relief>>();
  let focus = focuses(session);
  let [lying, part] = [-1, ""];
  let [middle, around] = [-26, AROUND];

  const lie = (skin: number) => {
    if (skin === lying) return;
    lying = skin;
    let image = seen.get(skin);
    if (!image) {
      const { edge, end } = cover(session);
      image = relief(heights(session.body.skins[skin], session.body.faces, PIXEL), (x, y) => x < edge && x > end && Math.abs(y) < HIPS);
      seen.set(skin, image);
    }
    for (const [name, value] of Object.entries(image)) body.setAttribute(name === "image" ? "href" : name, String(value));
  };
  const shine = (wanted: string, skin: number) => {
    if (wanted === part) return;
    part = wanted;
    glow.setAttribute("d", cells(session.body.skins[skin], session.body.parts.get(part)));
  };
  return {
    element: svg,
    draw(state: State, dt: number, free: Free) {
      const { blocks } = session.info;
      const block = blockAt(blocks, state);
      const skin = block.way[2 * (state.at - block.start) < block.stop - block.start ? 0 : block.way.length - 1];
      lie(skin);
      shine(block.region, skin);
      const share = dt ? 1 - Math.exp(-dt) : 1;
      const [whole, goal] = [session.body.parts.has(block.region), focus(block)];
      const wanted = goal && whole ? -100 * goal.middle.x : goal ? -13 - 50 * goal.middle.x : -26;
      middle += (wanted - middle) * share;
      around += ((goal && whole ? Math.max(AROUND, 100 * goal.spread) : AROUND) - around) * share;
      frame(svg, free, middle, around);
      for (const hand of [0, 1] as const) {
        const now = contactAt(session.tracks[hand], momentAt(session, state.at));
        const tool = session.info.tools[now.tool];
        const [x, y] = at(now.place);
        const turn = (Math.atan2(-now.along[1], now.along[0]) * 180) / Math.PI;
        hands[hand].setAttribute("visibility", now.known ? "visible" : "hidden");
        hands[hand].setAttribute("transform", `translate(${x.toFixed(1)} ${y.toFixed(1)}) rotate(${turn.toFixed(0)})${hand ? " scale(-1 1)" : ""}`);
        hands[hand].setAttribute("opacity", now.touching ? "0.95" : "0.45");
        const firm = tool && now.known && now.touching ? (now.force * forceOf(block, state.force)) / tool.levels[2] : 0;
        presses[hand].setAttribute("cx", x.toFixed(1));
        presses[hand].setAttribute("cy", y.toFixed(1));
        presses[hand].setAttribute("r", (firm > 0 ? 6 + 6 * Math.min(firm, 1.2) : 0).toFixed(1));
        ways[hand].setAttribute("d", way(session, hand, state.bridge ? block.start : state.at, unbrokenUntil(blocks, state)));
      }
    },
    resize() {},
    lighter: () => false,
    take(next) {
      session = next;
      seen.clear();
      [lying, part] = [-1, ""];
      glow.setAttribute("d", "");
      focus = focuses(session);
    },
    held: () => ({ geometries: 0, textures: 0, programs: 0 }),
    mirror(on) {
      svg.style.transform = on ? "scaleX(-1)" : "";
    },
  };
}

/** Show so many centimetres around the middle in the free part of the screen. */
function frame(svg: SVGSVGElement, free: Free, middle: number, around: number): void {
  const scale = (2 * around) / Math.min(free.width, free.height);
  const [width, height] = [innerWidth * scale, innerHeight * scale];
  const [left, top] = [-(free.left + free.width / 2) * scale, middle - (free.top + free.height / 2) * scale];
  svg.setAttribute("viewBox", [left, top, width, height].map((n) => n.toFixed(1)).join(" "));
}

/** A glowing part as the squares that its vertices are over. */
function cells(places: Float32Array, mask: Float32Array | undefined): string {
  const found = new Set<string>();
  mask?.forEach((inside, v) => inside && found.add(`${Math.round(places[3 * v] / GLOW)} ${Math.round(places[3 * v + 1] / GLOW)}`));
  const size = 100 * GLOW;
  return [...found].map((key) => {
    const [x, y] = at(key.split(" ").map((n) => Number(n) * GLOW));
    return `M${(x - size / 2).toFixed(1)} ${(y - size / 2).toFixed(1)}h${size}v${size}h${-size}z`;
  }).join("");
}

function way(session: Session, hand: 0 | 1, from: number, stop: number): string {
  const points: string[] = [];
  for (let time = from; time < Math.min(from + AHEAD, stop); time += 0.12) {
    const contact = contactAt(session.tracks[hand], momentAt(session, time));
    if (!contact.known) break;
    if (contact.touching) points.push(write(contact.place));
    else if (points.length) break;
  }
  return points.length > 1 ? `M${points.join("L")}` : "";
}
