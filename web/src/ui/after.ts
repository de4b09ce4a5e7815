/** The screen after: rest, what was done, a word from the receiver, and what may follow. */
import { clock, h } from "./dom";
import { row } from "./inputs";
import { type Key, t } from "./words";

export interface Done {
  /** On the skin, in seconds. */
  worked: number;
  /** Titles of the parts that were done. */
  parts: string[];
  /** Who received, or null. */
  receiver: string | null;
  /** What the article asks for at the end, in its words. */
  closing: string[];
  /** Another routine that may follow, by title, or null. */
  follower: string | null;
  /** Something can be kept for the next time. */
  keeps: boolean;
}

export interface Word {
  felt: "soft" | "right" | "firm" | null;
  words: string;
}

export interface Leaving {
  keep(word: Word): void;
  again(): void;
  follow(): void;
  home(): void;
}

/** How long the receiver rests before they sit up, in seconds. */
const REST = 60;

export function after(done: Done, leaving: Leaving): HTMLElement {
  const minutes = t("minutes", { n: Math.max(1, Math.round(done.worked / 60)) });
  return h("main", { class: "before after full", "data-screen": "after" },
    h("div", { class: "card" },
      h("h1", { tabindex: "-1", text: t("done_title") }),
      done.closing.length ? h("ul", { class: "closing", "data-test": "closing" }, ...done.closing.map((words) => h("li", { text: words, lang: "en" }))) : null,
      rest(),
      h("p", { class: "facts", "data-test": "did", text: t(done.parts.length === 1 ? "did_one" : "did", { minutes, parts: done.parts.length }) }),
      h("p", { class: "hint", text: done.parts.join(" · ") }),
      word(done, leaving.keep),
      h("section", {},
        done.follower ? row("follow", t("follow"), done.follower, leaving.follow) : null,
        row("once-more", t("once_more"), "", leaving.again),
        row("home", t("to_start"), "", leaving.home)),
    ));
}

/** A minute's rest: a light that breathes, and a clock that nobody needs to watch. */
function rest(): HTMLElement {
  const ends = Date.now() + 1000 * REST;
  const left = h("span", { class: "clock", text: clock(REST) });
  const words = h("p", { role: "status", "data-test": "rest", text: t("rest") });
  const light = h("div", { class: "breath", "aria-hidden": "true" }, left);
  const box = h("div", { class: "resting" }, light, words);
  const timer = window.setInterval(() => {
    const seconds = (ends - Date.now()) / 1000;
    left.textContent = clock(seconds);
    if (seconds > 0 && box.isConnected) return;
    window.clearInterval(timer);
    light.classList.add("over");
    left.textContent = "";
    words.textContent = t("sit_up");
  }, 1000);
  return box;
}

function word({ receiver, keeps }: Done, keep: (word: Word) => void): HTMLElement {
  const said: Word = { felt: null, words: "" };
  const text = h("textarea", { rows: 2, maxlength: 500, "aria-label": t("word"), placeholder: t("word_hint"), "data-test": "word" });
  const felt = (["soft", "right", "firm"] as const).map((name) => {
    const button = h("button", { class: "chip", "aria-pressed": "false", "data-test": `felt-${name}`, text: t(`felt_${name}` as Key) });
    button.onclick = () => {
      said.felt = name;
      for (const one of felt) one.setAttribute("aria-pressed", String(one === button));
    };
    return button;
  });
  const told = h("p", { class: "hint", role: "status" });
  const save = h("button", { class: "chip keep", "data-test": "keep", text: t("keep") });
  save.onclick = () => {
    keep({ ...said, words: text.value });
    save.disabled = true;
    const next = said.felt === "soft" ? "next_firmer" : said.felt === "firm" ? "next_softer" : null;
    told.textContent = [t("kept"), next && t(next)].filter(Boolean).join(" ");
  };
  return h("section", { class: "word" },
    h("h2", { text: receiver ? t("word_of", { name: receiver }) : t("word") }),
    h("p", { text: t("felt") }), h("div", { class: "felt", role: "group", "aria-label": t("felt") }, ...felt), text,
    keeps ? h("p", { class: "hint", text: t("stays_here") }) : null, save, told);
}
