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

/** What is looked at when nothing else matters: the middle of the back [m]. */
const MIDDLE = new Vector3(0.26, 0, 0.14);
/** How far around it the picture reaches, at least and at most [m]. */
const REACH: readonly [least: number, most: number] = [0.3, 0.44];
/** The same for a whole leg. */
const FARTHEST = 0.62;
/** The picture follows the work so far from the middle of the back: more would swing. */
const FOLLOW = 0.55;
/** Share of the gaze's way along the body that the giver moves with it. */
const ALONG = 0.6;
/** All that the hands touch is so far inside the picture [m]. */
const MARGIN = 0.08;
/** Shares a second of the way that eyes and gaze have left. */
const MOVE = 0.8;

/** What the hands do in a while: its middle, and how far it spreads [m]. */
export interface Focus {
  middle: Vector3;
  spread: number;
}

export interface Manner {
  /** Nothing sways. */
  still: boolean;
  /** 1, or −1 when everything is mirrored. */
  side: number;
}

export class Eyes {
  readonly camera = new PerspectiveCamera(40, 1, 0.05, 8);
  private readonly target = MIDDLE.clone();
  private reach = REACH[1];
  private placed = false;
  private time = 0;

  constructor() {
    this.camera.up.set(0, 0, 1);
  }

  /** Drift toward the station and the work; `still` goes there at once and keeps from swaying. */
  update(station: StationInfo, focus: Focus | null, dt: number, { still, side }: Manner): void {
    this.time += still ? 0 : dt;
    const look = MIDDLE.clone();
    const most = focus && focus.spread > REACH[1] ? FARTHEST : REACH[1];
    const reach = focus ? Math.min(Math.max(focus.spread + 0.2, REACH[0]), most) : REACH[1];
    if (focus) {
      const work = new Vector3(focus.middle.x, focus.middle.y * side, MIDDLE.z);
      const beside = reach - Math.min(focus.spread, reach) - MARGIN;
      look.lerp(work, Math.max(FOLLOW, 1 - beside / Math.max(look.distanceTo(work), 1e-6)));
    }
    const place = new Vector3(...station.eyes);
    place.y *= side;
    const sway = still ? 0 : 0.01;
    place.x += ALONG * (look.x - MIDDLE.x);
    place.x += sway * Math.sin(this.time * 0.31);
    place.z += sway * Math.sin(this.time * 0.23 + 1);
    const share = this.placed && !still ? 1 - Math.exp(-dt * MOVE) : 1;
    this.camera.position.lerp(place, share);
    this.target.lerp(look, share);
    this.reach += (reach - this.reach) * share;
    this.camera.lookAt(this.target);
    this.placed = true;
  }

  /** Look from the new place at once, without a drift. */
  settle(): void {
    this.placed = false;
  }

  /** Fit what matters into the free part of the screen. */
  frame(width: number, height: number, free: Free): void {
    const distance = this.camera.position.distanceTo(this.target) || 1;
    const room = Math.min(free.width, free.height * 1.2);
    const fov = 2 * Math.atan((this.reach / distance) * (height / room)) * (180 / Math.PI);
    this.camera.fov = Math.min(Math.max(fov, 22), 88);
    this.camera.aspect = width / height;
    const dx = width / 2 - (free.left + free.width / 2);
    const dy = height / 2 - (free.top + free.height / 2);
    this.camera.setViewOffset(width, height, dx, dy, width, height);
    this.camera.updateProjectionMatrix();
  }
}
