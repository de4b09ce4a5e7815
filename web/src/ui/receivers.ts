/** Those who are remembered, one tap each; a name to remember; a way to forget. */
import { everybody, forget, keep, type Preferences, type Receiver } from "../link/receivers";
import { recall, remember } from "../store";
import { h } from "./dom";
import type { Size } from "./wanted";
import { t } from "./words";

/** The name of who receives now, or null. */
export const receiving = (): string | null => recall<string | null>("receiver", null);

export interface Receivers {
  /** Of who receives now. */
  size: Size;
  /** What is kept with a name. */
  preferences(): Preferences;
  /** Plans for somebody who is remembered. */
  pick(one: Receiver): void;
}

export function receivers({ size, preferences, pick }: Receivers): HTMLElement {
  const list = h("div", { class: "chips people" });
  const name = h("input", { type: "text", maxlength: 80, "aria-label": t("name"), placeholder: t("name"), "data-test": "name", autocomplete: "off" });
  const show = async () => list.replaceChildren(...(await everybody()).flatMap((one) => buttons(one)));
  const buttons = (one: Receiver) => {
    const chosen = one.name === receiving();
    const choose = h("button", { class: "chip", "aria-pressed": String(chosen), "data-test": `receiver-${one.name}`, text: one.name });
    choose.onclick = () => {
      remember("receiver", chosen ? null : one.name);
      void show();
      if (!chosen) pick(one);
    };
    if (!chosen) return [choose];
    const drop = h("button", { class: "chip quiet", "data-test": "forget", text: t("forget", { name: one.name }) });
    drop.onclick = async () => {
      remember("receiver", null);
      await forget(one.name);
      await show();
    };
    return [choose, drop];
  };
  const save = async (event: Event) => {
    event.preventDefault();
    const called = name.value.trim();
    if (!called || !(await keep(called, size, preferences()))) return;
    remember("receiver", called);
    name.value = "";
    await show();
  };
  void show();
  return h("div", { class: "choice", role: "group", "aria-label": t("for_whom"), "data-test": "receivers" }, list,
    h("form", { class: "words-in", onsubmit: (event) => void save(event) }, name, h("button", { class: "chip", "data-test": "remember", text: t("remember") })));
}
