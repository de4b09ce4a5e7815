/** The receiver's own back from above, with its places to tap: more, not here, nothing. */
import type { Session } from "../data/load";
import type { Zones } from "../link/choice";
import { placeName } from "./places";
import { tapped, type Wish } from "./wanted";
import { t } from "./words";

const NS = "http://www.w3.org/2000/svg";
/** Pixels of the picture per metre; margins around what can be tapped, in metres. */
const FINE = 620;
const AROUND = { up: 0.05, down: 0.08, side: 0.13 };
/** A finger that comes down so far beside a place still means it, in pixels of the screen. */
const FINGER = 24;

interface Frame {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** @param now What is wished at a place. @param change Hears of a tap. */
export function bodyMap(session: Session, { zones }: Zones, now: (zone: string) => Wish, change: (zone: string, to: Wish) => void): HTMLElement {
  const frame = framed(zones);
  const svg = make("svg", { viewBox: `${frame.left} ${frame.top} ${frame.width} ${frame.height}`, role: "group", "aria-label": t("where") });
  const places = zones.map(({ zone, outline }) => {
    const shape = make("path", { d: smooth(outline.map(screen)), class: "zone", role: "button", tabindex: "0", "data-test": `zone-${zone}` });
    const show = () => {
      const wish = now(zone);
      shape.setAttribute("data-wish", wish ?? "");
      shape.setAttribute("aria-label", `${placeName(zone)}: ${t(wish === "more" ? "more_here" : wish === "avoid" ? "nothing_here" : "as_told")}`);
    };
    const tap = () => {
      change(zone, tapped(now(zone)));
      show();
    };
    shape.addEventListener("keydown", (event) => {
      const { key } = event as KeyboardEvent;
      if (key !== "Enter" && key !== " ") return;
      event.preventDefault();
      tap();
    });
    show();
    svg.append(shape);
    return { shape, tap, outline: outline.map(screen) };
  });
  svg.addEventListener("click", (event) => {
    const hit = places.find(({ shape }) => shape === event.target) ?? nearest(places, svg as SVGSVGElement, event as MouseEvent);
    hit?.tap();
  });
  const box = document.createElement("div");
  box.className = "bodymap";
  box.append(picture(session, frame, zones), svg);
  return box;
}

/** The place whose outline is next to where a finger came down, if it is near enough. */
function nearest<T extends { outline: readonly [number, number][] }>(places: readonly T[], svg: SVGSVGElement, { clientX, clientY }: MouseEvent): T | null {
  const onScreen = svg.getScreenCTM();
  if (!onScreen) return null;
  const { x, y } = new DOMPoint(clientX, clientY).matrixTransform(onScreen.inverse());
  let [best, least] = [null as T | null, FINGER / onScreen.a];
  for (const place of places) {
    const far = Math.min(...place.outline.map((from, i) => away([x, y], from, place.outline[(i + 1) % place.outline.length])));
    if (far < least) [best, least] = [place, far];
  }
  return best;
}

/** How far a point is from the line between two others. */
export function away([x, y]: readonly [number, number], [ax, ay]: readonly [number, number], [bx, by]: readonly [number, number]): number {
  const [ux, uy] = [bx - ax, by - ay];
  const share = Math.min(1, Math.max(0, ((x - ax) * ux + (y - ay) * uy) / (ux * ux + uy * uy || 1)));
  return Math.hypot(x - ax - share * ux, y - ay - share * uy);
}

/** Centimetres on the drawing: the head is up, the receiver's left is left. */
const screen = ([x, y]: readonly number[]): [number, number] => [-100 * y, -100 * x];

function framed(zones: Zones["zones"]): Frame {
  const points = zones.flatMap(({ outline }) => outline);
  const ahead = Math.max(...points.map(([x]) => x)) + AROUND.up;
  const back = Math.min(...points.map(([x]) => x)) - AROUND.down;
  const half = Math.max(...points.map(([, y]) => Math.abs(y))) + AROUND.side;
  return { left: -100 * half, top: -100 * ahead, width: 200 * half, height: 100 * (ahead - back) };
}

function make(name: string, facts: Record<string, string>): SVGElement {
  const element = document.createElementNS(NS, name);
  for (const [key, value] of Object.entries(facts)) element.setAttribute(key, value);
  return element;
}

/** A closed line with round corners: through the middles of the edges. */
function smooth(points: [number, number][]): string {
  const middle = (i: number) => {
    const [a, b] = [points[i % points.length], points[(i + 1) % points.length]];
    return `${((a[0] + b[0]) / 2).toFixed(1)} ${((a[1] + b[1]) / 2).toFixed(1)}`;
  };
  const parts = points.map((_, i) => {
    const [x, y] = points[(i + 1) % points.length];
    return `Q${x.toFixed(1)} ${y.toFixed(1)} ${middle(i + 1)}`;
  });
  return `M${middle(0)}${parts.join("")}Z`;
}

type Colour = readonly [number, number, number];
const LIGHT = [0.34, 0.3, 0.89];
const SKIN: Colour = [208, 148, 112], HAIR: Colour = [62, 42, 31], CLOTH: Colour = [116, 92, 76];
/** Where a towel lies, in metres: up to where, how far to the sides, how much its edge sags. */
const TOWEL = { over: 0.02, side: 0.015, sag: 0.03 };

/** The skin from above, softly lit; what lies below the hips is under a towel. */
function picture(session: Session, frame: Frame, zones: Zones["zones"]): HTMLCanvasElement {
  const canvas = document.createElement("canvas");
  const scale = FINE / 100;
  [canvas.width, canvas.height] = [Math.round(frame.width * scale), Math.round(frame.height * scale)];
  canvas.setAttribute("aria-hidden", "true");
  const pen = canvas.getContext("2d");
  if (!pen) return canvas;
  pen.scale(scale, scale);
  pen.translate(-frame.left, -frame.top);
  const { hair } = session.body;
  const seen = lit(session);
  paint(pen, session, seen, (v) => (hair[v] > 0.5 ? HAIR : SKIN));
  const hips = zones.filter(({ zone }) => zone.endsWith("hip")).flatMap(({ outline }) => outline);
  const edge = 100 * -(Math.min(...hips.map(([x]) => x)) + TOWEL.over);
  const half = 100 * (Math.max(...hips.map(([, y]) => Math.abs(y))) + TOWEL.side);
  pen.beginPath();
  pen.moveTo(-half, edge);
  pen.quadraticCurveTo(0, edge + 200 * TOWEL.sag, half, edge);
  pen.lineTo(half, frame.top + frame.height);
  pen.lineTo(-half, frame.top + frame.height);
  pen.clip();
  paint(pen, session, seen, () => CLOTH);
  return canvas;
}

interface Seen {
  /** Index of its first corner in the faces. */
  face: number;
  z: number;
}

interface Lit {
  faces: Seen[];
  /** How bright each vertex is. */
  light: Float32Array;
}

/** The faces that are seen from above, the lowest first, and the light on each vertex. */
function lit({ body: { faces, skins: [places] } }: Session): Lit {
  const normals = new Float32Array(places.length);
  const seen: Seen[] = [];
  const at = (v: number) => [places[3 * v], places[3 * v + 1], places[3 * v + 2]];
  for (let f = 0; f < faces.length; f += 3) {
    const [a, b, c] = [at(faces[f]), at(faces[f + 1]), at(faces[f + 2])];
    const n = cross(minus(b, a), minus(c, a));
    for (let k = 0; k < 3; k++) for (let axis = 0; axis < 3; axis++) normals[3 * faces[f + k] + axis] += n[axis];
    if (n[2] > 0) seen.push({ face: f, z: (a[2] + b[2] + c[2]) / 3 });
  }
  const light = new Float32Array(places.length / 3);
  for (let v = 0; v < light.length; v++) {
    const [x, y, z] = normals.subarray(3 * v, 3 * v + 3);
    const toward = (x * LIGHT[0] + y * LIGHT[1] + z * LIGHT[2]) / (Math.hypot(x, y, z) || 1);
    light[v] = 0.26 + 0.78 * Math.max(0, toward) ** 1.5;
  }
  return { faces: seen.sort((one, other) => one.z - other.z), light };
}

function paint(pen: CanvasRenderingContext2D, session: Session, { faces: seen, light }: Lit, colour: (vertex: number) => Colour): void {
  const { faces, skins: [places] } = session.body;
  pen.lineWidth = 0.3;
  pen.lineJoin = "round";
  for (const { face } of seen) {
    const corners = [faces[face], faces[face + 1], faces[face + 2]];
    const bright = corners.reduce((sum, v) => sum + light[v], 0) / 3;
    pen.beginPath();
    for (const v of corners) pen.lineTo(-100 * places[3 * v + 1], -100 * places[3 * v]);
    pen.closePath();
    pen.fillStyle = pen.strokeStyle = `rgb(${colour(corners[0]).map((one) => Math.round(one * bright)).join(" ")})`;
    pen.fill();
    pen.stroke();
  }
}

const minus = (a: number[], b: number[]): number[] => [a[0] - b[0], a[1] - b[1], a[2] - b[2]];
const cross = (a: number[], b: number[]): number[] => [
  a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0],
];
