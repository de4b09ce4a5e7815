/** The session's screen: one thing at a time, in very large type. */
import type { State } from "../session";
import type { Free } from "../view/camera";
import { Controls, type Handlers, Marks, question, type Switches, zones } from "./controls";
import { type Cue, NEAR_MOVE } from "./cue";
import { clock, h } from "./dom";
import { Gauge, type Level } from "./gauge";
import { ring } from "./ring";
import { t } from "./words";

export interface Readings {
  state: State;
  cue: Cue;
  left: number;
  progress: number;
  canStay: boolean;
}

/** What comes next is lifted out so many seconds ahead, and where somebody has to move, so many. */
const NEAR = 6;
/** The question about pressure stays so long [ms]. */
const ASKED_FOR = 15000;

export class During {
  readonly element: HTMLElement;
  private readonly title = h("p", { class: "movement" });
  private readonly left = h("span", { class: "left" });
  private readonly ring = ring();
  private readonly why = h("p", { class: "why", "data-test": "why" });
  private readonly now = h("p", { class: "now", "aria-live": "polite", "data-test": "now" });
  private readonly when = h("b");
  private readonly then = h("span");
  private readonly next = h("p", { class: "next", "data-test": "next" }, h("span", {}, this.when, " ", this.then));
  private readonly gauge = new Gauge();
  private readonly flash = h("p", { class: "flash", role: "status", "data-test": "flash" });
  private readonly heard = h("p", { class: "heard", role: "status" });
  private readonly controls: Controls;
  private readonly marks: Marks;
  private readonly ask: HTMLElement;
  private shown = { now: "", why: "", next: "", when: "", title: "", second: -1, mode: "", stay: "" };
  private timer = 0;
  private asked = 0;

  constructor(handlers: Handlers, switches: Switches) {
    this.controls = new Controls(handlers);
    this.marks = new Marks(handlers);
    this.ask = question(handlers);
    this.element = h("main", { class: "during" },
      zones(handlers),
      h("header", {}, this.ring.svg, h("div", { class: "where" }, this.title, this.left), this.marks.element),
      this.flash, this.heard,
      h("div", { class: "panel" },
        h("section", { class: "words" }, this.why, this.now, this.gauge.element, this.next),
        this.ask, ...this.controls.elements),
    );
    this.light(switches);
    addEventListener("resize", this.refit);
  }

  /** A phone that is turned has other room for the words. */
  private readonly refit = () => this.fit();

  show({ state, cue, left, progress, canStay }: Readings): void {
    const shown = this.shown;
    const second = Math.round(left);
    if (second !== shown.second) {
      shown.second = second;
      this.left.textContent = `${clock(left)} ${t("left_time")}`;
      this.ring.set(progress);
    }
    if (cue.movement !== shown.title) this.title.textContent = shown.title = cue.movement;
    if (cue.now !== shown.now || cue.why !== shown.why) {
      this.now.textContent = shown.now = cue.now;
      this.why.textContent = shown.why = cue.why;
      this.fit();
    }
    this.ahead(state, cue);
    const paused = state.mode === "paused";
    const level = paused ? -1 : ((cue.pressure ?? -1) as Level);
    const place = cue.place === "glows" ? "region" : "region_hidden";
    this.gauge.show(level, paused ? "paused_hint" : cue.place && level < 0 ? place : null);
    if (state.mode !== shown.mode) {
      shown.mode = state.mode;
      this.element.classList.toggle("is-paused", paused);
      this.controls.paused(paused);
    }
    this.controls.slowed(state.tempo < 1);
    const stay = `${state.stay}${canStay}`;
    if (stay !== shown.stay) {
      shown.stay = stay;
      this.controls.stays(state.stay, canStay);
    }
  }

  /** What comes next and when, lifted out when it is near. */
  private ahead(state: State, cue: Cue): void {
    const next = cue.next ?? t("last");
    if (next !== this.shown.next) this.then.textContent = this.shown.next = next;
    const seconds = Math.ceil(cue.nextIn);
    const when = state.stay ? t("next") : t("next_in", { time: clock(seconds) });
    if (when === this.shown.when) return;
    this.when.textContent = this.shown.when = when;
    this.next.classList.toggle("is-near", !state.stay && seconds <= (cue.nextMoves ? NEAR_MOVE : NEAR));
  }

  light(switches: Switches): void {
    this.marks.light(switches);
  }

  /** Say something for a few seconds. */
  tell(text: string): void {
    this.flash.textContent = text;
    this.flash.classList.add("on");
    window.clearTimeout(this.timer);
    this.timer = window.setTimeout(() => this.flash.classList.remove("on"), 2500 + 55 * text.length);
  }

  /** It is over: nothing that was to go away later holds on to it. */
  end(): void {
    removeEventListener("resize", this.refit);
    window.clearTimeout(this.timer);
    window.clearTimeout(this.asked);
  }

  /** Say something to a screen reader only: it is on the screen already. */
  hear(text: string): void {
    this.heard.textContent = text;
  }

  /** Ask whether the pressure is right; the question goes away by itself. */
  asking(on: boolean): void {
    this.ask.hidden = !on;
    window.clearTimeout(this.asked);
    if (on) this.asked = window.setTimeout(() => this.asking(false), ASKED_FOR);
  }

  /** The largest type in which the sentence fits. */
  fit(): void {
    const wide = innerWidth > innerHeight;
    const room = innerHeight * (wide ? 0.36 : 0.21);
    const scale = parseFloat(getComputedStyle(document.documentElement).fontSize) / 17;
    let size = Math.min(Math.max((innerWidth * (wide ? 3.6 : 9.2)) / 100, 26), 58) * scale;
    for (; size > 17 * scale; size -= 1.5) {
      this.now.style.fontSize = `${size}px`;
      if (this.now.scrollHeight <= room) break;
    }
  }

  /** The part of the screen that words and buttons leave free. */
  free(): Free {
    const panel = this.element.querySelector(".panel")!.getBoundingClientRect();
    const head = this.element.querySelector("header")!.getBoundingClientRect();
    if (innerWidth > innerHeight) {
      return { left: panel.right, top: 20, width: Math.max(innerWidth - panel.right, 100), height: innerHeight - 40 };
    }
    return { left: 0, top: head.bottom, width: innerWidth, height: Math.max(panel.top - head.bottom, 100) };
  }
}
