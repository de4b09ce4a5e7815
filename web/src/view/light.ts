/** What every surface of the scene shares: shade of the hands, warmth under them, exposure. */
import { Vector3, Vector4 } from "three";
import type { IUniform } from "three";

export const CAPSULES = 6;

export interface Shared {
  [name: string]: IUniform;
  capsuleA: IUniform<Vector4[]>;
  capsuleB: IUniform<Vector4[]>;
  touch: IUniform<Vector4[]>;
  press: IUniform<number[]>;
  glow: IUniform<Vector3>;
  veil: IUniform<Vector3>;
  exposure: IUniform<number>;
  /** How much of its light a glowing part has. */
  lamp: IUniform<number>;
}

export const shared = (): Shared => ({
  capsuleA: { value: Array.from({ length: CAPSULES }, () => new Vector4(0, 0, -9, 0.01)) },
  capsuleB: { value: Array.from({ length: CAPSULES }, () => new Vector4(0, 0, -9, 0)) },
  touch: { value: [new Vector4(0, 0, -9, 0.04), new Vector4(0, 0, -9, 0.04)] },
  press: { value: [0, 0] },
  glow: { value: new Vector3(0.95, 0.27, 0.13) },
  veil: { value: new Vector3(13 / 255, 8 / 255, 6 / 255) },
  exposure: { value: 1.0 },
  lamp: { value: 0 },
});
