/** The receiver: skin, hair, and what they lie on and under. */
import { BufferAttribute, BufferGeometry, Group, Mesh, ShaderMaterial, Vector3 } from "three";
import type { BodyData } from "../data/load";
import { drape } from "./drape";
import type { Heights } from "./heights";
import { heights } from "./heights";
import { CAPSULES, type Shared } from "./light";
import { openness, neighbours, type Neighbours } from "./shape";
import { CLOTH, SKIN, VERTEX } from "./shaders";
import { sheet } from "./sheet";

const SKIN_TINT = new Vector3(0.50, 0.290, 0.205);
const TOWEL_TINT = new Vector3(0.36, 0.25, 0.18);
const SHEET_TINT = new Vector3(0.105, 0.062, 0.05);

/** How far the skin goes on under the towel, and where the neck begins: above, the face may show [m]. */
const UNDER = 0.1;
const NECK = 0.45;

export interface Receiver {
  group: Group;
  /** Lie as a block wants: on the way through its skins, `share` of its time gone. */
  pose(way: readonly number[], share: number): void;
}

interface Lying {
  places: Float32Array;
  normals: Float32Array;
  light: Float32Array;
  over: Mesh[];
}

/** @param edge Where the towel begins: nothing above it is covered [m along x]. */
export function receiver(data: BodyData, uniforms: Shared, edge: number, detail: boolean): Receiver {
  const group = new Group();
  const count = data.skins[0].length / 3;
  const near = neighbours(data.faces, count);
  const cloth = (weave: number, tint: Vector3) =>
    new ShaderMaterial({
      vertexShader: VERTEX,
      fragmentShader: CLOTH,
      uniforms: { ...uniforms, tint: { value: tint }, weave: { value: weave } },
      defines: { CAPSULES, DETAIL: Number(detail), OWN: -1 },
    });
  const [towel, linen] = [cloth(420, TOWEL_TINT), cloth(520, SHEET_TINT)];
  const shape = skinShape(data, count, edge);
  const skin = new Mesh(shape, skinMaterial(uniforms, { tint: SKIN_TINT, oil: 0.8, detail, own: -1 }));
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
      const over = [new Mesh(drape(field, edge), towel), new Mesh(sheet(field), linen)];
      made.set(index, (one = { places, normals, light: skinLight(places, normals, near, field), over }));
    }
    return one;
  };
  let over: Mesh[] = [];
  let shown = "";

  const show = (places: Float32Array, one: Lying, fresh: boolean) => {
    (shape.getAttribute("position") as BufferAttribute).copyArray(places).needsUpdate = true;
    if (fresh) shape.computeVertexNormals();
    else (shape.getAttribute("normal") as BufferAttribute).copyArray(one.normals);
    shape.getAttribute("normal").needsUpdate = true;
    (shape.getAttribute("ao") as BufferAttribute).copyArray(one.light).needsUpdate = true;
    if (over === one.over) return;
    group.remove(...over);
    group.add(...(over = one.over));
  };
  return {
    group,
    pose(way, share) {
      const eased = Math.min(Math.max(2 * share - 0.5, 0), 1);
      const place = eased * eased * (3 - 2 * eased) * (way.length - 1);
      const low = Math.min(Math.floor(place), Math.max(way.length - 2, 0));
      const part = place - low;
      const key = `${way[low]}:${way[low + 1] ?? ""}:${part.toFixed(3)}`;
      if (key === shown) return;
      shown = key;
      const end = lying(way[eased < 0.5 ? 0 : way.length - 1]);
      if (way.length === 1 || place === 0 || place === way.length - 1) {
        show(end.places, end, false);
        return;
      }
      const [a, b] = [dressed(way[low]).places, dressed(way[low + 1]).places];
      show(a.map((value, i) => value + (b[i] - value) * part), end, true);
    },
  };
}

function skinShape(data: BodyData, count: number, edge: number): BufferGeometry {
  const shape = new BufferGeometry();
  shape.setAttribute("position", new BufferAttribute(new Float32Array(3 * count), 3));
  shape.setAttribute("normal", new BufferAttribute(new Float32Array(3 * count), 3));
  shape.setAttribute("ao", new BufferAttribute(new Float32Array(count), 1));
  shape.setAttribute("fade", new BufferAttribute(new Float32Array(count).fill(1), 1));
  shape.setAttribute("hair", new BufferAttribute(data.hair, 1));
  shape.setIndex(new BufferAttribute(uncovered(data, edge), 1));
  return shape;
}

/** The triangles that can ever be seen: neither under the towel nor against the sheet. */
function uncovered({ faces, skins: [skin] }: BodyData, edge: number): Uint32Array {
  const kept: number[] = [];
  const [u, w] = [[0, 0, 0], [0, 0, 0]];
  for (let f = 0; f < faces.length; f += 3) {
    const corners = [faces[f], faces[f + 1], faces[f + 2]];
    const [a, b, c] = [3 * corners[0], 3 * corners[1], 3 * corners[2]];
    const far = Math.max(skin[a], skin[b], skin[c]);
    const covered = far < edge - UNDER;
    for (let axis = 0; axis < 3; axis++) {
      u[axis] = skin[b + axis] - skin[a + axis];
      w[axis] = skin[c + axis] - skin[a + axis];
    }
    const [nx, ny, nz] = [u[1] * w[2] - u[2] * w[1], u[2] * w[0] - u[0] * w[2], u[0] * w[1] - u[1] * w[0]];
    const down = nz < -0.5 * Math.hypot(nx, ny, nz);
    if (!covered && !(down && far < NECK)) kept.push(...corners);
  }
  return Uint32Array.from(kept);
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

export interface SkinLook {
  tint: Vector3;
  oil: number;
  detail: boolean;
  /** The hand that does not shade itself, −1 for none. */
  own: number;
}

export function skinMaterial(uniforms: Shared, { tint, oil, detail, own }: SkinLook): ShaderMaterial {
  return new ShaderMaterial({
    vertexShader: VERTEX,
    fragmentShader: SKIN,
    uniforms: { ...uniforms, tint: { value: tint }, oil: { value: oil }, reveal: { value: 0 } },
    defines: { CAPSULES, DETAIL: Number(detail), OWN: own },
  });
}
