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

export interface Receiver {
  group: Group;
  /** Show a posture; `share` of the way from the one before. */
  pose(posture: string): void;
  heights(): Heights;
}

/** @param edge Where the towel begins: nothing above it is covered [m along x]. */
export function receiver(data: BodyData, uniforms: Shared, edge: number, detail: boolean): Receiver {
  const group = new Group();
  const first = [...data.postures.values()][0];
  const near = neighbours(data.faces, first.length / 3);
  const skin = new Mesh(new BufferGeometry(), skinMaterial(uniforms, { tint: SKIN_TINT, oil: 0.8, detail, own: -1 }));
  skin.geometry.setIndex(new BufferAttribute(data.faces, 1));
  const made = new Map<string, { skin: Float32Array; normals: Float32Array; light: Float32Array; over: Mesh[]; heights: Heights }>();
  const cloth = (weave: number, tint: Vector3) =>
    new ShaderMaterial({
      vertexShader: VERTEX,
      fragmentShader: CLOTH,
      uniforms: { ...uniforms, tint: { value: tint }, weave: { value: weave } },
      defines: { CAPSULES, DETAIL: Number(detail), OWN: -1 },
    });
  const towelMaterial = cloth(420, TOWEL_TINT);
  const sheetMaterial = cloth(520, SHEET_TINT);
  skin.frustumCulled = false;
  group.add(skin);
  let over: Mesh[] = [];
  let shown = "";

  const make = (posture: string) => {
    const places = data.postures.get(posture) ?? first;
    const shape = new BufferGeometry();
    shape.setAttribute("position", new BufferAttribute(places, 3));
    shape.setIndex(new BufferAttribute(data.faces, 1));
    shape.computeVertexNormals();
    let normals = shape.getAttribute("normal").array as Float32Array;
    const grown = grow(places, normals, data.hair);
    shape.setAttribute("position", new BufferAttribute(grown, 3));
    shape.computeVertexNormals();
    normals = shape.getAttribute("normal").array as Float32Array;
    const field = heights(places, data.faces);
    return {
      skin: grown,
      normals,
      light: skinLight(places, normals, near, field),
      heights: field,
      over: [new Mesh(drape(field, edge), towelMaterial), new Mesh(sheet(field), sheetMaterial)],
    };
  };
  const get = (posture: string) => {
    let part = made.get(posture);
    if (!part) made.set(posture, (part = make(posture)));
    return part;
  };
  return {
    group,
    heights: () => get(shown).heights,
    pose(posture) {
      if (posture === shown) return;
      shown = posture;
      const part = get(posture);
      const count = part.skin.length / 3;
      skin.geometry.setAttribute("position", new BufferAttribute(part.skin, 3));
      skin.geometry.setAttribute("normal", new BufferAttribute(part.normals, 3));
      skin.geometry.setAttribute("ao", new BufferAttribute(part.light, 1));
      skin.geometry.setAttribute("fade", new BufferAttribute(new Float32Array(count).fill(1), 1));
      skin.geometry.setAttribute("hair", new BufferAttribute(data.hair, 1));
      group.remove(...over);
      over = part.over;
      group.add(...over);
    },
  };
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
    uniforms: { ...uniforms, tint: { value: tint }, oil: { value: oil } },
    defines: { CAPSULES, DETAIL: Number(detail), OWN: own },
  });
}
