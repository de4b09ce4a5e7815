/** The page: opens its session and goes from before to during to after. */
import "./style.css";
import "./ui/before.css";
import { embedded, open, type Session, unwrap } from "./data/load";
import { Flow } from "./flow";
import { hear } from "./link/live";
import { keep as keepReceiver } from "./link/receivers";
import { planned, underWay, type Waiting } from "./link/memory";
import type { SessionInfo } from "./schema";
import { initial, type State } from "./session";
import { Player } from "./player";
import { adopt, elsewhere, ended, keyOf, place, recall, remember } from "./store";
import { live, remembered } from "./server";
import { after, type Word } from "./ui/after";
import { movementTitle } from "./ui/cue";
import { h } from "./ui/dom";
import { closing } from "./ui/ready";
import { receiving } from "./ui/receivers";
import { nextForce, type Wanted } from "./ui/wanted";
import { speakIn, t } from "./ui/words";
import { flat } from "./view/flat";
import { stage, type View } from "./view/stage";

const app = document.getElementById("app")!;
const options = new URLSearchParams(location.hash.slice(1));
const still = matchMedia("(prefers-reduced-motion: reduce)").matches;

function picture(session: Session): View {
  if (options.has("flat")) return flat(session);
  try {
    return stage(session, { still, fine: options.has("fine") });
  } catch {
    return flat(session);
  }
}

interface Shown {
  view: View;
  session: Session;
  /** A session that is under way, but planned for something else than is shown. */
  waiting: Waiting | null;
}

function resize({ view }: Shown): void {
  view.resize(innerWidth, innerHeight);
}

function show(session: Session): View {
  const view = picture(session);
  view.element.classList.add("view");
  app.prepend(view.element);
  // As the player is later: for tests, and for whoever looks for what takes up memory.
  Object.assign(window, { effleurage: { view } });
  return view;
}

function exchange(shown: Shown, session: Session): void {
  shown.session = session;
  shown.view.take(session);
  if (app.querySelector("main.before")) idle(shown);
}

function begin(shown: Shown, flow: Flow, from: State | null): void {
  const { session, view } = shown;
  const { force, mirror } = flow.choices;
  const player = new Player(session, view, {
    speed: Number(options.get("speed") ?? 1),
    mirror,
    done: (state) => (quiet(), finish(shown, flow, state)),
  });
  const quiet = live() ? hear(player) : () => {};
  view.mirror(mirror);
  swap(player.screen.element);
  player.screen.fit();
  player.begin(from, force);
  Object.assign(window, { effleurage: player });
}

function finish(shown: Shown, flow: Flow, state: State): void {
  const { session } = shown;
  const done = [...new Set(state.order.slice(0, state.slot + 1).map((block) => session.info.blocks[block].movement))];
  const receiver = receiving();
  const follower = flow.follower();
  const keep = (word: Word) => {
    const force = nextForce(state.force, word.felt);
    remember("words", [...recall<object[]>("words", []), { when: Date.now(), force: state.force, ...word }]);
    flow.choices = { ...flow.choices, force };
    remember("choices", flow.choices);
    if (!live()) return;
    void remembered({ minutes: state.elapsed / 60, done, felt: word.felt, word: word.words, receiver });
    if (receiver) void keepReceiver(receiver, session.info.person, flow.preferences());
  };
  swap(after(
    { worked: state.worked, parts: done.map((index) => movementTitle(session, index)), closing: closing(session.info), receiver, follower: follower?.title ?? null, keeps: live() },
    {
      keep,
      again: () => begin(shown, flow, null),
      follow: () => (flow.home(), void flow.want({ routine: follower!.name, minutes: null }, 0)),
      home: () => (flow.home(), void flow.learn()),
    },
  ));
  idle(shown);
}

/** Go on with what was under way before this page or its server was begun anew. */
async function takeUp(shown: Shown, flow: Flow, waiting: Waiting): Promise<void> {
  const line = app.querySelector("[data-test=planning]");
  if (line) line.textContent = t("planning");
  try {
    exchange(shown, await open(await planned()));
    shown.waiting = null;
    adopt(waiting);
    const left = place(shown.session.info);
    if (left) begin(shown, flow, left);
    else flow.home();
  } catch (error) {
    if (line) line.textContent = t("plan_failed", { why: (error as Error).message });
  }
}

/** What the server knows to be under way: it is this session, or another one waits. */
async function waiting(info: SessionInfo): Promise<Waiting | null> {
  const found = live() ? await underWay() : null;
  if (!found || ended(found)) return null;
  if (!found.replan && found.key === keyOf(info)) adopt(found);
  return found.replan ? found : null;
}

/** A session was under way for something else than the server knows: plan that again. */
async function missing(shown: Shown, flow: Flow): Promise<void> {
  const wanted = recall<Wanted | null>("wanted", null);
  if (live() && wanted && elsewhere(shown.session.info)) await flow.want(wanted, 0);
}

/** The picture behind the first screen. */
function idle({ session, view }: Shown): void {
  const side = innerWidth > innerHeight;
  view.draw(initial(session.info.blocks), 0, {
    left: side ? innerWidth * 0.45 : 0, top: 0,
    width: side ? innerWidth * 0.55 : innerWidth, height: side ? innerHeight : innerHeight * 0.46,
  });
}

/** Put a screen in the place of the one that is there; the same screen keeps where it was scrolled to. */
function swap(screen: HTMLElement): void {
  const old = app.querySelector<HTMLElement>("main");
  const same = old?.dataset.screen === screen.dataset.screen;
  const scroll = (same && old?.querySelector(".card")?.scrollTop) || 0;
  old?.remove();
  app.append(screen);
  screen.querySelector(".card")?.scrollTo(0, scroll);
  if (old && !same) screen.querySelector<HTMLElement>("h1")?.focus({ preventScroll: true });
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
    const shown: Shown = { session, view: show(session), waiting: await waiting(session.info) };
    const flow: Flow = new Flow({
      get session() {
        return shown.session;
      },
      exchange: (next) => exchange(shown, next),
      swap: (screen) => (swap(screen), idle(shown)),
      mirror: (on) => (shown.view.mirror(on), idle(shown)),
      before: () => app.querySelector("main.before:not(.after)") !== null,
      begin: () => begin(shown, flow, null),
      resume() {
        const left = place(shown.session.info);
        const other = shown.waiting;
        return left ? () => begin(shown, flow, left) : other && (() => void takeUp(shown, flow, other));
      },
    });
    resize(shown);
    addEventListener("resize", () => {
      resize(shown);
      if (app.querySelector("main.before")) idle(shown);
    });
    addEventListener("popstate", () => app.querySelector("main.before:not(.after)") && flow.left());
    flow.home();
    await missing(shown, flow);
    document.documentElement.dataset.ready = "yes";
    await flow.learn();
    document.documentElement.dataset.learned = "yes";
  } catch (error) {
    app.append(h("main", { class: "lost" }, h("p", { text: t("lost", { why: String(error) }) })));
    throw error;
  }
}

void run();
