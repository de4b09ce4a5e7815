/** What can be chosen before: length, firmness, the receiver's size, the leading hand, the language. */
import type { SessionInfo } from "../schema";
import { h } from "./dom";
import { type Key, LANGUAGES, LANGUAGE_NAMES, type Language, spoken, t } from "./words";

/** What a server can plan for. */
export interface Size {
  height: number;
  weight: number;
  sex: string;
  age: number;
  minutes: number | null;
}

export interface Choices {
  force: number;
  mirror: boolean;
}

export interface OptionHandlers {
  /** Plan anew; null in a file, whose plan is fixed. */
  plan: ((size: Size) => void) | null;
  choose(choices: Choices): void;
  speak(language: Language): void;
}

const FORCES: readonly [number, Key][] = [[0.75, "gentle"], [1, "usual"], [1.2, "strong"]];
const LENGTHS = [10, 15, 20, 30];
/** A change is planned when so many milliseconds went by without another. */
const PATIENCE = 450;

export function options(info: SessionInfo, size: Size, choices: Choices, handlers: OptionHandlers): HTMLElement {
  const wanted = { ...size };
  const chosen = { ...choices };
  let timer = 0;
  const plan = () => {
    window.clearTimeout(timer);
    timer = window.setTimeout(() => handlers.plan?.(wanted), PATIENCE);
  };
  const choose = (change: Partial<Choices>) => handlers.choose(Object.assign(chosen, change));
  const person = handlers.plan
    ? [
        chips("length", [[null, "∗"], ...LENGTHS.map((n) => [n, t("minutes", { n })] as [number, string])], wanted.minutes,
          (minutes) => (wanted.minutes = minutes, plan())),
        chips("sex", [["female", t("female")], ["male", t("male")]], wanted.sex, (sex) => (wanted.sex = sex, plan())),
        slider("height", [1.5, 1.95, 0.01], wanted.height, "m", (value) => (wanted.height = value, plan())),
        slider("weight", [42, 120, 1], wanted.weight, "kg", (value) => (wanted.weight = value, plan())),
        slider("age", [20, 85, 1], wanted.age, "", (value) => (wanted.age = value, plan())),
      ]
    : [h("p", { class: "facts", text: t("fixed", { height: info.person.height.toFixed(2), weight: Math.round(info.person.weight) }) })];
  return h("details", { class: "options", "data-test": "options" },
    h("summary", { text: t("options") }),
    chips("pressure_wish", FORCES.map(([value, key]) => [value, t(key)]), chosen.force, (force) => choose({ force })),
    chips("handed", [[false, t("right")], [true, t("left")]], chosen.mirror, (mirror) => choose({ mirror })),
    ...person,
    chips("language", LANGUAGES.map((one) => [one, LANGUAGE_NAMES[one]]), spoken(), (one) => handlers.speak(one)),
  );
}

function chips<T extends string | number | boolean | null>(
  key: Key, values: readonly (readonly [T, string])[], now: T, pick: (value: T) => void,
): HTMLElement {
  const buttons = values.map(([value, label]) => {
    const name = label === "∗" ? t("by_itself") : label;
    const button = h("button", { class: "small", "aria-pressed": String(value === now), "data-test": `${key}-${value}`, text: name });
    button.onclick = () => {
      for (const one of buttons) one.setAttribute("aria-pressed", String(one === button));
      pick(value);
    };
    return button;
  });
  return h("div", { class: "choice", role: "group", "aria-label": t(key) }, h("span", { text: t(key) }), h("div", {}, ...buttons));
}

function slider(
  key: Key, [min, max, step]: readonly [number, number, number], now: number, unit: string, pick: (value: number) => void,
): HTMLElement {
  const shown = h("output", { text: told(now, step, unit) });
  const input = h("input", { type: "range", min, max, step, value: now, "aria-label": t(key), "data-test": key });
  input.oninput = () => {
    shown.textContent = told(input.valueAsNumber, step, unit);
    pick(input.valueAsNumber);
  };
  return h("label", { class: "choice" }, h("span", { text: t(key) }), shown, input);
}

const told = (value: number, step: number, unit: string): string =>
  `${step < 1 ? value.toFixed(2) : Math.round(value)} ${unit}`.trim();
