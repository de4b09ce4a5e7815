/** Skin and cloth as materials: the shaders, with what a surface adds to the shared light. */
import { ShaderMaterial, type Vector3 } from "three";
import { CAPSULES, type Shared } from "./light";
import { CLOTH_COLOUR, fragment, SKIN_COLOUR, vertex } from "./shaders";

export interface SkinLook {
  tint: Vector3;
  oil: number;
  /** The hand that does not shade itself, −1 for none. */
  own: number;
  /** Colour of the light around its edge, if any. */
  rim?: Vector3;
  /** It may dissolve. */
  sheer?: boolean;
}

export const skinMaterial = (uniforms: Shared, { tint, oil, own, rim, sheer = false }: SkinLook): ShaderMaterial =>
  new ShaderMaterial({
    vertexShader: vertex(SKIN_COLOUR),
    fragmentShader: fragment(SKIN_COLOUR),
    transparent: sheer,
    uniforms: {
      ...uniforms, tint: { value: tint }, oil: { value: oil }, reveal: { value: 0 },
      rim: { value: rim ?? tint.clone().setScalar(0) },
    },
    defines: { CAPSULES, LIT_BY_VERTEX: 0, SHEER: Number(sheer), OWN: own },
  });

export interface ClothLook {
  tint: Vector3;
  /** Threads a metre. */
  weave: number;
  /** Where its woven border is [m along x], if it has one. */
  hem?: number;
}

export const clothMaterial = (uniforms: Shared, { tint, weave, hem = -9 }: ClothLook): ShaderMaterial =>
  new ShaderMaterial({
    vertexShader: vertex(CLOTH_COLOUR),
    fragmentShader: fragment(CLOTH_COLOUR),
    uniforms: { ...uniforms, tint: { value: tint }, weave: { value: weave }, hem: { value: hem }, reveal: { value: 0 } },
    defines: { CAPSULES, LIT_BY_VERTEX: 0, SHEER: 0, OWN: -1 },
  });
