/** Keep the screen on while a session runs, and say honestly how sure that is. */
import films from "./still.json";

/** The browser keeps it on; a silent film tries to, as it does on many phones; nothing does. */
export type Awake = "lock" | "film" | "none";

export class Wake {
  private lock: WakeLockSentinel | null = null;
  private film: HTMLVideoElement | null = null;
  private wanted = false;
  private told: Awake | null = null;

  /** @param tell Hears how the screen is kept on, whenever that changes. */
  constructor(private readonly tell: (awake: Awake) => void) {}

  /** Call it inside a tap: nothing else may start a film. */
  hold(): void {
    this.wanted = true;
    document.addEventListener("visibilitychange", this.again);
    void this.ask();
  }

  release(): void {
    this.wanted = false;
    document.removeEventListener("visibilitychange", this.again);
    void this.lock?.release();
    this.lock = null;
    this.film?.pause();
    this.film?.remove();
    this.film = null;
  }

  /** A lock is lost with the page's sight. */
  private readonly again = (): void => {
    if (this.wanted && document.visibilityState === "visible") void this.ask();
  };

  private async ask(): Promise<void> {
    let awake: Awake = "none";
    try {
      // No lock is there on a plain http page: the film has to start before anything is waited for.
      if (!("wakeLock" in navigator)) awake = await this.play();
      else {
        this.lock = await navigator.wakeLock.request("screen");
        awake = "lock";
      }
    } catch {
      awake = await this.play();
    }
    if (awake !== this.told && this.wanted) this.tell((this.told = awake));
    if (!this.wanted) this.release();
  }

  private async play(): Promise<Awake> {
    try {
      this.film ??= blank();
      await this.film.play();
      return "film";
    } catch {
      return "none";
    }
  }
}

/** A dark film of two seconds without end; it has silent sound, as a film without is not taken for one. */
function blank(): HTMLVideoElement {
  const film = document.createElement("video");
  film.className = "film";
  film.setAttribute("aria-hidden", "true");
  film.loop = film.playsInline = true;
  film.tabIndex = -1;
  for (const [type, src] of Object.entries(films)) film.append(Object.assign(document.createElement("source"), { type, src }));
  document.body.append(film);
  return film;
}
