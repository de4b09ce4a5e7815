/** A screen for one decision: its question on top, the way back below. */
import type { Session } from "../data/load";
import { h, icon } from "./dom";
import { t } from "./words";

export interface Screen {
  element: HTMLElement;
  /** Another plan has come while the screen is shown. */
  planned?(session: Session): void;
}

export interface Sheet {
  name: string;
  title: string;
  /** One sentence on what this is for. */
  hint?: string | undefined;
  content: (Node | string | null)[];
  /** What the big button says, and does. */
  done: string;
  leave(): void;
  back(): void;
  /** Leave the picture of the body in sight. */
  open?: boolean;
}

export const planningLine = (): HTMLElement =>
  h("p", { class: "planning", role: "status", "data-test": "planning" });

export function sheet({ name, title, hint, content, done, leave, back, open }: Sheet): HTMLElement {
  const away = h("button", { class: "away", "aria-label": t("back"), "data-test": "back", onclick: back }, icon("M15 5l-7 7 7 7"));
  return h("main", { class: `before sheet ${open ? "open" : "full"} is-${name}`, "data-screen": name },
    h("div", { class: "card" },
      h("div", { class: "head" }, away, h("h1", { tabindex: "-1", text: title })),
      hint ? h("p", { class: "hint", text: hint }) : null,
      ...content),
    h("div", { class: "foot" }, planningLine(), h("button", { class: "begin", "data-test": "done", text: done, onclick: leave })));
}
