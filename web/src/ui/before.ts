/** The screen before: one big Begin, a few whole proposals, and what can be fitted to the two. */
import type { Session } from "../data/load";
import type { Routine } from "../link/choice";
import { row } from "./inputs";
import { movementTitle } from "./cue";
import { clock, h } from "./dom";
import { leftOut, unmet } from "./leftout";
import { planningLine } from "./sheet";
import type { Choices, Wanted } from "./wanted";
import { placeList } from "./places";
import { type Key, LANGUAGE_NAMES, spoken, t } from "./words";

export type Decision = "routine" | "length" | "person" | "where" | "touch" | "language";

export interface Home {
  session: Session;
  wanted: Wanted;
  choices: Choices;
  /** The routines there are; null in a file, whose plan is fixed. */
  routines: readonly Routine[] | null;
  /** Who receives, by name, or null. */
  receiver: string | null;
  /** What was said last time, or null. */
  last: string | null;
  begin(): void;
  resume: (() => void) | null;
  propose(routine: string, minutes: number | null): void;
  open(decision: Decision): void;
}

/** Whole proposals for someone who wants to choose nothing: routine, minutes. */
const PROPOSALS: readonly [Key, string, number | null][] = [
  ["quick_ten", "back", 10], ["whole_back", "back", null], ["unhurried", "back", 20],
  ["tight_neck", "neck-and-shoulders", null], ["tired_back", "lower-back", null], ["tired_feet", "feet-and-calves", null],
];

export const minutes = (seconds: number): string => t("minutes", { n: Math.max(1, Math.round(seconds / 60)) });

export function before(home: Home): HTMLElement {
  const { session: { info }, choices, routines } = home;
  const lengths = movementLengths(home.session);
  const begin = h("button", { class: "begin", "data-test": "begin", "data-waits": true, text: t(home.resume ? "start_over" : "begin"), onclick: home.begin });
  const resume = home.resume && h("button", { class: "begin", "data-test": "resume", "data-waits": true, text: t("go_on_here"), onclick: home.resume });
  const facts = [minutes(info.duration), t(lengths.length === 1 ? "parts_one" : "parts", { n: lengths.length }), home.receiver].filter(Boolean).join(" · ");
  const wishes = info.notes.filter((note) => note.topic === "wish");
  return h("main", { class: "before home", "data-screen": "home" },
    h("div", { class: "card" },
      h("h1", { tabindex: "-1", text: info.title ?? t("tonight") }),
      h("p", { class: "facts", "data-test": "facts", text: facts }),
      resume, begin, planningLine(),
      home.last ? h("p", { class: "last-time", text: home.last }) : null,
      dropped(info.dropped, choices.mirror),
      ...wishes.map(({ words }) => h("p", { class: "dropped", "data-test": "unmet", text: unmet(words, choices.mirror) })),
      routines ? proposals(home, routines) : null,
      decisions(home),
      h("section", {}, h("h2", { text: t("order") }),
        h("ol", { class: "parts" }, ...lengths.map(([index, seconds]) =>
          h("li", {}, h("span", { text: movementTitle(home.session, index) }), h("i", { text: clock(seconds) }))))),
    ));
}

export function dropped(names: readonly string[], mirror: boolean): HTMLElement | null {
  if (!names.length) return null;
  return h("details", { class: "dropped", "data-test": "dropped" },
    h("summary", { text: t(names.length === 1 ? "left_out_one" : "left_out", { n: names.length }) }),
    h("ul", {}, ...names.map((name) => h("li", { text: leftOut(name, mirror) }))));
}

function proposals({ wanted, propose }: Home, routines: readonly Routine[]): HTMLElement {
  const there = PROPOSALS.filter(([, name]) => routines.some((one) => one.name === name));
  const buttons = there.map(([key, name, length]) => {
    const now = wanted.routine === name && wanted.minutes === length;
    const usual = routines.find((one) => one.name === name)!.minutes;
    return h("button", { class: "proposal", "aria-pressed": String(now), "data-test": `proposal-${key}`, onclick: () => propose(name, length) },
      h("b", { text: t(key) }), h("span", { text: t("minutes", { n: Math.round(length ?? usual) }) }));
  });
  return h("section", { class: "proposals-part" }, h("h2", { text: t("proposals") }), h("div", { class: "proposals" }, ...buttons));
}

function decisions({ session: { info }, wanted, choices, routines, receiver, open }: Home): HTMLElement {
  const to = (decision: Decision) => () => open(decision);
  const { height, weight } = info.person;
  const size = t("sized", { height: height.toFixed(2), weight: Math.round(weight) });
  const touch = `${t(firmness(choices.force))}, ${t(choices.mirror ? "left_handed" : "right_handed")}`;
  const fitted = routines
    ? [
        row("to-routine", t("routine"), info.title ?? t("own_text"), to("routine")),
        row("to-length", t("length"), wanted.minutes === null ? t("by_itself") : t("minutes", { n: wanted.minutes }), to("length")),
        row("to-person", t("for_whom"), receiver ? `${receiver}, ${size}` : size, to("person")),
        row("to-where", t("where"), placeList(wanted) || t("everywhere"), to("where")),
      ]
    : [h("p", { class: "facts", text: t("fixed", { height: height.toFixed(2), weight: Math.round(weight) }) })];
  return h("section", { class: "decisions" }, h("h2", { text: t("fit") }),
    ...fitted,
    row("to-touch", t("pressure_wish"), touch, to("touch")),
    row("to-language", t("language"), LANGUAGE_NAMES[spoken()], to("language")));
}

export const firmness = (force: number): Key => (force < 0.9 ? "gentle" : force > 1.1 ? "strong" : "usual");

/** Movements in their order, with their lengths. */
function movementLengths(session: Session): [number, number][] {
  const sums = new Map<number, number>();
  for (const block of session.info.blocks) {
    sums.set(block.movement, (sums.get(block.movement) ?? 0) + block.stop - block.start);
  }
  return [...sums];
}
