/** Everything around the screen: voice, sounds, keys, a headset, and the screen's own light. */
import { Headset } from "./headset";
import { type Action, listen } from "./keys";
import { Sound } from "./sound";
import { Voice } from "./voice";
import { type Awake, Wake } from "./wake";

export type { Action } from "./keys";
export type { Awake } from "./wake";

export class Devices {
  readonly voice = new Voice();
  readonly sound = new Sound();
  private readonly headset = new Headset();
  private readonly wake: Wake;
  private mute: (() => void) | null = null;

  constructor(awake: (how: Awake) => void) {
    this.wake = new Wake(awake);
  }

  /** Call it inside a tap: sound, voice and the screen's light need one. */
  begin(title: string, act: (action: Action) => void): void {
    this.sound.wake();
    this.voice.wake();
    this.wake.hold();
    this.headset.start(title, act);
    this.mute = listen(act);
  }

  playing(on: boolean): void {
    this.headset.playing(on);
  }

  end(): void {
    this.wake.release();
    this.voice.hush();
    this.sound.end();
    this.headset.end();
    this.mute?.();
  }
}
