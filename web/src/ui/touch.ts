/** How firm, and which hand leads. */
import { chips } from "./inputs";
import { firmness } from "./before";
import { type Screen, sheet } from "./sheet";
import type { Choices } from "./wanted";
import { type Key, LANGUAGE_NAMES, LANGUAGES, type Language, spoken, t } from "./words";
import { h } from "./dom";

const FORCES: readonly [number, Key, Key][] = [[0.75, "gentle", "gentle_is"], [1, "usual", "usual_is"], [1.2, "strong", "strong_is"]];

export interface Touch {
  choices: Choices;
  change(choices: Choices): void;
  leave(): void;
  back(): void;
}

export function touch({ choices, change, leave, back }: Touch): Screen {
  const now = { ...choices };
  const set = (part: Partial<Choices>) => change(Object.assign(now, part));
  const cards = FORCES.map(([force, key, is]) => {
    const card = h("button", { class: "routine", "aria-pressed": String(firmness(now.force) === key), "data-test": `pressure_wish-${force}` },
      h("b", { text: t(key) }), h("span", { text: t(is) }));
    card.onclick = () => {
      for (const one of cards) one.setAttribute("aria-pressed", String(one === card));
      set({ force });
    };
    return card;
  });
  return {
    element: sheet({
      name: "touch", title: t("touch_question"), hint: t("touch_hint"), done: t("done"), leave, back,
      content: [
        h("div", { class: "routines", role: "group", "aria-label": t("pressure_wish") }, ...cards),
        chips("handed", t("handed"), [[false, t("right")], [true, t("left")]], now.mirror, (mirror) => set({ mirror })),
        h("p", { class: "hint", text: t("handed_hint") }),
      ],
    }),
  };
}

export function languages(choose: (language: Language) => void, leave: () => void): Screen {
  return {
    element: sheet({
      name: "language", title: t("language"), hint: t("language_hint"), done: t("done"), leave, back: leave,
      content: [chips("language", t("language"), LANGUAGES.map((one) => [one, LANGUAGE_NAMES[one]] as const), spoken(), choose)],
    }),
  };
}
