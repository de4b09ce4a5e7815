/** The screen before: what it will be, for whom, and one big Begin. */
import type { Session } from "../data/load";
import { movementTitle } from "./cue";
import { clock, h } from "./dom";
import { t } from "./words";

export interface BeforeHandlers {
  begin(): void;
  resume: (() => void) | null;
}

const minutes = (seconds: number): string => t("minutes", { n: Math.max(1, Math.round(seconds / 60)) });

/** @param options More to choose, or nothing in a file that is made for one body. */
export function before(session: Session, handlers: BeforeHandlers, options: Node | null): HTMLElement {
  const { info } = session;
  const title = h("h1", { text: info.title ?? t("tonight") });
  const facts = h("p", { class: "facts", text: `${minutes(info.duration)} · ${t("parts", { n: lengths(session).length })}` });
  const begin = h("button", { class: "begin", "data-test": "begin", text: handlers.resume ? t("start_over") : t("begin") });
  begin.onclick = () => handlers.begin();
  const resume = handlers.resume ? h("button", { class: "begin", "data-test": "resume", text: t("go_on_here") }) : null;
  if (resume && handlers.resume) resume.onclick = handlers.resume;
  const parts = h("ol", { class: "parts" }, ...lengths(session).map(([index, seconds]) =>
    h("li", {}, h("span", { text: movementTitle(session, index) }), h("i", { text: clock(seconds) }))));
  return h("main", { class: "before" },
    h("div", { class: "card" },
      title, facts, resume, begin,
      info.dropped.length ? h("p", { class: "dropped", text: t("dropped", { what: info.dropped.join(", ") }) }) : null,
      options,
      parts,
      list("at_hand", ["oil", "towels", "nails", "allergy"]),
      list("health", ["health_stop", "health_round", "pain"]),
    ),
  );
}

/** Movements in their order, with their lengths. */
function lengths(session: Session): [number, number][] {
  const sums = new Map<number, number>();
  for (const block of session.info.blocks) {
    sums.set(block.movement, (sums.get(block.movement) ?? 0) + block.stop - block.start);
  }
  return [...sums];
}

function list(head: "at_hand" | "health", keys: Parameters<typeof t>[0][]): HTMLElement {
  return h("section", { class: head }, h("h2", { text: t(head) }), h("ul", {}, ...keys.map((key) => h("li", { text: t(key) }))));
}
