/** The screen after: what was done, rest, a word from the receiver. */
import { h } from "./dom";
import { type Key, t } from "./words";

export interface Done {
  worked: number;
  parts: number;
  force: number;
}

export interface Word {
  felt: "soft" | "right" | "firm" | null;
  words: string;
}

export function after(done: Done, keep: (word: Word) => void, again: () => void): HTMLElement {
  const word: Word = { felt: null, words: "" };
  const text = h("textarea", { rows: 2, maxlength: 500, "aria-label": t("word"), placeholder: t("word_hint") });
  const felt = (["soft", "right", "firm"] as const).map((name) => {
    const button = h("button", { class: "small", "aria-pressed": "false", "data-test": `felt-${name}`, text: t(`felt_${name}` as Key) });
    button.onclick = () => {
      word.felt = name;
      for (const one of felt) one.setAttribute("aria-pressed", String(one === button));
    };
    return button;
  });
  const save = h("button", { class: "small keep", "data-test": "keep", text: t("keep") });
  save.onclick = () => {
    keep({ ...word, words: text.value });
    save.textContent = t("kept");
    save.disabled = true;
  };
  const more = h("button", { class: "begin", "data-test": "once-more", text: t("once_more") });
  more.onclick = again;
  const minutes = t("minutes", { n: Math.max(1, Math.round(done.worked / 60)) });
  return h("main", { class: "after" },
    h("div", { class: "card" },
      h("h1", { text: t("done") }),
      h("p", { class: "facts", "data-test": "did", text: t("did", { minutes, parts: done.parts }) }),
      h("p", { text: t("rest") }),
      h("section", {}, h("h2", { text: t("word") }), h("p", { class: "felt" }, h("span", { text: `${t("felt")} ` }), ...felt), text, save),
      more,
    ),
  );
}
