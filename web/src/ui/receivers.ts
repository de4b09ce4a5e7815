/** For whom: those who are remembered, one tap each; a name to remember; a way to forget. */
import { everybody, forget, keep, type Receiver } from "../link/receivers";
import { recall, remember } from "../store";
import { h } from "./dom";
import type { Size } from "./options";
import { t } from "./words";

/** The name of who receives now, or null. */
export const receiving = (): string | null => recall<string | null>("receiver", null);

/** @param size Of who receives now. @param force What was chosen. @param pick Plans for somebody who is remembered. */
export function receivers(size: Size, force: () => number, pick: (one: Receiver) => void): HTMLElement {
  const list = h("div", { class: "people" });
  const name = h("input", { type: "text", maxlength: 80, "aria-label": t("name"), placeholder: t("name"), "data-test": "name", autocomplete: "off" });
  const save = h("button", { class: "small", "data-test": "remember", text: t("remember") });
  const show = async () => list.replaceChildren(...(await everybody()).map((one) => button(one)));
  const button = (one: Receiver) => {
    const chosen = one.name === receiving();
    const choose = h("button", { class: "small", "aria-pressed": String(chosen), "data-test": `receiver-${one.name}`, text: one.name });
    choose.onclick = () => {
      remember("receiver", chosen ? null : one.name);
      if (chosen) void show();
      else pick(one);
    };
    if (!chosen) return choose;
    const drop = h("button", { class: "small", "data-test": "forget", text: t("forget", { name: one.name }) });
    drop.onclick = async () => {
      remember("receiver", null);
      await forget(one.name);
      await show();
    };
    return h("span", {}, choose, drop);
  };
  save.onclick = async () => {
    const called = name.value.trim();
    if (!called || !(await keep(called, size, force()))) return;
    remember("receiver", called);
    name.value = "";
    await show();
  };
  void show();
  return h("div", { class: "choice", role: "group", "aria-label": t("for_whom"), "data-test": "receivers" },
    h("span", { text: t("for_whom") }), list, h("div", { class: "naming" }, name, save));
}
