/** Two sounds made of sines: a chime before a change, a tick at each stroke. */

/** The longest bell [ms]. */
const RINGS_FOR = 2500;

export class Sound {
  chime = true;
  tick = false;
  private context: AudioContext | null = null;

  /** A browser makes sound only after a tap. */
  wake(): void {
    try {
      this.context ??= new AudioContext();
      void this.context.resume();
    } catch {
      this.context = null;
    }
  }

  /** A browser has few contexts: give this one back, once the last bell has rung. */
  end(): void {
    const context = this.context;
    this.context = null;
    window.setTimeout(() => void context?.close(), RINGS_FOR);
  }

  ringChime(): void {
    if (!this.chime) return;
    this.bell(523.25, 0, 0.1, 1.8);
    this.bell(784, 0.16, 0.07, 2.2);
  }

  ringTick(): void {
    if (this.tick) this.bell(294, 0, 0.045, 0.16);
  }

  private bell(pitch: number, after: number, loud: number, seconds: number): void {
    const context = this.context;
    if (!context || context.state !== "running") return;
    const start = context.currentTime + after;
    for (const [ratio, share] of [[1, 1], [2.01, 0.35], [3.02, 0.12]]) {
      const tone = context.createOscillator();
      const gain = context.createGain();
      tone.frequency.value = pitch * ratio;
      gain.gain.setValueAtTime(0, start);
      gain.gain.linearRampToValueAtTime(loud * share, start + 0.015);
      gain.gain.exponentialRampToValueAtTime(1e-4, start + seconds / ratio);
      tone.connect(gain).connect(context.destination);
      tone.start(start);
      tone.stop(start + seconds);
    }
  }
}
