/** Where nothing can be drawn in 3D: the back from above, in flat shapes. */
import type { Session } from "../data/load";
import { contactAt, momentAt } from "../data/motion";
import { blockAt, type State } from "../session";
import { HAND_COLOURS } from "./path";
import type { View } from "./stage";

const NS = "http://www.w3.org/2000/svg";

function make(name: string, facts: Record<string, string | number>): SVGElement {
  const element = document.createElementNS(NS, name);
  for (const [key, value] of Object.entries(facts)) element.setAttribute(key, String(value));
  return element;
}

/** Centimetres on the drawing: the head is up, the receiver's left is left. */
const at = ([x, y]: readonly number[]): [number, number] => [-100 * y, -100 * x];

export function flat(session: Session): View {
  const svg = make("svg", { viewBox: "-48 -100 96 118", class: "flat", "aria-hidden": "true" }) as SVGSVGElement;
  const [first] = session.body.skins;
  svg.append(make("path", { d: outline(first), class: "skin" }), make("path", { d: "M0 8V-62", class: "spine" }));
  const colour = HAND_COLOURS.map((hex) => `#${hex.toString(16).padStart(6, "0")}`);
  const ways = colour.map((stroke) => make("path", { stroke, class: "way", "marker-end": "url(#tip)" }));
  const marks = colour.map((fill) => make("circle", { fill, r: 4.4, class: "hand" }));
  const tip = make("marker", { id: "tip", viewBox: "0 0 6 6", refX: 3, refY: 3, markerWidth: 3, markerHeight: 3, orient: "auto" });
  tip.append(make("path", { d: "M0 0L6 3L0 6z", fill: "context-stroke" }));
  svg.append(tip, ...ways, ...marks);
  return {
    element: svg,
    draw(state: State) {
      const block = blockAt(session.info.blocks, state);
      for (const side of [0, 1] as const) {
        const now = contactAt(session.tracks[side], momentAt(session, state.at));
        const [x, y] = at(now.place);
        marks[side].setAttribute("visibility", now.known ? "visible" : "hidden");
        marks[side].setAttribute("cx", x.toFixed(1));
        marks[side].setAttribute("cy", y.toFixed(1));
        marks[side].setAttribute("opacity", now.touching ? "0.9" : "0.35");
        ways[side].setAttribute("d", way(session, side, state.at, block.stop));
      }
    },
    resize() {},
    lighter: () => false,
    dispose() {},
    mirror(on) {
      svg.style.transform = on ? "scaleX(-1)" : "";
    },
  };
}

/** The body's edge seen from above, as one smooth line from the hips to the head and back. */
function outline(places: Float32Array): string {
  const wide = new Map<number, number>();
  for (let v = 0; v < places.length; v += 3) {
    const row = Math.round(places[v] / 0.04);
    if (row * 0.04 < -0.3) continue;
    wide.set(row, Math.max(wide.get(row) ?? 0, Math.abs(places[v + 1])));
  }
  const rows = [...wide.keys()].sort((a, b) => a - b);
  const edge = (sign: number) => rows.map((row) => at([row * 0.04, sign * wide.get(row)!]).map((n) => n.toFixed(1)).join(" "));
  return `M${[...edge(1), ...edge(-1).reverse()].join("L")}Z`;
}

function way(session: Session, side: 0 | 1, from: number, stop: number): string {
  const points: string[] = [];
  for (let time = from; time < Math.min(from + 6, stop); time += 0.12) {
    const contact = contactAt(session.tracks[side], momentAt(session, time));
    if (!contact.known) break;
    if (contact.touching) points.push(at(contact.place).map((n) => n.toFixed(1)).join(" "));
    else if (points.length) break;
  }
  return points.length > 1 ? `M${points.join("L")}` : "";
}
