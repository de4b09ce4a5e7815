/** Where more is wanted, and where no hand may go: on the picture, or in words. */
import type { Session } from "../data/load";
import { type WishedWords, type Zones } from "../link/choice";
import { bodyMap } from "./bodymap";
import { h } from "./dom";
import { placeList, placeName } from "./places";
import type { Screen } from "./sheet";
import { sheet } from "./sheet";
import { tapped, type Wanted, type Wish, wish, wishAt } from "./wanted";
import { t } from "./words";

export interface Where {
  session: Session;
  zones: Zones;
  wishes: Pick<Wanted, "more" | "avoid">;
  /** Keeping off is all that can be said: for a place that is sore today. */
  only?: "avoid";
  change(wishes: Pick<Wanted, "more" | "avoid">): void;
  read(text: string): Promise<WishedWords | null>;
  leave(): void;
  back(): void;
}

export function where({ session, zones, wishes, only, change, read, leave, back }: Where): Screen {
  let now = wishes;
  const told = h("p", { class: "told", role: "status", "data-test": "wishes" });
  const buttons: (() => void)[] = [];
  const say = () => (told.textContent = placeList(now) || t(only ? "tap_sore" : "tap_hint"));
  const set = (next: Pick<Wanted, "more" | "avoid">) => {
    now = next;
    say();
    change(now);
  };
  const goes = (zone: string, to: Wish) => set(wish(now, zone, only && to === "more" ? "avoid" : to));
  const map = () => bodyMap(session, zones, (zone) => wishAt(now, zone), goes);
  let picture = map();
  const redraw = () => {
    const next = map();
    picture.replaceWith(next);
    picture = next;
    for (const show of buttons) show();
  };
  const parts = zones.parts.map((zone) => {
    const button = h("button", { class: "chip", "data-test": `zone-${zone}` });
    const show = () => {
      const to = wishAt(now, zone);
      button.dataset.wish = to ?? "";
      button.textContent = placeName(zone);
      button.setAttribute("aria-label", `${placeName(zone)}: ${t(to === "more" ? "more_here" : to === "avoid" ? "nothing_here" : "as_told")}`);
    };
    button.onclick = () => (goes(zone, tapped(wishAt(now, zone))), show());
    buttons.push(show);
    show();
    return button;
  });
  const words = h("input", { type: "text", maxlength: 200, "aria-label": t("in_words"), placeholder: t("in_words_hint"), "data-test": "wish-words", autocomplete: "off" });
  const understood = async (event: Event) => {
    event.preventDefault();
    const found = words.value.trim() ? await read(words.value) : null;
    if (!found) return;
    const avoid = [...new Set([...now.avoid, ...found.avoid, ...(only ? found.more : [])])];
    const more = only ? [] : [...new Set([...now.more, ...found.more])].filter((zone) => !avoid.includes(zone));
    set({ more, avoid });
    redraw();
    if (found.unknown.length) told.textContent = t("not_understood", { what: found.unknown.join(", ") });
    else words.value = "";
  };
  const clear = h("button", { class: "chip", "data-test": "clear", text: t("clear"), onclick: () => (set({ more: [], avoid: [] }), redraw()) });
  say();
  const element = sheet({
    name: "where", title: t(only ? "where_sore" : "where_question"), done: t(only ? "go_on" : "done"), leave, back,
    content: [
      told, picture, h("div", { class: "chips" }, ...parts, clear),
      h("form", { class: "words-in", onsubmit: (event) => void understood(event) }, words, h("button", { class: "chip", "data-test": "wish-read", text: t("understand") })),
    ],
  });
  return {
    element,
    planned(next) {
      session = next;
      redraw();
    },
  };
}
