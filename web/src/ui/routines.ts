/** Which routine: those of the library with what they work on, and an article of one's own. */
import type { Routine } from "../link/choice";
import { row } from "./inputs";
import { h } from "./dom";
import { placeName } from "./places";
import { type Screen, sheet } from "./sheet";
import { has, t } from "./words";

export interface Routines {
  routines: readonly Routine[];
  now: string | null;
  choose(name: string): void;
  own(): void;
  leave(): void;
  back(): void;
}

const FEW = 4;

export function routines({ routines: all, now, choose, own, leave, back }: Routines): Screen {
  const cards = all.map((one) => {
    const card = h("button", { class: "routine", "aria-pressed": String(one.name === now), "data-test": `routine-${one.name}` },
      h("b", { text: one.title }),
      h("i", { text: t("from_to", { least: Math.round(one.minutes), most: Math.round(one.most) }) }),
      h("span", { text: named(one.places, (name) => placeName(name.replaceAll("_", " "))) }),
      h("span", { class: "how", text: named(one.techniques, technique) }));
    card.onclick = () => {
      for (const other of cards) other.setAttribute("aria-pressed", String(other === card));
      choose(one.name);
    };
    return card;
  });
  return {
    element: sheet({
      name: "routine", title: t("routine_question"), done: t("done"), leave, back,
      content: [h("div", { class: "routines" }, ...cards), row("to-own", t("own"), "", own)],
    }),
  };
}

const technique = (name: string): string => {
  const key = `technique_${name}`;
  return has(key) ? t(key) : name;
};

/** The first few, in words. */
const named = (names: readonly string[], say: (name: string) => string): string =>
  [...new Set(names.filter((name) => name !== "spine" && name !== "other").map(say))].slice(0, FEW).join(", ");
