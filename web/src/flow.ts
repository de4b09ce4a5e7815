/** The way to a session: home, one decision at a time, the health gate, what is at hand; and home again after it. */
import { open, type Session } from "./data/load";
import { library, type Library, type Routine, wishedWords, zones, type Zones } from "./link/choice";
import { type Preferences, type Receiver, type Sat, sittings } from "./link/receivers";
import { Planner } from "./planner";
import { live, plan, reread, type Way } from "./server";
import { recall, remember } from "./store";
import { before, type Decision } from "./ui/before";
import { byHand, doctor, gate, type Outcome, stopped } from "./ui/gate";
import { reason } from "./ui/leftout";
import { length } from "./ui/length";
import { own } from "./ui/own";
import { person } from "./ui/person";
import { ready } from "./ui/ready";
import { receiving } from "./ui/receivers";
import { routines } from "./ui/routines";
import type { Screen } from "./ui/sheet";
import { languages, touch } from "./ui/touch";
import { asked, type Choices, CHOICES, sided, type Size, type Wanted, wantedIn } from "./ui/wanted";
import { where } from "./ui/where";
import { speakIn, spoken, t } from "./ui/words";

export interface Stage {
  /** What is shown and would be begun. */
  session: Session;
  /** Show another session's body. */
  exchange(session: Session): void;
  /** Put a screen in the place of the one that is there. */
  swap(screen: HTMLElement): void;
  mirror(on: boolean): void;
  /** Whether it is still before a session: nothing that is learned late may take a session away. */
  before(): boolean;
  begin(): void;
  /** Go on with a session that was under way, or null. */
  resume(): (() => void) | null;
}

interface Request {
  wanted: Wanted;
  way: Way;
  mirror: boolean;
  today: string[];
}

/** A change is planned when so many milliseconds went by without another. */
const PATIENCE = 350;

export class Flow {
  wanted: Wanted;
  choices: Choices = { ...CHOICES, ...recall("choices", CHOICES) };
  private screen: Screen | null = null;
  private library: Library | null = null;
  private last: Sat | null = null;
  /** What was planned last: what to go back to when a wish cannot be planned. */
  private good: Request;
  private today: string[] = [];
  private own = false;
  /** Something was wanted on this page: what the server knew before does not count any more. */
  private asked = false;
  /** The plan is what it is: a file, or a performance that nobody can plan anew. */
  private fixed = !live();
  private timer = 0;
  private readonly answers = new Set<string>();
  private readonly planner: Planner<Request, Session>;

  constructor(private readonly stage: Stage) {
    const { height, weight, sex, age } = stage.session.info.person;
    this.wanted = { height, weight, sex, age, minutes: null, routine: null, more: [], avoid: [] };
    this.good = this.now("plan");
    this.planner = new Planner(
      async ({ wanted, way, mirror, today }) => open(await plan(asked(wanted, mirror, today), way)),
      (session, wish) => this.planned(session, wish),
      (error) => this.failed(error),
    );
  }

  /** What there is to choose from; home is shown anew when it is known. */
  async learn(): Promise<void> {
    if (!live()) return;
    this.library = await library();
    this.fixed = this.library === null;
    if (!this.library) return this.again();
    const { own, now } = this.library;
    this.own = own;
    if (!this.asked) {
      this.wanted = wantedIn(now);
      this.good = this.now("plan");
      if (now.mirrored !== this.choices.mirror && sided([...now.more, ...now.avoid])) void this.want({}, 0);
    }
    this.last = (await sittings()).find(({ receiver }) => receiver === receiving()) ?? null;
    this.again();
  }

  /** Home anew, where it is what is shown. */
  private again(): void {
    if (this.screen === null && this.stage.before()) this.home();
  }

  /** The routine that is planned, if the library has it. */
  routine(): Routine | null {
    return this.own ? null : (this.library?.routines.find(({ name }) => name === this.wanted.routine) ?? null);
  }

  /** Another routine that can follow this one. */
  follower(): Routine | null {
    const here = this.routine();
    const near = (places: readonly string[]) => !here || places.some((place) => here.places.includes(place));
    return this.library?.routines.find(({ name, places }) => name !== here?.name && near(places)) ?? null;
  }

  home(): void {
    this.screen = null;
    this.stage.swap(before({
      session: this.stage.session, wanted: this.wanted, choices: this.choices,
      routines: this.fixed ? null : (this.library?.routines ?? []), receiver: receiving(), last: this.lastTime(),
      begin: () => this.gate(), resume: this.stage.resume(),
      propose: (routine, minutes) => this.want({ routine, minutes }, 0),
      open: (decision) => this.open(decision),
    }));
    this.stage.mirror(this.choices.mirror);
    this.tell();
  }

  private open(decision: Decision): void {
    history.pushState({ sheet: decision }, "");
    const ways = { leave: () => history.back(), back: () => history.back() };
    const { session } = this.stage;
    const screens: Record<Exclude<Decision, "where">, () => Screen> = {
      routine: () => routines({
        ...ways, routines: this.library?.routines ?? [], now: this.own ? null : this.wanted.routine,
        choose: (routine) => this.want({ routine, minutes: null }, 0), own: () => this.show(this.ownText(ways.back)),
      }),
      length: () => length({
        ...ways, session, minutes: this.wanted.minutes, mirror: this.choices.mirror, routine: this.routine(), follower: this.follower(),
        change: (minutes) => this.want({ minutes }),
      }),
      person: () => person({
        ...ways, size: this.size(), preferences: () => this.preferences(),
        change: (size) => this.want(size), pick: (one) => this.pick(one),
      }),
      touch: () => touch({ ...ways, choices: this.choices, change: (choices) => this.choose(choices) }),
      language: () => languages((language) => {
        remember("language", language);
        speakIn(language);
        this.show(screens.language());
      }, ways.leave),
    };
    if (decision === "where") void this.where(ways);
    else this.show(screens[decision]());
  }

  private ownText(back: () => void): Screen {
    return own({ read: reread, back, use: () => void this.useOwn() });
  }

  private async useOwn(): Promise<void> {
    if (await this.want({ minutes: null }, 0, "article/plan")) history.back();
  }

  private async where(ways: { leave(): void; back(): void }): Promise<void> {
    const places = await zones();
    if (!places) return history.back();
    this.show(where({
      ...ways, session: this.stage.session, zones: places, wishes: this.wanted, read: wishedWords,
      change: ({ more, avoid }) => void this.want({ more, avoid }),
    }));
  }

  private show(screen: Screen): void {
    this.screen = screen;
    this.stage.swap(screen.element);
    this.tell();
  }

  /** The person went back: out of a sheet, or out of the questions. */
  left(): void {
    if (this.screen) this.home();
  }

  private size(): Size {
    const { height, weight, sex, age } = this.wanted;
    return { height, weight, sex, age };
  }

  preferences(): Preferences {
    return { force: this.choices.force, more: this.wanted.more, avoid: this.wanted.avoid };
  }

  private pick({ height, weight, sex, age, preferences }: Receiver): void {
    this.choices = { ...this.choices, force: preferences.force ?? 1 };
    remember("choices", this.choices);
    void this.want({ height, weight, sex, age, more: preferences.more ?? [], avoid: preferences.avoid ?? [] }, 0);
  }

  private choose(choices: Choices): void {
    const turned = choices.mirror !== this.choices.mirror;
    this.choices = { ...choices };
    remember("choices", choices);
    this.stage.mirror(choices.mirror);
    if (turned && sided([...this.wanted.more, ...this.wanted.avoid, ...this.today])) void this.want({}, 0);
  }

  private now(way: Way): Request {
    return { wanted: { ...this.wanted }, way, mirror: this.choices.mirror, today: this.today };
  }

  /** Plan for a change of what is wanted. @returns Whether it could be planned. */
  want(change: Partial<Wanted>, patience = PATIENCE, way?: Way): Promise<boolean> {
    Object.assign(this.wanted, change);
    this.asked = true;
    const leaves = this.own && change.routine !== undefined;
    window.clearTimeout(this.timer);
    this.tell(t("planning"));
    return new Promise((settle) => {
      this.timer = window.setTimeout(() => settle(this.planner.ask(this.now(way ?? (leaves ? "article/leave" : "plan")))), patience);
    });
  }

  private planned(session: Session, wish: Request): void {
    this.good = wish;
    this.own = wish.way === "article/plan" || (this.own && wish.way === "plan");
    remember("wanted", { ...wish.wanted, avoid: [...new Set([...wish.wanted.avoid, ...wish.today])] } satisfies Wanted);
    this.stage.exchange(session);
    if (this.screen) this.screen.planned?.(session);
    else this.again();
    this.tell("");
  }

  private failed(error: Error): void {
    this.wanted = { ...this.good.wanted };
    this.today = this.good.today;
    this.again();
    this.tell(t("plan_failed", { why: reason(error.message) }));
  }

  /** What is being planned, wherever it is shown; nothing is begun meanwhile. */
  private tell(words?: string): void {
    if (words !== undefined) this.told = words;
    const waits = this.told === t("planning");
    for (const line of document.querySelectorAll("[data-test=planning]")) line.textContent = this.told;
    document.documentElement.toggleAttribute("data-planning", waits);
    for (const button of document.querySelectorAll<HTMLButtonElement>("[data-waits]")) button.disabled = waits;
  }

  private told = "";

  /** Before anybody is touched. */
  private gate(): void {
    history.pushState({ sheet: "gate" }, "");
    const { health } = this.stage.session.info;
    const back = () => history.back();
    const ask = () => this.show({ element: gate({ health, answers: this.answers, go, back }) });
    const go = (found: Outcome | null) => {
      const names = health.filter(({ name, outcome }) => this.answers.has(name) && outcome === found).map(({ name }) => name);
      const sore = health.some(({ name, outcome }) => this.answers.has(name) && outcome === "round");
      const on = () => void (sore ? this.goRound(ask) : this.clear().then(() => this.ready(ask)));
      if (found === "stop") this.show({ element: stopped(names, ask) });
      else if (found === "doctor") this.show({ element: doctor(names, on, ask) });
      else on();
    };
    ask();
  }

  /** Nothing is sore today: what was kept off for that is worked on again. */
  private async clear(): Promise<void> {
    if (!this.today.length) return;
    this.today = [];
    await this.want({}, 0);
  }

  private async goRound(back: () => void): Promise<void> {
    const places: Zones | null = live() ? await zones() : null;
    if (!places) return this.show({ element: byHand(() => this.ready(back), back) });
    let chosen = [...this.today];
    const screen = where({
      session: this.stage.session, zones: places, wishes: { more: [], avoid: chosen }, only: "avoid", read: wishedWords, back,
      change: ({ avoid }) => (chosen = avoid),
      leave: async () => {
        if (!chosen.length) return;
        this.today = chosen;
        if (await this.want({}, 0)) this.ready(back);
      },
    });
    this.show({ element: screen.element });
  }

  private ready(back: () => void): void {
    this.show({ element: ready(this.stage.session.info, () => this.stage.begin(), back) });
  }

  private lastTime(): string | null {
    if (!this.last) return null;
    const when = new Date(this.last.began).toLocaleDateString(spoken(), { day: "numeric", month: "long" });
    return t("last_time", { when, what: [this.last.routine, this.last.word].filter(Boolean).join(" · ") });
  }
}
