/** The health gate: asked before anybody is touched; it stops, sends to a doctor, or goes round a place. */
import type { HealthInfo } from "../schema";
import { tick } from "./inputs";
import { h } from "./dom";
import { sheet } from "./sheet";
import { type Key, t } from "./words";

export type Outcome = "stop" | "doctor" | "round";

export const OUTCOMES: readonly Outcome[] = ["stop", "doctor", "round"];

/** What follows from the answers: the strictest one counts; null where nothing applies. */
export function outcome(health: readonly HealthInfo[], answers: ReadonlySet<string>): Outcome | null {
  const found = new Set(health.filter(({ name }) => answers.has(name)).map((row) => row.outcome));
  return OUTCOMES.find((one) => found.has(one)) ?? null;
}

export const healthWords = (name: string): string => t(`health_${name}` as Key);

export interface Gate {
  health: readonly HealthInfo[];
  /** Names of what applies; kept while the page is open, and nowhere else. */
  answers: Set<string>;
  go(outcome: Outcome | null): void;
  back(): void;
}

/** The questions: nothing of it can be passed over, but by saying so. */
export function gate({ health, answers, go, back }: Gate): HTMLElement {
  const parts = OUTCOMES.map((one) => h("section", {}, h("h2", { text: t(`gate_${one}` as Key) }),
    ...health.filter((row) => row.outcome === one).map(({ name }) =>
      tick(`health-${name}`, healthWords(name), answers.has(name), (on) => {
        if (on) answers.add(name);
        else answers.delete(name);
        show();
      }))));
  const element = sheet({
    name: "gate", title: t("gate_question"), hint: t("gate_hint"), content: parts, done: "", back,
    leave: () => go(outcome(health, answers)),
  });
  const done = element.querySelector<HTMLButtonElement>("[data-test=done]")!;
  const show = () => {
    done.textContent = t(answers.size ? "go_on" : "none_of_these");
    done.dataset.test = answers.size ? "go-on" : "none-of-these";
  };
  show();
  return element;
}

/** Not today: there is no way on from here. */
export function stopped(names: readonly string[], back: () => void): HTMLElement {
  return sheet({
    name: "stop", title: t("stop_title"), hint: t("stop_why"), done: t("to_questions"), leave: back, back,
    content: [h("ul", {}, ...names.map((name) => h("li", { text: healthWords(name) }))), h("p", { text: t("stop_rest") })],
  });
}

/** A doctor is asked first, and has agreed. */
export function doctor(names: readonly string[], agreed: () => void, back: () => void): HTMLElement {
  return sheet({
    name: "doctor", title: t("doctor_title"), hint: t("doctor_why"), done: t("doctor_agreed"), leave: agreed, back,
    content: [h("ul", {}, ...names.map((name) => h("li", { text: healthWords(name) }))), h("p", { text: t("doctor_rest") })],
  });
}

/** A file cannot be planned anew: the giver keeps off by hand. */
export function byHand(go: () => void, back: () => void): HTMLElement {
  return sheet({ name: "by-hand", title: t("where_sore"), hint: t("by_hand"), content: [], done: t("go_on"), leave: go, back });
}
