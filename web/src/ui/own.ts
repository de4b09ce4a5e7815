/** An article of the giver's own: pasted or dropped, and shown as it was understood. */
import { h } from "./dom";
import { type Key, t } from "./words";

export interface Finding {
  message: string;
  hint: string | null;
}

export interface Understood {
  words: string;
  kind: string;
  strokes: string[];
  findings: Finding[];
}

export interface Review {
  strokes: number;
  minutes: number;
  movements: { title: string | null; steps: Understood[] }[];
}

/** @param read Reads an article. @param use Plans what was read. */
export function own(read: (text: string) => Promise<Review>, use: () => void): HTMLElement {
  const text = h("textarea", { rows: 4, "aria-label": t("own"), placeholder: t("own_hint"), "data-test": "own-text" });
  const shown = h("div", { class: "review", role: "status" });
  const look = h("button", { class: "small", "data-test": "own-read", text: t("own_read") });
  const review = async () => {
    try {
      const found = await read(text.value);
      const go = h("button", { class: "small keep", "data-test": "own-use", text: t("own_use") });
      go.onclick = use;
      shown.replaceChildren(
        ...found.movements.flatMap(({ title, steps }) => [
          ...(title ? [h("h2", { text: title })] : []), h("ul", {}, ...steps.map(sentence)),
        ]),
        found.strokes ? go : h("p", { text: t("own_none") }),
      );
    } catch (error) {
      shown.textContent = t("plan_failed", { why: (error as Error).message });
    }
  };
  look.onclick = () => void review();
  text.ondrop = async (event) => {
    const file = event.dataTransfer?.files[0];
    if (!file) return;
    event.preventDefault();
    text.value = await file.text();
    await review();
  };
  return h("details", { class: "options", "data-test": "own" }, h("summary", { text: t("own") }), text, look, shown);
}

function sentence({ words, kind, strokes, findings }: Understood): HTMLElement {
  return h("li", { class: `is-${kind}` },
    h("b", { text: t(`kind_${kind}` as Key) }), h("span", { text: ` ${words}` }),
    ...strokes.map((line) => h("i", { text: line })),
    ...findings.map(({ message, hint }) => h("em", { text: hint ? `${message} (${hint})` : message })));
}
