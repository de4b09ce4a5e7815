/** The page: opens its session and goes from before to during to after. */
import "./style.css";
import { embedded, open, type Session, unwrap } from "./data/load";
import type { SessionInfo } from "./schema";
import { initial, type State } from "./session";
import { Player } from "./player";
import { hear } from "./link/live";
import { keep as keepReceiver } from "./link/receivers";
import { planned, underWay, type Waiting } from "./link/memory";
import { adopt, elsewhere, keyOf, place, recall, remember } from "./store";
import { live, plan, remembered, reread } from "./server";
import { after, type Word } from "./ui/after";
import { before } from "./ui/before";
import { h } from "./ui/dom";
import { type Choices, options, type Size } from "./ui/options";
import { own } from "./ui/own";
import { receivers, receiving } from "./ui/receivers";
import { speakIn, t } from "./ui/words";
import { flat } from "./view/flat";
import { stage, type View } from "./view/stage";

const app = document.getElementById("app")!;
const asked = new URLSearchParams(location.hash.slice(1));
const still = matchMedia("(prefers-reduced-motion: reduce)").matches;

function picture(session: Session): View {
  if (asked.has("flat")) return flat(session);
  try {
    return stage(session, { still, fine: asked.has("fine") });
  } catch {
    document.documentElement.classList.add("no-3d");
    return flat(session);
  }
}

interface Shown {
  view: View;
  session: Session;
  /** A session that is under way, but planned for something else than is shown. */
  waiting: Waiting | null;
}

const CHOICES: Choices = { force: 1, mirror: false };

function resize({ view }: Shown): void {
  view.resize(innerWidth, innerHeight);
}

function begin(shown: Shown, from: State | null): void {
  const { session, view } = shown;
  const { force, mirror } = recall("choices", CHOICES);
  const player = new Player(session, view, {
    speed: Number(asked.get("speed") ?? 1),
    mirror,
    done: (state) => (quiet(), finish(shown, state)),
  });
  const quiet = live() ? hear(player) : () => {};
  view.mirror(mirror);
  swap(player.screen.element);
  player.screen.fit();
  player.begin(from, force);
  Object.assign(window, { effleurage: player });
}

function finish(shown: Shown, state: State): void {
  const done = new Set(state.order.slice(0, state.slot + 1).map((block) => shown.session.info.blocks[block].movement));
  const keep = (word: Word) => {
    remember("words", [...recall<object[]>("words", []), { when: Date.now(), force: state.force, ...word }]);
    if (!live()) return;
    const receiver = receiving();
    void remembered({ minutes: state.elapsed / 60, done: [...done], felt: word.felt, word: word.words, receiver });
    if (receiver) void keepReceiver(receiver, shown.session.info.person, state.force);
  };
  swap(after({ worked: state.worked, parts: done.size, force: state.force }, keep, () => begin(shown, null)));
}

/** Another plan for the receiver's size, shown as soon as it is there. */
async function replan(shown: Shown, size: Size, own = false): Promise<void> {
  const line = app.querySelector("[data-test=planning]");
  if (line) line.textContent = t("planning");
  try {
    exchange(shown, await open(await plan(size, own)));
    remember("size", size);
    start(shown, !own && app.querySelector<HTMLDetailsElement>("[data-test=options]")?.open);
    if (own) app.querySelector(".card")?.scrollTo(0, 0);
  } catch (error) {
    if (line) line.textContent = t("plan_failed", { why: (error as Error).message });
  }
}

function exchange(shown: Shown, session: Session): void {
  shown.view.element.remove();
  shown.view.dispose();
  shown.session = session;
  shown.view = show(session);
  resize(shown);
}

/** Go on with what was under way before this page or its server was begun anew. */
async function takeUp(shown: Shown, waiting: Waiting): Promise<void> {
  const line = app.querySelector("[data-test=planning]");
  try {
    exchange(shown, await open(await planned()));
    shown.waiting = null;
    adopt(waiting);
    const left = place(shown.session.info);
    if (left) begin(shown, left);
    else start(shown);
  } catch (error) {
    if (line) line.textContent = t("plan_failed", { why: (error as Error).message });
  }
}

/** What the server knows to be under way: it is this session, or another one waits. */
async function waiting(info: SessionInfo): Promise<Waiting | null> {
  const found = live() ? await underWay() : null;
  if (found && !found.replan && found.key === keyOf(info)) adopt(found);
  return found?.replan ? found : null;
}

/** A session was under way for another size than the server knows: plan that again. */
async function missing(shown: Shown): Promise<void> {
  const size = recall<Size | null>("size", null);
  if (live() && size && elsewhere(shown.session.info)) await replan(shown, size);
}

function show(session: Session): View {
  const view = picture(session);
  view.element.classList.add("view");
  app.prepend(view.element);
  return view;
}

function start(shown: Shown, opened = false): void {
  const { info } = shown.session;
  const left = place(info);
  const other = shown.waiting;
  const again = (unfolded: boolean) => start(shown, unfolded);
  const choices = options(info, { ...info.person, minutes: recall<Size | null>("size", null)?.minutes ?? null }, recall("choices", CHOICES), {
    plan: live() ? (size) => void replan(shown, size) : null,
    choose: (chosen) => {
      remember("choices", chosen);
      shown.view.mirror(chosen.mirror);
      idle(shown);
    },
    speak: (language) => {
      remember("language", language);
      speakIn(language);
      again(true);
    },
  });
  choices.toggleAttribute("open", opened);
  const more = h("div", {}, choices);
  if (live()) {
    const size = { ...info.person, minutes: recall<Size | null>("size", null)?.minutes ?? null };
    choices.append(receivers(size, () => recall("choices", CHOICES).force, ({ height, weight, sex, age, preferences }) => {
      remember("choices", { ...recall("choices", CHOICES), force: preferences.force ?? 1 });
      void replan(shown, { height, weight, sex, age, minutes: size.minutes });
    }));
    more.append(own(reread, () => void replan(shown, size, true)));
  }
  more.append(h("p", { class: "planning", role: "status", "data-test": "planning" }));
  swap(before(
    shown.session,
    { begin: () => begin(shown, null), resume: left ? () => begin(shown, left) : other && (() => void takeUp(shown, other)) },
    more,
  ));
  shown.view.mirror(recall("choices", CHOICES).mirror);
  idle(shown);
}

/** The picture behind the first screen. */
function idle({ session, view }: Shown): void {
  const side = innerWidth > innerHeight;
  view.draw(initial(session.info.blocks), 0, {
    left: side ? innerWidth * 0.45 : 0, top: 0,
    width: side ? innerWidth * 0.55 : innerWidth, height: side ? innerHeight : innerHeight * 0.46,
  });
}

function swap(screen: HTMLElement): void {
  const scroll = app.querySelector(".card")?.scrollTop ?? 0;
  app.querySelector("main")?.remove();
  app.append(screen);
  const card = screen.querySelector(".card");
  if (card && screen.classList.contains("before")) card.scrollTop = scroll;
}

async function fetched(): Promise<SessionInfo> {
  const answer = await fetch("session.json");
  if (!answer.ok) throw new Error(`${answer.status}`);
  return unwrap(await answer.json());
}

async function run(): Promise<void> {
  speakIn(recall("language", navigator.language));
  try {
    const inside = embedded();
    const session = await open(inside ? await unwrap(inside) : await fetched());
    const shown = { session, view: show(session), waiting: await waiting(session.info) };
    resize(shown);
    addEventListener("resize", () => {
      resize(shown);
      if (app.querySelector(".before")) idle(shown);
    });
    start(shown);
    await missing(shown);
    document.documentElement.dataset.ready = "yes";
  } catch (error) {
    app.append(h("main", { class: "lost" }, h("p", { text: t("lost", { why: String(error) }) })));
    throw error;
  }
}

void run();
