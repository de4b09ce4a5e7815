/** The player: a clock that steps the session, and everything that hears of it. */
import { type Action, type Awake, Devices } from "./device";
import type { Session } from "./data/load";
import {
  blockAt, canStay, type Command, type Event, initial, progress, secondsLeft, type State, step,
} from "./session";
import { keepPlace, recall, remember } from "./store";
import type { Switches } from "./ui/controls";
import { type Cue, cue } from "./ui/cue";
import { During } from "./ui/during";
import { prompts } from "./ui/prompts";
import { type Key, spoken, t } from "./ui/words";
import type { View } from "./view/stage";

/** More than this between two looks at the clock is a machine that slept: the session waited [s]. */
const SLEPT = 2;
/** Frames that take longer ask for a simpler picture [s], after so many of them. */
const SLOW = 1 / 17;
const PATIENCE = 24;
/** The place is kept so often [ms]. */
const KEEP = 1000;

const AWAKE: Record<Awake, Key> = { lock: "awake", film: "awake_film", none: "sleepy" };

export interface Options {
  /** Session seconds in a second. */
  speed: number;
  mirror: boolean;
  done(state: State): void;
}

export class Player {
  state: State;
  readonly screen: During;
  private readonly switches: Switches = recall("switches", { voice: true, chime: true, tick: false, dim: false });
  private readonly devices: Devices;
  private last = 0;
  private said = "";
  private segment = -1;
  private slow = 0;
  private kept = 0;
  private hidden = 0;
  /** What is said besides the strokes, by block. */
  private readonly prompts: Map<number, string[]>;

  constructor(private readonly session: Session, private readonly view: View, private readonly options: Options) {
    this.state = initial(session.info.blocks);
    this.prompts = prompts(session.info);
    this.screen = new During(
      {
        command: (command) => this.command(command),
        toggle: () => this.act("toggle"),
        flip: (which) => this.flip(which),
        answer: () => this.screen.asking(false),
      },
      this.switches,
    );
    this.devices = new Devices((awake) => this.screen.tell(t(AWAKE[awake])));
    this.apply();
  }

  /** Start, inside a tap. */
  begin(from: State | null, force: number): void {
    this.devices.begin(this.session.info.title ?? t("tonight"), (action) => this.act(action));
    if (from) this.state = { ...from, mode: "playing", bridge: null };
    else {
      this.state = { ...this.state, force };
      this.take(step(this.session.info.blocks, this.state, 0, ["begin"]));
    }
    this.tell();
    this.last = performance.now();
    this.hidden = window.setInterval(() => document.hidden && this.advance(), 250);
    requestAnimationFrame(() => this.frame());
  }

  command(command: Command): void {
    this.take(step(this.session.info.blocks, this.state, 0, [command]));
    keepPlace(this.session.info, this.state);
  }

  /** Let session time go by, as the clock does. */
  pass(seconds: number): void {
    this.take(step(this.session.info.blocks, this.state, seconds));
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
    this.devices.voice.say(words, spoken());
    return done;
  }

  /** Say what the screen has lifted out. */
  private prepare(words: string): void {
    this.screen.hear(words);
    this.devices.voice.say(words, spoken());
  }

  /** What a key, a pedal or a headset asks for. */
  private act(action: Action): void {
    if (action === "toggle") this.command(this.state.mode === "paused" ? "go_on" : "pause");
    else if (action === "voice" || action === "dim") this.flip(action);
    else this.command(action === "stay" && this.state.stay ? "leave" : action);
  }

  private take({ state, events }: { state: State; events: Event[] }): void {
    this.state = state;
    for (const event of events) this.hear(event);
  }

  private advance(): number {
    const now = performance.now();
    const passed = (now - this.last) / 1000;
    this.last = now;
    this.pass(Math.min(passed, SLEPT) * this.options.speed);
    if (now - this.kept > KEEP) {
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
      this.devices.voice.say(words, told.language);
    }
    this.beat();
    // A picture that is resized is empty: it is made simpler before it is drawn, never after.
    this.slow = passed > SLOW ? this.slow + Math.min(passed / SLOW, 12) : Math.max(0, this.slow - 1);
    if (this.slow > PATIENCE) {
      this.slow = 0;
      this.view.lighter();
    }
    this.view.draw(this.state, Math.min(passed, 0.1), this.screen.free());
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
    if (segment !== this.segment && this.state.mode === "playing") this.devices.sound.ringTick();
    this.segment = segment;
  }

  private hear(event: Event): void {
    switch (event.kind) {
      case "soon":
        return this.devices.sound.ringChime();
      case "prepare":
        return this.prepare(t("soon", { what: cue(this.session, this.state, this.options.mirror).next ?? "" }));
      case "ask_pressure":
        this.screen.asking(true);
        this.devices.voice.say(t("ask_pressure"), spoken());
        return;
      case "refused":
        return this.screen.tell(t("refused"));
      case "changed":
        return this.screen.tell(t(`now_${event.command}` as Key));
      case "enter":
        return this.notes(event.block);
      case "pause":
        this.devices.voice.hush();
        return this.devices.playing(false);
      case "go_on":
        return this.devices.playing(true);
      case "done":
        return this.finish();
      default:
    }
  }

  private notes(block: number): void {
    const words = this.prompts.get(block);
    if (words) this.screen.tell(words.join(" "));
  }

  private finish(): void {
    this.devices.end();
    this.screen.end();
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
    const { voice, sound } = this.devices;
    voice.on = this.switches.voice;
    if (!voice.on) voice.hush();
    sound.chime = this.switches.chime;
    sound.tick = this.switches.tick;
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
