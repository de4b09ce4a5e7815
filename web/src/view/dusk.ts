/** Dusk while somebody lies down anew: arms that go from the sides to the forehead cannot be shown on their way. */

/** Limbs that go further than so are not shown on their way: straight lines lead them through themselves [m]. */
const FAR = 0.5;
/** Share of the light that goes in the middle of the way. */
const DARK = 0.97;

/** How far the vertex goes that goes furthest from one skin to another [m]. */
export function reach(from: Float32Array, to: Float32Array): number {
  let most = 0;
  for (let i = 0; i < from.length; i += 3) {
    most = Math.max(most, Math.hypot(to[i] - from[i], to[i + 1] - from[i + 1], to[i + 2] - from[i + 2]));
  }
  return most;
}

/** Share of the light at a share of the way, where limbs go `far` metres. */
export function daylight(share: number, far: number): number {
  return far < FAR ? 1 : 1 - DARK * Math.min(1, 6 * share * (1 - share));
}
