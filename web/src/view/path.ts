/** The way ahead of each hand, drawn on the skin: where, which way, in what rhythm. */
import { BufferAttribute, BufferGeometry, DoubleSide, Group, Mesh, ShaderMaterial, Vector3 } from "three";
import type { Session } from "../data/load";
import { contactAt, momentAt } from "../data/motion";
import { PATH, PATH_VERTEX } from "./ribbon";

const POINTS = 96;
/** How far ahead the path shows [s], and at most so much of it [m]. */
const AHEAD = 8;
const REACH = 0.75;
const HALF_WIDTH = 0.022;
const LIFT = 0.004;
const HEAD = 0.05;
/** How often corners are rounded off: a ribbon cannot turn on the spot. */
const ROUNDING = 12;
/** Seconds between two marks on the path. */
const BEAT = 0.6;
/** A glow runs along the path at such a speed, and begins anew after so many metres [m/s, m]. */
const PULSE: readonly [speed: number, round: number] = [0.22, 0.6];

/** Path colours of the left and the right hand. */
export const HAND_COLOURS = [0x8ff0d8, 0xcdbcff] as const;

/** A colour as the three shares of its light. */
export const linear = (hex: number): Vector3 => new Vector3((hex >> 16) / 255, ((hex >> 8) & 255) / 255, (hex & 255) / 255);

export class Path {
  readonly mesh: Mesh;
  private readonly places = new Float32Array(POINTS * 2 * 3);
  private readonly where = new Float32Array(POINTS * 2 * 2);
  private readonly when = new Float32Array(POINTS * 2 * 2);
  private readonly material: ShaderMaterial;
  private pulse = 0;

  constructor(private readonly hand: 0 | 1, colour: Vector3) {
    const shape = new BufferGeometry();
    shape.setAttribute("position", new BufferAttribute(this.places, 3));
    shape.setAttribute("where", new BufferAttribute(this.where, 2));
    shape.setAttribute("when", new BufferAttribute(this.when, 2));
    const index: number[] = [];
    for (let i = 0; i + 1 < POINTS; i++) index.push(2 * i, 2 * i + 1, 2 * i + 2, 2 * i + 1, 2 * i + 3, 2 * i + 2);
    shape.setIndex(index);
    this.material = new ShaderMaterial({
      vertexShader: PATH_VERTEX,
      fragmentShader: PATH,
      uniforms: {
        colour: { value: colour }, pulse: { value: -1 }, total: { value: 1 }, head: { value: HEAD }, reach: { value: REACH },
      },
      transparent: true,
      depthWrite: false,
      side: DoubleSide,
    });
    this.mesh = new Mesh(shape, this.material);
    this.mesh.frustumCulled = false;
    this.mesh.renderOrder = 2;
  }

  /** Lay the path from a moment on, until the hand lifts or the work that follows on stops. */
  set(session: Session, at: number, stop: number, dt: number, still: boolean): void {
    const { points, ends } = ahead(session, this.hand, at, stop);
    this.mesh.visible = points.length > 3;
    if (!this.mesh.visible) return;
    const resampled = evenly(points, POINTS);
    const total = resampled[POINTS - 1].along;
    this.mesh.visible = total > 0.02;
    const side = new Vector3();
    const neck = resampled[Math.max(Math.round((POINTS - 1) * (1 - HEAD / total)), 0)].place;
    for (let i = 0; i < POINTS; i++) {
      const [before, here, after] = [resampled[Math.max(i - 1, 0)], resampled[i], resampled[Math.min(i + 1, POINTS - 1)]];
      if (!ends || here.along < total - HEAD) side.subVectors(after.place, before.place);
      else side.subVectors(resampled[POINTS - 1].place, neck);
      side.cross(here.normal);
      if (side.lengthSq() < 1e-14) side.set(0, 1, 0);
      side.setLength(HALF_WIDTH);
      const speed = (after.along - before.along) / Math.max(after.time - before.time, 1e-3);
      for (let edge = 0; edge < 2; edge++) {
        const vertex = 2 * i + edge;
        const sign = edge ? 1 : -1;
        this.places[3 * vertex] = here.place.x + LIFT * here.normal.x + sign * side.x;
        this.places[3 * vertex + 1] = here.place.y + LIFT * here.normal.y + sign * side.y;
        this.places[3 * vertex + 2] = here.place.z + LIFT * here.normal.z + sign * side.z;
        this.where[2 * vertex] = here.along;
        this.where[2 * vertex + 1] = sign;
        this.when[2 * vertex] = here.time / BEAT;
        this.when[2 * vertex + 1] = speed * BEAT;
      }
    }
    for (const name of ["position", "where", "when"]) this.mesh.geometry.getAttribute(name).needsUpdate = true;
    if (!still) this.pulse = (this.pulse + PULSE[0] * dt) % PULSE[1];
    const { pulse, total: length, head } = this.material.uniforms;
    pulse.value = still ? -1 : this.pulse;
    length.value = total;
    head.value = ends ? Math.min(HEAD, total * 0.6) : 0;
  }
}

interface Point {
  place: Vector3;
  normal: Vector3;
  along: number;
  /** Seconds of the performance, from a second that all points share. */
  time: number;
}

/** Points of the hand's contact from now on, and whether it lifts at their end. */
function ahead(session: Session, hand: 0 | 1, at: number, stop: number): { points: Point[]; ends: boolean } {
  const track = session.tracks[hand];
  const points: Point[] = [];
  const step = 1 / session.info.rate;
  const second = Math.floor(at / BEAT / 64) * BEAT * 64;
  let along = 0;
  for (let t = Math.ceil(at / step) * step; t <= Math.min(at + AHEAD, stop) && along < REACH; t += step) {
    const contact = contactAt(track, momentAt(session, t));
    if (!contact.known) break;
    if (!contact.touching) {
      if (points.length) return { points, ends: true };
      continue;
    }
    const place = new Vector3(...contact.place);
    const last = points[points.length - 1];
    if (last) {
      const moved = last.place.distanceTo(place);
      if (moved < 0.002) continue;
      along += moved;
    }
    points.push({ place, normal: new Vector3(...contact.normal), along, time: t - second });
  }
  return { points, ends: along < REACH && stop < at + AHEAD };
}

/** The same path at even distances, so that the drawing does not swim as time goes by. */
function evenly(points: Point[], count: number): Point[] {
  const total = points[points.length - 1].along;
  let low = 0;
  const even = Array.from({ length: count }, (_, i) => {
    const along = (total * i) / (count - 1);
    while (low + 2 < points.length && points[low + 1].along < along) low++;
    const [a, b] = [points[low], points[low + 1]];
    const share = Math.min(1, Math.max(0, (along - a.along) / Math.max(b.along - a.along, 1e-9)));
    return {
      place: a.place.clone().lerp(b.place, share),
      normal: a.normal.clone().lerp(b.normal, share).normalize(),
      along,
      time: a.time + (b.time - a.time) * share,
    };
  });
  for (let pass = 0; pass < ROUNDING; pass++) rounded(even);
  return even;
}

/** Every point but the ends a little nearer to its neighbours. */
function rounded(points: Point[]): void {
  let before = points[0].place.clone();
  for (let i = 1; i + 1 < points.length; i++) {
    const here = points[i].place.clone();
    points[i].place.multiplyScalar(2).add(before).add(points[i + 1].place).multiplyScalar(0.25);
    before = here;
  }
}

export function paths(): { group: Group; pair: [Path, Path] } {
  const group = new Group();
  const pair: [Path, Path] = [new Path(0, linear(HAND_COLOURS[0])), new Path(1, linear(HAND_COLOURS[1]))];
  group.add(pair[0].mesh, pair[1].mesh);
  return { group, pair };
}
