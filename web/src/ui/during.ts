/** The session's screen: one thing at a time, in very large type. */
import type { Command, State } from "../session";
import type { Free } from "../view/camera";
import { type Cue } from "./cue";
import { clock, h, icon, ICONS } from "./dom";
import { type Key, t } from "./words";

export interface Switches {
  voice: boolean;
  chime: boolean;
  tick: boolean;
  dim: boolean;
}

export interface Handlers {
  command(command: Command): void;
  toggle(): void;
  flip(which: keyof Switches): void;
  answer(right: boolean): void;
}

export interface Readings {
  state: State;
  cue: Cue;
  left: number;
  progress: number;
  canStay: boolean;
}

const WAYS: readonly [Command, Key, keyof typeof ICONS][] = [
  ["softer", "softer", "softer"],
  ["firmer", "firmer", "firmer"],
  ["slower", "slower", "slower"],
  ["stay", "stay", "stay"],
];

export class During {
  readonly element: HTMLElement;
  private readonly title = h("p", { class: "movement" });
  private readonly left = h("span", { class: "left" });
  private readonly ring = ring();
  private readonly now = h("p", { class: "now", "aria-live": "polite", "data-test": "now" });
  private readonly next = h("p", { class: "next", "data-test": "next" });
  private readonly pressure = h("p", { class: "pressure", "data-test": "pressure" });
  private readonly flash = h("p", { class: "flash", role: "status" });
  private readonly pause = big("pause", "pause", "pause");
  private readonly buttons = new Map<Command, HTMLButtonElement>();
  private readonly ask: HTMLElement;
  private readonly words: HTMLElement;
  private readonly switches = new Map<keyof Switches, HTMLButtonElement>();
  private shown = { now: "", next: "", pressure: -2, title: "", second: -1, mode: "", stay: false, can: true };
  private timer = 0;

  constructor(handlers: Handlers, switches: Switches) {
    const act = (command: Command) => () => handlers.command(command);
    const again = big("again", "again", "again");
    const skip = big("skip", "skip", "skip");
    again.onclick = act("again");
    skip.onclick = act("skip");
    this.pause.onclick = () => handlers.toggle();
    const tuning = WAYS.map(([command, key, mark]) => {
      const button = h("button", { class: "small", "data-test": command }, icon(ICONS[mark]), h("span", { text: t(key) }));
      button.onclick = () => handlers.command(command === "stay" && this.shown.stay ? "leave" : command);
      this.buttons.set(command, button);
      return button;
    });
    const marks = (["voice", "chime", "tick", "dim"] as const).map((which) => {
      const button = h("button", { class: "mark", title: t(which), "aria-label": t(which), "data-test": which }, icon(ICONS[which]));
      button.onclick = () => handlers.flip(which);
      this.switches.set(which, button);
      return button;
    });
    const stop = h("button", { class: "mark", title: t("stop"), "aria-label": t("stop"), "data-test": "stop" }, icon(ICONS.stop));
    stop.onclick = () => {
      if (window.confirm(t("stop_sure"))) handlers.command("stop");
    };
    this.ask = h("div", { class: "ask", hidden: true, role: "group", "aria-label": t("ask_pressure") },
      h("p", { text: t("ask_pressure") }),
      answer("softer", "softer", () => (handlers.command("softer"), handlers.answer(false))),
      answer("pressure_right", "right", () => handlers.answer(true)),
      answer("firmer", "firmer", () => (handlers.command("firmer"), handlers.answer(false))),
    );
    this.words = h("section", { class: "words" }, this.flash, this.now, this.pressure, this.next);
    this.element = h("main", { class: "during" },
      h("div", { class: "zones", "aria-hidden": "true" },
        zone("again", act("again")), zone("pause", () => handlers.toggle()), zone("skip", act("skip"))),
      h("header", {}, this.ring.svg, h("div", { class: "where" }, this.title, this.left), h("div", { class: "marks" }, ...marks, stop)),
      h("div", { class: "panel" }, this.words, this.ask,
        h("div", { class: "controls", role: "group", "aria-label": t("controls") }, again, this.pause, skip),
        h("div", { class: "tuning" }, ...tuning)),
    );
    this.light(switches);
  }

  show({ state, cue, left, progress, canStay }: Readings): void {
    const shown = this.shown;
    const second = Math.round(left);
    if (second !== shown.second) {
      shown.second = second;
      this.left.textContent = `${clock(left)} ${t("left_time")}`;
      this.ring.set(progress);
    }
    if (cue.movement !== shown.title) this.title.textContent = shown.title = cue.movement;
    if (cue.now !== shown.now) {
      this.now.textContent = shown.now = cue.now;
      this.fit();
    }
    const next = cue.next ?? t("last");
    if (next !== shown.next) {
      shown.next = next;
      this.next.replaceChildren(h("b", { text: `${t("next")} ` }), next);
    }
    const level = state.mode === "paused" ? -1 : (cue.pressure ?? -1);
    if (level !== shown.pressure) {
      shown.pressure = level;
      this.pressure.dataset.level = String(level);
      const key = level < 0 ? (state.mode === "paused" ? "paused_hint" : "lift") : (`pressure_${level}` as Key);
      this.pressure.replaceChildren(weight(level), t(key));
    }
    if (state.mode !== shown.mode) {
      shown.mode = state.mode;
      const paused = state.mode === "paused";
      this.element.classList.toggle("is-paused", paused);
      this.pause.replaceChildren(icon(paused ? ICONS.play : ICONS.pause), h("span", { text: t(paused ? "go_on" : "pause") }));
    }
    if (state.stay !== shown.stay || canStay !== shown.can) {
      [shown.stay, shown.can] = [state.stay, canStay];
      const button = this.buttons.get("stay")!;
      button.setAttribute("aria-pressed", String(state.stay));
      button.lastElementChild!.textContent = t(state.stay ? "leave" : "stay");
      button.disabled = !canStay && !state.stay;
    }
  }

  light(switches: Switches): void {
    for (const [which, button] of this.switches) button.setAttribute("aria-pressed", String(switches[which]));
  }

  /** Say something for a few seconds. */
  tell(text: string): void {
    this.flash.textContent = text;
    this.flash.classList.add("on");
    window.clearTimeout(this.timer);
    this.timer = window.setTimeout(() => this.flash.classList.remove("on"), 2500 + 55 * text.length);
  }

  asking(on: boolean): void {
    this.ask.hidden = !on;
  }

  /** The largest type in which the sentence fits. */
  fit(): void {
    const room = innerWidth > innerHeight ? innerHeight * 0.36 : innerHeight * 0.21;
    const width = innerWidth > innerHeight ? 3.4 : 8.4;
    const scale = parseFloat(getComputedStyle(document.documentElement).fontSize) / 17;
    let size = Math.min(Math.max((innerWidth * width) / 100, 26), 54) * scale;
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

function big(name: string, key: Key, mark: keyof typeof ICONS): HTMLButtonElement {
  return h("button", { class: `big ${name}`, "data-test": name }, icon(ICONS[mark]), h("span", { text: t(key) }));
}

function zone(name: string, act: () => void): HTMLButtonElement {
  const button = h("button", { class: `zone ${name}`, tabindex: -1, "data-test": `zone-${name}` });
  button.onclick = act;
  return button;
}

function answer(key: Key, name: string, act: () => void): HTMLButtonElement {
  const button = h("button", { class: "small", "data-test": `answer-${name}`, text: t(key) });
  button.onclick = act;
  return button;
}

/** A hand that sinks deeper the firmer it is. */
function weight(level: number): SVGSVGElement {
  const svg = icon("");
  const y = 8 + Math.max(level, 0) * 2.2;
  const dip = 16 + Math.max(level, 0) * 1.7;
  svg.firstElementChild!.setAttribute(
    "d", `M2 16c4 0 5 ${dip - 16} 10 ${dip - 16}s6 ${16 - dip} 10 ${16 - dip}M6.5 ${y}c3-2.6 8-2.6 11 0M12 2v${y - 5}`,
  );
  return svg;
}

function ring(): { svg: SVGSVGElement; set(share: number): void } {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("viewBox", "0 0 44 44");
  svg.setAttribute("class", "ring");
  svg.setAttribute("role", "progressbar");
  svg.setAttribute("aria-valuemin", "0");
  svg.setAttribute("aria-valuemax", "100");
  const length = 2 * Math.PI * 18;
  const circles = ["rail", "done"].map((name) => {
    const circle = document.createElementNS("http://www.w3.org/2000/svg", "circle");
    for (const [key, value] of Object.entries({ cx: 22, cy: 22, r: 18, class: name })) circle.setAttribute(key, String(value));
    svg.append(circle);
    return circle;
  });
  circles[1].setAttribute("stroke-dasharray", String(length));
  return {
    svg,
    set(share) {
      circles[1].setAttribute("stroke-dashoffset", String(length * (1 - share)));
      const done = Math.round(100 * share);
      svg.setAttribute("aria-valuenow", String(done));
      svg.setAttribute("aria-label", t("advance", { share: done }));
    },
  };
}
