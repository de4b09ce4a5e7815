/**
 * The buttons of a headset, and of a phone's locked screen. A browser sends them to a page only while
 * that plays something: so silence is played, in a loop.
 */

export type Press = "toggle" | "again" | "skip";

const BUTTONS: readonly [MediaSessionAction, Press][] = [
  ["play", "toggle"], ["pause", "toggle"], ["previoustrack", "again"], ["nexttrack", "skip"],
];
/** Shorter sounds count as signals, which get no buttons [s]. */
const SECONDS = 6;
const RATE = 8000;

/** Kept as long as the page: a browser may fetch it after a session that ended at once. */
let silence: string | null = null;

export class Headset {
  private readonly session = "mediaSession" in navigator ? navigator.mediaSession : null;
  private sound: HTMLAudioElement | null = null;

  /** Call it inside a tap: nothing else may start a sound. */
  start(title: string, act: (press: Press) => void): void {
    if (!this.session) return;
    silence ??= URL.createObjectURL(nothing());
    this.sound = new Audio(silence);
    this.sound.loop = true;
    this.sound.play().catch(() => undefined);
    this.session.metadata = new MediaMetadata({ title, artist: "Effleurage" });
    for (const [name, press] of BUTTONS) this.session.setActionHandler(name, () => act(press));
    this.playing(true);
  }

  /** A button on the locked screen shows what a press will do. */
  playing(on: boolean): void {
    if (this.session) this.session.playbackState = on ? "playing" : "paused";
  }

  end(): void {
    if (!this.session) return;
    for (const [name] of BUTTONS) this.session.setActionHandler(name, null);
    this.session.metadata = null;
    this.session.playbackState = "none";
    this.sound?.pause();
    this.sound = null;
  }
}

/** A sound file of nothing: 8 bits, where silence is 128. */
function nothing(): Blob {
  const size = SECONDS * RATE;
  const head = new DataView(new ArrayBuffer(44));
  const word = (at: number, letters: string) => [...letters].forEach((letter, i) => head.setUint8(at + i, letter.charCodeAt(0)));
  word(0, "RIFF"), word(8, "WAVEfmt "), word(36, "data");
  head.setUint32(4, 36 + size, true);
  head.setUint32(16, 16, true);
  head.setUint16(20, 1, true);
  head.setUint16(22, 1, true);
  head.setUint32(24, RATE, true);
  head.setUint32(28, RATE, true);
  head.setUint16(32, 1, true);
  head.setUint16(34, 8, true);
  head.setUint32(40, size, true);
  return new Blob([head, new Uint8Array(size).fill(128)], { type: "audio/wav" });
}
