/** Controls that several screens share: a choice of a few, a number on a line, a row that leads on. */
import { h, icon } from "./dom";

type Value = string | number | boolean | null;

/** A few values, one of which is chosen. */
export function chips<T extends Value>(
  name: string, label: string, values: readonly (readonly [T, string])[], now: T, pick: (value: T) => void,
): HTMLElement {
  const buttons = values.map(([value, text]) => {
    const button = h("button", { class: "chip", "aria-pressed": String(value === now), "data-test": `${name}-${value}`, text });
    button.onclick = () => {
      for (const one of buttons) one.setAttribute("aria-pressed", String(one === button));
      pick(value);
    };
    return button;
  });
  return h("div", { class: "choice", role: "group", "aria-label": label }, h("span", { text: label }), h("div", { class: "chips" }, ...buttons));
}

export interface Line {
  name: string;
  label: string;
  range: readonly [number, number, number];
  now: number;
  told(value: number): string;
  pick(value: number): void;
}

/** A number on a line, told in large type. */
export function line({ name, label, range: [min, max, step], now, told, pick }: Line): HTMLElement {
  const shown = h("output", { text: told(now) });
  const input = h("input", { type: "range", min, max, step, value: now, "aria-label": label, "data-test": name });
  const fill = () => input.style.setProperty("--at", `${(100 * (input.valueAsNumber - min)) / (max - min)}%`);
  input.oninput = () => {
    shown.textContent = told(input.valueAsNumber);
    input.setAttribute("aria-valuetext", told(input.valueAsNumber));
    fill();
    pick(input.valueAsNumber);
  };
  input.setAttribute("aria-valuetext", told(now));
  fill();
  return h("label", { class: "line" }, h("span", { text: label }), shown, input);
}

const ON = "M9 5l7 7-7 7";

/** A row with what is chosen now; a tap leads to its own screen. */
export function row(name: string, label: string, value: string, open: () => void): HTMLElement {
  return h("button", { class: "row", "data-test": name, onclick: open },
    h("span", { text: label }), h("b", { text: value }), icon(ON));
}

/** A statement that can be ticked. */
export function tick(name: string, label: string, on: boolean, flip: (on: boolean) => void): HTMLElement {
  const button = h("button", { class: "tick", role: "checkbox", "aria-checked": String(on), "data-test": name },
    h("i", { "aria-hidden": "true" }, icon("M5 12.5l4.5 4.5L19 7.5")), h("span", { text: label }));
  button.onclick = () => {
    const now = button.getAttribute("aria-checked") !== "true";
    button.setAttribute("aria-checked", String(now));
    flip(now);
  };
  return button;
}
