/** The player: a clock that steps the session, and everything that hears of it. */
import { Sound } from "./device/sound";
import { listen } from "./device/keys";
import { Voice } from "./device/voice";
import { Wake } from "./device/wake";
import type { Session } from "./data/load";
import {
  blockAt, canStay, type Command, type Event, initial, progress, secondsLeft, type State, step,
} from "./session";
import { keepPlace, recall, remember } from "./store";
import { type Cue, cue } from "./ui/cue";
import type { Switches } from "./ui/controls";
import { During } from "./ui/during";
import { type Key, spoken, t } from "./ui/words";
import type { View } from "./view/stage";

/** More than this between two looks at the clock is a machine that slept: the session waited. */
const SLEPT = 2;
const SLOW = 1 / 17;

const SAID: Partial<Record<Command, Key>> = {
  softer: "now_softer", firmer: "now_firmer", slower: "now_slower", faster: "now_faster",
  stay: "now_stay", leave: "now_leave", more: "now_more", not_here: "now_not_here",
};

export class Player {
  state: State;
  readonly screen: During;
  private readonly switches: Switches = recall("switches", { voice: true, chime: true, tick: false, dim: false });
  private readonly voice = new Voice();
  private readonly sound = new Sound();
  private readonly wake: Wake;
  private last = 0;
  private said = "";
  private segment = -1;
  private slow = 0;
  private kept = 0;
  private hidden = 0;
  private mute: (() => void) | null = null;

  constructor(
    private readonly session: Session,
    private readonly view: View,
    private readonly options: { speed: number; mirror: boolean; done(state: State): void },
  ) {
    this.state = initial(session.info.blocks);
    this.screen = new During(
      {
        command: (command) => this.command(command),
        toggle: () => this.command(this.state.mode === "paused" ? "go_on" : "pause"),
        flip: (which) => this.flip(which),
        answer: () => this.screen.asking(false),
      },
      this.switches,
    );
    this.wake = new Wake((awake) => this.screen.tell(t(awake ? "awake" : "sleepy")));
    this.apply();
  }

  /** Start, inside a tap: sound, voice and the wake lock need one. */
  begin(from: State | null, force: number): void {
    this.sound.wake();
    this.voice.wake();
    this.wake.hold();
    this.mute = listen((action) => {
      if (action === "toggle") this.command(this.state.mode === "paused" ? "go_on" : "pause");
      else if (action === "voice" || action === "dim") this.flip(action);
      else this.command(action === "stay" && this.state.stay ? "leave" : action);
    });
    if (from) this.state = { ...from, mode: "playing", bridge: null };
    else {
      const { state, events } = step(this.session.info.blocks, { ...this.state, force }, 0, ["begin"]);
      this.state = state;
      this.hear(events);
    }
    this.tell();
    this.last = performance.now();
    this.hidden = window.setInterval(() => document.hidden && this.advance(), 250);
    requestAnimationFrame(() => this.frame());
  }

  command(command: Command): void {
    const { state, events } = step(this.session.info.blocks, this.state, 0, [command]);
    this.state = state;
    this.hear(events);
    keepPlace(this.session.info, this.state);
  }

  /**
   * Do what the receiver asks from a remote, inside the session's ranges, and say so.
   * Their first "stop" halts everything at once; another one ends the session.
   * @returns False if it cannot be done here.
   */
  asked(command: Command): boolean {
    const before = this.state;
    const halt = command === "stop" && before.mode === "playing";
    this.command(halt ? "pause" : command);
    const done = this.state !== before;
    if (this.state.mode === "done") return done;
    const words = halt
      ? t("receiver_stop")
      : t(done ? "receiver_asks" : "receiver_limit", { what: t(command as Key) });
    this.screen.tell(words);
    this.voice.say(words, spoken());
    return done;
  }

  private advance(): number {
    const now = performance.now();
    const passed = (now - this.last) / 1000;
    this.last = now;
    const dt = Math.min(passed, SLEPT) * this.options.speed;
    const { state, events } = step(this.session.info.blocks, this.state, dt);
    this.state = state;
    this.hear(events);
    if (now - this.kept > 1000) {
      this.kept = now;
      keepPlace(this.session.info, this.state);
    }
    return passed;
  }

  private frame(): void {
    const passed = this.advance();
    if (this.state.mode === "done") return;
    const told = this.tell();
    const words = told.why || told.now;
    if (this.state.mode === "playing" && words !== this.said) {
      this.said = words;
      this.voice.say(words, told.language);
    }
    this.beat();
    this.view.draw(this.state, Math.min(passed, 0.1), this.screen.free());
    this.slow = passed > SLOW ? this.slow + Math.min(passed / SLOW, 12) : Math.max(0, this.slow - 1);
    if (this.slow > 24) {
      this.slow = 0;
      this.view.lighter();
    }
    requestAnimationFrame(() => this.frame());
  }

  /** Put the moment's words on the screen. */
  private tell(): Cue {
    const blocks = this.session.info.blocks;
    const told = cue(this.session, this.state, this.options.mirror);
    this.screen.show({
      state: this.state, cue: told, left: secondsLeft(blocks, this.state),
      progress: progress(blocks, this.state), canStay: canStay(blocks, this.state),
    });
    return told;
  }

  /** A tick at the beginning of each stroke. */
  private beat(): void {
    const row = Math.round(this.state.at * this.session.info.rate);
    const segment = this.session.tracks[0].state[3][row];
    if (segment !== this.segment && this.state.mode === "playing") this.sound.ringTick();
    this.segment = segment;
  }

  private hear(events: Event[]): void {
    for (const event of events) {
      switch (event.kind) {
        case "soon":
          this.sound.ringChime();
          break;
        case "ask_pressure":
          this.screen.asking(true);
          this.voice.say(t("ask_pressure"), spoken());
          window.setTimeout(() => this.screen.asking(false), 15000);
          break;
        case "refused":
          this.screen.tell(t("refused"));
          break;
        case "changed": {
          const name = this.nameOf(event);
          if (name) this.screen.tell(t(name));
          break;
        }
        case "enter":
          this.notes(event.block);
          break;
        case "pause":
          this.voice.hush();
          break;
        case "done":
          this.finish();
          break;
        default:
      }
    }
  }

  private nameOf(event: Extract<Event, { kind: "changed" }>): Key | undefined {
    if (event.what === "stay") return SAID[event.value ? "stay" : "leave"];
    if (event.what === "more" || event.what === "not_here") return SAID[event.what];
    const before = this.factors[event.what];
    this.factors[event.what] = event.value;
    const [less, greater] = event.what === "force" ? (["softer", "firmer"] as const) : (["slower", "faster"] as const);
    return SAID[event.value < before ? less : greater];
  }

  private readonly factors = { force: 1, tempo: 1 };

  private notes(block: number): void {
    const words = this.session.info.notes.filter((one) => one.block === block).map((one) => one.words);
    if (words.length) this.screen.tell(words.join(" "));
  }

  private finish(): void {
    this.wake.release();
    this.voice.hush();
    this.mute?.();
    window.clearInterval(this.hidden);
    keepPlace(this.session.info, this.state);
    this.options.done(this.state);
  }

  private flip(which: keyof Switches): void {
    this.switches[which] = !this.switches[which];
    remember("switches", this.switches);
    this.apply();
  }

  private apply(): void {
    this.voice.on = this.switches.voice;
    if (!this.voice.on) this.voice.hush();
    this.sound.chime = this.switches.chime;
    this.sound.tick = this.switches.tick;
    document.documentElement.classList.toggle("dim", this.switches.dim);
    this.screen.light(this.switches);
  }

  /** What the block under way is, for tests and for a remote. */
  get block(): number {
    return this.state.order[this.state.slot];
  }

  get captioned(): string {
    return blockAt(this.session.info.blocks, this.state).caption;
  }
}
