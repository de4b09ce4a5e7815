/** Keep the screen on while a session runs, and say honestly when that is refused. */

export class Wake {
  private lock: WakeLockSentinel | null = null;
  private wanted = false;

  /** @param told Hears whether the screen is kept on. */
  constructor(private readonly told: (awake: boolean) => void) {
    document.addEventListener("visibilitychange", () => {
      if (this.wanted && document.visibilityState === "visible") void this.ask();
    });
  }

  hold(): void {
    this.wanted = true;
    void this.ask();
  }

  release(): void {
    this.wanted = false;
    void this.lock?.release();
    this.lock = null;
  }

  private async ask(): Promise<void> {
    try {
      if (!("wakeLock" in navigator)) throw new Error("none");
      this.lock = await navigator.wakeLock.request("screen");
      this.told(true);
    } catch {
      this.told(false);
    }
  }
}
