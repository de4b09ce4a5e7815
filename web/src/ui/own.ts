/** An article of the giver's own: pasted, dropped or chosen, and shown sentence by sentence as it was understood. */
import { h } from "./dom";
import { type Screen, sheet } from "./sheet";
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
  /** How many sentences there are, and how many of them were not understood. */
  sentences: number;
  unread: number;
  movements: { title: string | null; steps: Understood[] }[];
}

export interface Own {
  /** Reads an article. */
  read(text: string): Promise<Review>;
  /** Plans what was read. */
  use(): void;
  back(): void;
}

export function own({ read, use, back }: Own): Screen {
  const text = h("textarea", { rows: 6, "aria-label": t("own"), placeholder: t("own_paste"), "data-test": "own-text" });
  const shown = h("div", { class: "review", role: "status" });
  const file = h("input", { type: "file", accept: ".txt,.md,.html,text/*", class: "unseen", tabindex: "-1", "aria-hidden": "true" });
  const look = h("button", { class: "chip", "data-test": "own-read", text: t("own_read") });
  const choose = h("button", { class: "chip", "data-test": "own-file", text: t("own_file"), onclick: () => file.click() });
  const take = async (from: File | undefined) => {
    if (!from) return;
    text.value = await from.text();
    await review();
  };
  const review = async () => {
    go.hidden = true;
    try {
      const found = await read(text.value);
      shown.replaceChildren(...told(found));
      go.hidden = found.strokes === 0;
    } catch (error) {
      shown.textContent = t("plan_failed", { why: (error as Error).message });
    }
  };
  look.onclick = () => void review();
  file.onchange = () => void take(file.files?.[0]);
  const element = sheet({
    name: "own", title: t("own"), hint: t("own_hint"), done: t("own_use"), leave: use, back,
    content: [text, h("div", { class: "chips" }, look, choose, file), shown],
  });
  const go = element.querySelector<HTMLButtonElement>("[data-test=done]")!;
  go.dataset.test = "own-use";
  go.hidden = true;
  element.ondragover = (event) => event.preventDefault();
  element.ondrop = (event) => {
    event.preventDefault();
    void take(event.dataTransfer?.files[0]);
  };
  return { element };
}

function told(found: Review): HTMLElement[] {
  const steps = found.movements.flatMap((movement) => movement.steps);
  const doubtful = steps.filter(unclear).length;
  const only = h("button", { class: "chip", "aria-pressed": "false", "data-test": "own-unread", text: t("own_unread", { n: doubtful }) });
  const lists = found.movements.map(({ title, steps }) =>
    h("section", {}, title ? h("h2", { text: title }) : null, h("ul", {}, ...steps.map(sentence))));
  only.onclick = () => {
    const on = only.getAttribute("aria-pressed") !== "true";
    only.setAttribute("aria-pressed", String(on));
    for (const list of lists) list.classList.toggle("unclear-only", on);
  };
  return [
    h("p", { class: "becomes", "data-test": "own-count", text: t("own_count", { read: found.sentences - found.unread, all: found.sentences, strokes: found.strokes }) }),
    ...(doubtful ? [only] : []),
    ...(found.strokes ? [] : [h("p", { text: t("own_none") })]),
    ...lists,
  ];
}

/** Not understood, or not all of it. */
const unclear = ({ kind, findings }: Understood): boolean => kind === "unread" || findings.length > 0;

function sentence(one: Understood): HTMLElement {
  const { words, kind, strokes, findings } = one;
  return h("li", { class: `is-${kind}${unclear(one) ? " unclear" : ""}` },
    h("b", { text: t(`kind_${kind}` as Key) }), h("span", { text: ` ${words}` }),
    ...strokes.map((line) => h("i", { text: line })),
    ...findings.map(({ message, hint }) => h("em", { text: hint ? `${message} (${hint})` : message })));
}

