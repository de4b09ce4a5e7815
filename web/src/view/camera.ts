/** The giver's eyes: a camera where they sit, that drifts to what matters. */
import { PerspectiveCamera, Vector3 } from "three";
import type { StationInfo } from "../schema";

/** Part of the screen that words leave free, in pixels. */
export interface Free {
  left: number;
  top: number;
  width: number;
  height: number;
}

const ABOVE = { sitting: 0.98, kneeling: 1.05, standing: 1.25 } as const;

/** Where the eyes are, in the body frame [m]. */
export function eyes(station: StationInfo): Vector3 {
  const up = ABOVE[station.stance as keyof typeof ABOVE] ?? ABOVE.kneeling;
  const side = station.side === "right" ? -1 : 1;
  switch (station.where) {
    case "head":
      return new Vector3(1.05, 0.02, up);
    case "hips":
      return new Vector3(-0.5, 0.36 * side, up);
    case "side_right":
      return new Vector3(0.22, -0.6, up);
    default:
      return new Vector3(0.22, 0.6, up);
  }
}

/** What is looked at when nothing else matters: the middle of the back. */
const MIDDLE = new Vector3(0.26, 0, 0.14);

export interface Manner {
  /** Nothing sways. */
  still: boolean;
  /** 1, or −1 when everything is mirrored. */
  side: number;
}

export class Eyes {
  readonly camera = new PerspectiveCamera(40, 1, 0.05, 8);
  private readonly target = MIDDLE.clone();
  private placed = false;
  private time = 0;

  constructor() {
    this.camera.up.set(0, 0, 1);
  }

  /** Drift toward the station and the hands; `still` keeps it from swaying. */
  update(station: StationInfo, focus: Vector3 | null, dt: number, { still, side }: Manner): void {
    this.time += still ? 0 : dt;
    const place = eyes(station);
    place.y *= side;
    const sway = still ? 0 : 0.012;
    place.x += sway * Math.sin(this.time * 0.31);
    place.z += sway * Math.sin(this.time * 0.23 + 1);
    const look = MIDDLE.clone();
    if (focus) look.lerp(focus, 0.3);
    const share = this.placed ? 1 - Math.exp(-dt * 0.9) : 1;
    this.camera.position.lerp(place, share);
    this.target.lerp(look, this.placed ? 1 - Math.exp(-dt * 0.7) : 1);
    this.camera.lookAt(this.target);
    this.placed = true;
  }

  /** Look from the new place at once, without a drift. */
  settle(): void {
    this.placed = false;
  }

  /** Fit the back into the free part of the screen. */
  frame(width: number, height: number, free: Free): void {
    const need = width > height ? 0.47 : 0.4;
    const distance = this.camera.position.distanceTo(this.target) || 1;
    const byWidth = (need / distance) * (height / free.width);
    const byHeight = ((need * 0.8) / distance) * (height / free.height);
    const fov = 2 * Math.atan(Math.max(byWidth, byHeight)) * (180 / Math.PI);
    this.camera.fov = Math.min(Math.max(fov, 22), 88);
    this.camera.aspect = width / height;
    const dx = width / 2 - (free.left + free.width / 2);
    const dy = height / 2 - (free.top + free.height / 2);
    this.camera.setViewOffset(width, height, dx, dy, width, height);
    this.camera.updateProjectionMatrix();
  }
}
