/** The way ahead of each hand, drawn on the skin: where, which way, in what rhythm. */
import { BufferAttribute, BufferGeometry, DoubleSide, Group, Mesh, ShaderMaterial, Vector3 } from "three";
import type { Session } from "../data/load";
import { contactAt, momentAt } from "../data/motion";
import { PATH, PATH_VERTEX } from "./shaders";

const POINTS = 72;
/** How far ahead the path shows [s], and at most so much of it [m]. */
const AHEAD = 7;
const LENGTH = 0.62;
const HALF_WIDTH = 0.018;
const LIFT = 0.004;
const HEAD = 0.042;

/** Path colours of the left and the right hand. */
export const HAND_COLOURS = [0x9fd6c2, 0xffcf8a] as const;

export class Path {
  readonly mesh: Mesh;
  private readonly places = new Float32Array(POINTS * 2 * 3);
  private readonly where = new Float32Array(POINTS * 2 * 2);
  private readonly seen = new Float32Array(POINTS * 2);
  private readonly material: ShaderMaterial;
  private flow = 0;

  constructor(private readonly hand: 0 | 1, colour: Vector3) {
    const shape = new BufferGeometry();
    shape.setAttribute("position", new BufferAttribute(this.places, 3));
    shape.setAttribute("where", new BufferAttribute(this.where, 2));
    shape.setAttribute("seen", new BufferAttribute(this.seen, 1));
    const index: number[] = [];
    for (let i = 0; i + 1 < POINTS; i++) index.push(2 * i, 2 * i + 1, 2 * i + 2, 2 * i + 1, 2 * i + 3, 2 * i + 2);
    shape.setIndex(index);
    this.material = new ShaderMaterial({
      vertexShader: PATH_VERTEX,
      fragmentShader: PATH,
      uniforms: { colour: { value: colour }, flow: { value: 0 }, total: { value: 1 }, head: { value: HEAD } },
      transparent: true,
      depthWrite: false,
      side: DoubleSide,
    });
    this.mesh = new Mesh(shape, this.material);
    this.mesh.frustumCulled = false;
    this.mesh.renderOrder = 2;
  }

  /** Lay the path from a moment to, at most, the end of its block. */
  set(session: Session, at: number, stop: number, dt: number, still: boolean): void {
    const points = ahead(session, this.hand, at, stop);
    this.mesh.visible = points.length > 3;
    if (!this.mesh.visible) return;
    const resampled = evenly(points, POINTS);
    const total = resampled[POINTS - 1].along;
    this.mesh.visible = total > 0.02;
    const side = new Vector3();
    for (let i = 0; i < POINTS; i++) {
      const [before, here, after] = [resampled[Math.max(i - 1, 0)], resampled[i], resampled[Math.min(i + 1, POINTS - 1)]];
      side.subVectors(after.place, before.place).cross(here.normal);
      if (side.lengthSq() < 1e-14) side.set(0, 1, 0);
      side.setLength(HALF_WIDTH);
      for (let edge = 0; edge < 2; edge++) {
        const at3 = 3 * (2 * i + edge);
        const sign = edge ? 1 : -1;
        this.places[at3] = here.place.x + LIFT * here.normal.x + sign * side.x;
        this.places[at3 + 1] = here.place.y + LIFT * here.normal.y + sign * side.y;
        this.places[at3 + 2] = here.place.z + LIFT * here.normal.z + sign * side.z;
        this.where[2 * (2 * i + edge)] = here.along;
        this.where[2 * (2 * i + edge) + 1] = sign;
        this.seen[2 * i + edge] = 1 - 0.55 * (here.along / LENGTH);
      }
    }
    for (const name of ["position", "where", "seen"]) this.mesh.geometry.getAttribute(name).needsUpdate = true;
    if (!still) this.flow = (this.flow + 0.11 * dt) % 0.05;
    this.material.uniforms.flow.value = this.flow;
    this.material.uniforms.total.value = total;
    this.material.uniforms.head.value = Math.min(HEAD, total * 0.6);
  }
}

interface Point {
  place: Vector3;
  normal: Vector3;
  along: number;
}

/** Points of the hand's contact from now on, until it lifts. */
function ahead(session: Session, hand: 0 | 1, at: number, stop: number): Point[] {
  const track = session.tracks[hand];
  const points: Point[] = [];
  const step = 1 / session.info.rate;
  let along = 0;
  let begun = false;
  for (let t = at; t <= Math.min(at + AHEAD, stop) && along < LENGTH; t += step) {
    const contact = contactAt(track, momentAt(session, t));
    if (!contact.known) break;
    if (!contact.touching) {
      if (begun) break;
      continue;
    }
    begun = true;
    const place = new Vector3(...contact.place);
    const last = points[points.length - 1];
    if (last) {
      const moved = last.place.distanceTo(place);
      if (moved < 0.002) continue;
      along += moved;
    }
    points.push({ place, normal: new Vector3(...contact.normal), along });
  }
  return points;
}

/** The same path at even distances, so that the drawing does not swim as time goes by. */
function evenly(points: Point[], count: number): Point[] {
  const total = points[points.length - 1].along;
  let low = 0;
  return Array.from({ length: count }, (_, i) => {
    const along = (total * i) / (count - 1);
    while (low + 2 < points.length && points[low + 1].along < along) low++;
    const [a, b] = [points[low], points[low + 1]];
    const share = Math.min(1, Math.max(0, (along - a.along) / Math.max(b.along - a.along, 1e-9)));
    return {
      place: a.place.clone().lerp(b.place, share),
      normal: a.normal.clone().lerp(b.normal, share).normalize(),
      along,
    };
  });
}

export function paths(): { group: Group; pair: [Path, Path] } {
  const group = new Group();
  const colour = (hex: number) => new Vector3((hex >> 16) / 255, ((hex >> 8) & 255) / 255, (hex & 255) / 255);
  const pair: [Path, Path] = [new Path(0, colour(HAND_COLOURS[0])), new Path(1, colour(HAND_COLOURS[1]))];
  group.add(pair[0].mesh, pair[1].mesh);
  return { group, pair };
}
