/** How long: what suits the routine, what is left out below it, and what follows above it. */
import type { Session } from "../data/load";
import type { Routine } from "../link/choice";
import { dropped, minutes } from "./before";
import { chips, line } from "./inputs";
import { h } from "./dom";
import { type Screen, sheet } from "./sheet";
import { t } from "./words";

export interface Length {
  session: Session;
  minutes: number | null;
  mirror: boolean;
  /** The routine that is planned, if it is one of the library. */
  routine: Routine | null;
  /** Another one that can follow. */
  follower: Routine | null;
  change(minutes: number | null): void;
  leave(): void;
  back(): void;
}

const LEAST = 5;
const MOST = 60;
/** A plan that is so much shorter than was asked for has nothing more to give. */
const SHORT = 0.85;

export function length(wish: Length): Screen {
  const { routine } = wish;
  let wanted = wish.minutes;
  const outcome = h("div", { class: "outcome", "aria-live": "polite" });
  const show = ({ info }: Session) => {
    if (wanted === null) put(Math.round(info.duration / 60));
    const short = wanted !== null && info.duration / 60 < wanted * SHORT;
    outcome.replaceChildren(
      h("p", { class: "becomes", "data-test": "becomes", text: t("becomes", { minutes: minutes(info.duration) }) }),
      ...[
        dropped(info.dropped, wish.mirror),
        short ? h("p", { class: "told", "data-test": "fills", text: t("fills", { minutes: minutes(info.duration) }) }) : null,
        short && wish.follower ? h("p", { class: "told", text: t("then", { title: wish.follower.title }) }) : null,
      ].filter((one) => one !== null),
    );
  };
  const usual = chips("length", t("length"), [[null, t("by_itself")], ...[10, 15, 20, 30].map((n) => [n, t("minutes", { n })] as [number, string])],
    wanted, (value) => (choose(value), value !== null && put(value)));
  const slider = line({
    name: "minutes", label: t("or_exactly"), range: [LEAST, MOST, 1], now: wanted ?? Math.round(wish.session.info.duration / 60),
    told: (n) => t("minutes", { n }), pick: (value) => {
      for (const one of usual.querySelectorAll("button")) one.setAttribute("aria-pressed", String(one.dataset.test === `length-${value}`));
      choose(value);
    },
  });
  const input = slider.querySelector("input")!;
  const put = (value: number) => {
    input.value = String(value);
    slider.querySelector("output")!.textContent = t("minutes", { n: value });
  };
  const choose = (value: number | null) => {
    wanted = value;
    wish.change(value);
  };
  const share = (value: number) => `${(100 * (Math.min(MOST, Math.max(LEAST, value)) - LEAST)) / (MOST - LEAST)}%`;
  if (routine) {
    slider.style.setProperty("--low", share(routine.minutes));
    slider.style.setProperty("--high", share(routine.most));
  }
  show(wish.session);
  const element = sheet({
    name: "length", title: t("length_question"), done: t("done"), leave: wish.leave, back: wish.back,
    hint: routine ? t("suits", { least: Math.round(routine.minutes), most: Math.round(routine.most) }) : undefined,
    content: [usual, slider, outcome, h("p", { class: "hint", text: t("never_rushed") })],
  });
  return { element, planned: show };
}
