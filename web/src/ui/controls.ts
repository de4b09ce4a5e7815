/** The buttons of the session: what an elbow can hit, what tunes it, and the switches. */
import type { Command } from "../session";
import { h, icon, ICONS } from "./dom";
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

const WAYS = ["softer", "firmer", "slower", "faster", "stay", "later"] as const;
const MARKS = ["voice", "chime", "tick", "dim"] as const;

/** Again, pause and skip, and below them the ways to change the rest of the session. */
export class Controls {
  readonly elements: readonly [HTMLElement, HTMLElement];
  private readonly pause = big("pause");
  private readonly stay: HTMLButtonElement;
  private readonly faster: HTMLButtonElement;
  private staying = false;

  constructor(handlers: Handlers) {
    const [again, skip] = [big("again"), big("skip")];
    again.onclick = () => handlers.command("again");
    skip.onclick = () => handlers.command("skip");
    this.pause.onclick = () => handlers.toggle();
    const ways = WAYS.map((name) => {
      const button = h("button", { class: `small ${name}`, "data-test": name }, icon(ICONS[name]), h("span", { text: t(name) }));
      button.onclick = () => handlers.command(name === "stay" && this.staying ? "leave" : name);
      return button;
    });
    this.stay = ways[WAYS.indexOf("stay")];
    this.faster = ways[WAYS.indexOf("faster")];
    this.faster.hidden = true;
    this.elements = [
      h("div", { class: "controls", role: "group", "aria-label": t("controls") }, again, this.pause, skip),
      h("div", { class: "tuning", role: "group", "aria-label": t("tuning") }, ...ways),
    ];
  }

  paused(on: boolean): void {
    this.pause.replaceChildren(icon(on ? ICONS.play : ICONS.pause), h("span", { text: t(on ? "go_on" : "pause") }));
  }

  /** Nothing is ever rushed: quicker only takes back what was slowed. */
  slowed(on: boolean): void {
    this.faster.hidden = !on;
  }

  stays(on: boolean, can: boolean): void {
    this.staying = on;
    this.stay.setAttribute("aria-pressed", String(on));
    this.stay.lastElementChild!.textContent = t(on ? "leave" : "stay");
    this.stay.disabled = !can && !on;
  }
}

/** The switches of voice, chime, tick and light, and the way out. */
export class Marks {
  readonly element: HTMLElement;
  private readonly switches: ReadonlyMap<keyof Switches, HTMLButtonElement>;

  constructor(handlers: Handlers) {
    const make = (name: keyof typeof ICONS & Key) =>
      h("button", { class: "mark", title: t(name), "aria-label": t(name), "data-test": name }, icon(ICONS[name]));
    this.switches = new Map(MARKS.map((which) => [which, make(which)]));
    for (const [which, button] of this.switches) button.onclick = () => handlers.flip(which);
    const stop = make("stop");
    stop.onclick = () => {
      if (window.confirm(t("stop_sure"))) handlers.command("stop");
    };
    this.element = h("div", { class: "marks", role: "group", "aria-label": t("settings") }, ...this.switches.values(), stop);
  }

  light(switches: Switches): void {
    for (const [which, button] of this.switches) button.setAttribute("aria-pressed", String(switches[which]));
  }
}

/** The whole screen in three parts, for a knuckle. */
export function zones(handlers: Handlers): HTMLElement {
  const zone = (name: string, act: () => void) => {
    const button = h("button", { class: `zone ${name}`, tabindex: -1, "data-test": `zone-${name}` });
    button.onclick = act;
    return button;
  };
  return h("div", { class: "zones", "aria-hidden": "true" },
    zone("again", () => handlers.command("again")), zone("pause", () => handlers.toggle()), zone("skip", () => handlers.command("skip")));
}

/** "Is the pressure right?", with its three answers. */
export function question(handlers: Handlers): HTMLElement {
  const answer = (key: Key, command: Command | null) => {
    const button = h("button", { class: "small", "data-test": `answer-${command ?? "right"}`, text: t(key) });
    button.onclick = () => {
      if (command) handlers.command(command);
      handlers.answer(!command);
    };
    return button;
  };
  return h("div", { class: "ask", hidden: true, role: "group", "aria-label": t("ask_pressure") },
    h("p", { text: t("ask_pressure") }), answer("softer", "softer"), answer("pressure_right", null), answer("firmer", "firmer"));
}

function big(name: "again" | "pause" | "skip"): HTMLButtonElement {
  return h("button", { class: `big ${name}`, "data-test": name }, icon(ICONS[name]), h("span", { text: t(name) }));
}
