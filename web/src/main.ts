/** The page: opens its session and goes from before to during to after. */
import "./style.css";
import { embedded, open, type Session, unwrap } from "./data/load";
import type { SessionInfo } from "./schema";
import { initial, type State } from "./session";
import { Player } from "./player";
import { place, recall, remember } from "./store";
import { after } from "./ui/after";
import { before } from "./ui/before";
import { h } from "./ui/dom";
import { speakIn, t } from "./ui/words";
import { flat } from "./view/flat";
import { stage, type View } from "./view/stage";

const app = document.getElementById("app")!;
const asked = new URLSearchParams(location.hash.slice(1));
const still = matchMedia("(prefers-reduced-motion: reduce)").matches;

function picture(session: Session): View {
  if (asked.has("flat")) return flat(session);
  try {
    return stage(session, { still });
  } catch {
    document.documentElement.classList.add("no-3d");
    return flat(session);
  }
}

interface Shown {
  view: View;
  session: Session;
}

function resize({ view }: Shown): void {
  view.resize(innerWidth, innerHeight);
}

function begin(shown: Shown, from: State | null): void {
  const { session, view } = shown;
  const player = new Player(session, view, {
    speed: Number(asked.get("speed") ?? 1),
    mirror: recall("mirror", false),
    done: (state) => finish(shown, state),
  });
  view.mirror(recall("mirror", false));
  swap(player.screen.element);
  player.screen.fit();
  player.begin(from, recall("force", 1));
  Object.assign(window, { effleurage: player });
}

function finish(shown: Shown, state: State): void {
  const done = new Set(state.order.slice(0, state.slot + 1).map((block) => shown.session.info.blocks[block].movement));
  swap(after(
    { worked: state.worked, parts: done.size, force: state.force },
    (word) => remember("words", [...recall<object[]>("words", []), { when: Date.now(), force: state.force, ...word }]),
    () => begin(shown, null),
  ));
}

function start(shown: Shown): void {
  const left = place(shown.session.info);
  swap(before(
    shown.session,
    { begin: () => begin(shown, null), resume: left ? () => begin(shown, left) : null },
    null,
  ));
  const idle = { ...initial(shown.session.info.blocks) };
  const side = innerWidth > innerHeight;
  shown.view.draw(idle, 0, {
    left: side ? innerWidth * 0.45 : 0, top: 0,
    width: side ? innerWidth * 0.55 : innerWidth, height: side ? innerHeight : innerHeight * 0.5,
  });
}

function swap(screen: HTMLElement): void {
  app.querySelector("main")?.remove();
  app.append(screen);
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
    const view = picture(session);
    const shown = { session, view };
    view.element.classList.add("view");
    app.append(view.element);
    resize(shown);
    addEventListener("resize", () => resize(shown));
    start(shown);
    document.documentElement.dataset.ready = "yes";
  } catch (error) {
    app.append(h("main", { class: "lost" }, h("p", { text: t("lost", { why: String(error) }) })));
    throw error;
  }
}

void run();
