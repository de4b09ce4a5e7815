/** The receiver: skin, hair, and what they lie on and under. */
import { BufferAttribute, BufferGeometry, Group, Mesh, type ShaderMaterial, Vector3 } from "three";
import type { BodyData } from "../data/load";
import type { Cover } from "./cover";
import { drape } from "./drape";
import { daylight, reach } from "./dusk";
import { type Glow, glowing } from "./glow";
import type { Heights } from "./heights";
import { heights } from "./heights";
import type { Shared } from "./light";
import { clothMaterial, skinMaterial } from "./material";
import { coarser, openness, neighbours, type Neighbours, smoothed } from "./shape";
import { sheet } from "./sheet";

const SKIN_TINT = new Vector3(0.50, 0.290, 0.205);
const TOWEL_TINT = new Vector3(0.30, 0.265, 0.235);
const SHEET_TINT = new Vector3(0.19, 0.115, 0.088);

/** How far the skin goes on under the towel, and where the neck begins: above, the face may show [m]. */
const UNDER = 0.1;
const NECK = 0.45;

/** Cells in which a simple skin has one vertex [m]. */
const COARSE = 0.016;
/** How often the border of a glowing part is softened. */
const SOFT = 8;

export interface Receiver {
  group: Group;
  /** All that it is drawn with, cloth too. */
  materials: readonly ShaderMaterial[];
  /** Let a body part glow that the words are about, "" for none. */
  light(part: string, dt: number, still: boolean): void;
  /** Lie as a block wants: on the way through its skins, `share` of its time gone. */
  pose(way: readonly number[], share: number): void;
  /** Free what the graphics chip holds of it. */
  dispose(): void;
}

interface Lying {
  places: Float32Array;
  normals: Float32Array;
  light: Float32Array;
  /** Corners of the triangles that can be seen. */
  seen: Uint32Array;
  over: Mesh[];
}

/**
 * @param towelled What the towel covers.
 * @param simple Skin and cloth have fewer triangles.
 */
export function receiver(data: BodyData, uniforms: Shared, towelled: Cover, simple: boolean): Receiver {
  const group = new Group();
  const count = data.skins[0].length / 3;
  const beside = neighbours(data.faces, count);
  const towel = clothMaterial(uniforms, { tint: TOWEL_TINT, weave: 420, hem: towelled.edge });
  const linen = clothMaterial(uniforms, { tint: SHEET_TINT, weave: 520 });
  const shape = skinShape(data, count);
  const skin = new Mesh(shape, skinMaterial(uniforms, { tint: SKIN_TINT, oil: 0.8, own: -1 }));
  skin.frustumCulled = false;
  group.add(skin);
  const haired = data.skins.map(() => null as ReturnType<typeof clothed> | null);
  const dressed = (index: number) => (haired[index] ??= clothed(data.skins[index], data));
  const made = new Map<number, Lying>();
  const lying = (index: number): Lying => {
    let one = made.get(index);
    if (!one) {
      const { places, normals } = dressed(index);
      const field = heights(places, data.faces);
      const over = [new Mesh(drape(field, towelled, simple ? 2 : 1), towel), new Mesh(sheet(field, simple ? 4 : 2, towelled.end > -Infinity), linen)];
      const all = uncovered(data, places, towelled);
      const seen = simple ? coarser(all, places, COARSE) : all;
      made.set(index, (one = { places, normals, light: skinLight(places, normals, beside, field), seen, over }));
    }
    return one;
  };
  const reaches = new Map<string, number>();
  /** How far limbs go on a way. */
  const gone = (way: readonly number[]): number => {
    const key = `${way}`;
    if (!reaches.has(key)) reaches.set(key, reach(data.skins[way[0]], data.skins[way[way.length - 1]]));
    return reaches.get(key)!;
  };
  let over: Mesh[] = [];
  let shown = "";

  const show = (places: Float32Array, one: Lying, other: Lying | null) => {
    draw(shape, one.seen, other?.seen);
    (shape.getAttribute("position") as BufferAttribute).copyArray(places).needsUpdate = true;
    if (other) shape.computeVertexNormals();
    else (shape.getAttribute("normal") as BufferAttribute).copyArray(one.normals);
    shape.getAttribute("normal").needsUpdate = true;
    (shape.getAttribute("ao") as BufferAttribute).copyArray(one.light).needsUpdate = true;
    if (over === one.over) return;
    group.remove(...over);
    group.add(...(over = one.over));
  };
  let glow: Glow = { part: "", lamp: 0 };
  const light = (part: string, dt: number, still: boolean) => {
    const before = glow.part;
    glow = glowing(glow, data.parts.has(part) ? part : "", dt, still);
    uniforms.lamp.value = glow.lamp;
    if (glow.part === before) return;
    const mask = smoothed(data.parts.get(glow.part)!, 1, beside, SOFT);
    (shape.getAttribute("lit") as BufferAttribute).copyArray(mask).needsUpdate = true;
  };
  const materials = [skin.material, towel, linen];
  return {
    group,
    materials,
    light,
    pose(way, share) {
      const eased = Math.min(Math.max(2 * share - 0.5, 0), 1);
      const place = eased * eased * (3 - 2 * eased) * (way.length - 1);
      const low = Math.min(Math.floor(place), Math.max(way.length - 2, 0));
      const part = place - low;
      uniforms.exposure.value = way.length > 1 ? daylight(place / (way.length - 1), gone(way)) : 1;
      const key = `${way[low]}:${way[low + 1] ?? ""}:${part.toFixed(3)}`;
      if (key === shown) return;
      shown = key;
      const ends = [lying(way[0]), lying(way[way.length - 1])];
      const [near, far] = eased < 0.5 ? ends : ends.reverse();
      if (way.length === 1 || place === 0 || place === way.length - 1) {
        show(near.places, near, null);
        return;
      }
      const [a, b] = [dressed(way[low]).places, dressed(way[low + 1]).places];
      show(a.map((value, i) => value + (b[i] - value) * part), near, far);
    },
    dispose() {
      for (const one of made.values()) for (const mesh of one.over) mesh.geometry.dispose();
      for (const one of [shape, ...materials]) one.dispose();
    },
  };
}

function skinShape(data: BodyData, count: number): BufferGeometry {
  const shape = new BufferGeometry();
  shape.setAttribute("position", new BufferAttribute(new Float32Array(3 * count), 3));
  shape.setAttribute("normal", new BufferAttribute(new Float32Array(3 * count), 3));
  shape.setAttribute("ao", new BufferAttribute(new Float32Array(count), 1));
  shape.setAttribute("fade", new BufferAttribute(new Float32Array(count).fill(1), 1));
  shape.setAttribute("hair", new BufferAttribute(data.hair, 1));
  shape.setAttribute("lit", new BufferAttribute(new Float32Array(count), 1));
  shape.setIndex(new BufferAttribute(new Uint32Array(2 * data.faces.length), 1));
  return shape;
}

/** Draw these triangles; between two postures those of both, as some that turn away are not yet gone. */
function draw(shape: BufferGeometry, seen: Uint32Array, other: Uint32Array = new Uint32Array()): void {
  const index = shape.getIndex()!;
  index.array.set(seen);
  index.array.set(other, seen.length);
  index.needsUpdate = true;
  shape.setDrawRange(0, seen.length + other.length);
}

function shows(skin: Float32Array, faces: Uint32Array, f: number, { edge, end }: Cover): boolean {
  const [a, b, c] = [3 * faces[f], 3 * faces[f + 1], 3 * faces[f + 2]];
  const far = Math.max(skin[a], skin[b], skin[c]);
  if (far < edge - UNDER && Math.min(skin[a], skin[b], skin[c]) > end + UNDER) return false;
  const [ux, uy, uz] = [skin[b] - skin[a], skin[b + 1] - skin[a + 1], skin[b + 2] - skin[a + 2]];
  const [wx, wy, wz] = [skin[c] - skin[a], skin[c + 1] - skin[a + 1], skin[c + 2] - skin[a + 2]];
  const up = ux * wy - uy * wx;
  return up > (far > NECK ? -0.75 : -0.5) * Math.hypot(uy * wz - uz * wy, uz * wx - ux * wz, up);
}

/** The triangles that can be seen: neither under the towel nor turned to what the receiver lies on. */
export function uncovered({ faces }: BodyData, skin: Float32Array, towelled: Cover): Uint32Array {
  const kept = new Uint32Array(faces.length);
  let count = 0;
  for (let f = 0; f < faces.length; f += 3) {
    if (!shows(skin, faces, f, towelled)) continue;
    for (let corner = 0; corner < 3; corner++) kept[count++] = faces[f + corner];
  }
  return kept.slice(0, count);
}

/** A skin with its hair, and the normals of both. */
function clothed(skin: Float32Array, data: BodyData): { places: Float32Array; normals: Float32Array } {
  const shape = new BufferGeometry();
  shape.setIndex(new BufferAttribute(data.faces, 1));
  shape.setAttribute("position", new BufferAttribute(skin, 3));
  shape.computeVertexNormals();
  const places = grow(skin, shape.getAttribute("normal").array as Float32Array, data.hair);
  shape.setAttribute("position", new BufferAttribute(places, 3));
  shape.computeVertexNormals();
  return { places, normals: shape.getAttribute("normal").array as Float32Array };
}

/** Hair stands off the skin, in waves. */
function grow(places: Float32Array, normals: Float32Array, hair: Float32Array): Float32Array {
  return places.map((value, i) => {
    const v = Math.floor(i / 3);
    if (!hair[v]) return value;
    const [x, y] = [places[3 * v], places[3 * v + 1]];
    return value + normals[i] * hair[v] * (0.013 + 0.0022 * Math.sin(95 * y + 40 * x) + 0.0012 * Math.sin(240 * y - 60 * x));
  });
}

/** Hollows are darker, and so is what lies near the sheet. */
function skinLight(places: Float32Array, normals: Float32Array, near: Neighbours, field: Heights): Float32Array {
  const light = openness(places, normals, near, [[3, 90], [14, 34], [50, 11]]);
  for (let v = 0; v < light.length; v++) {
    const up = places[3 * v + 2] - field.floor;
    const facing = normals[3 * v + 2] * 0.5 + 0.5;
    light[v] *= 0.35 + 0.65 * Math.min(1, facing + Math.max(0, up) / 0.22);
  }
  return light;
}
