/** The picture: receiver, hands, the way ahead, seen with the giver's eyes. */
import { Color, type Group, LinearSRGBColorSpace, NoToneMapping, Scene, Vector3, WebGLRenderer } from "three";
import type { Session } from "../data/load";
import { contactAt, momentAt } from "../data/motion";
import { blockAt, forceOf, type State, unbrokenUntil } from "../session";
import { type Receiver, receiver } from "./body";
import { Eyes, type Free } from "./camera";
import { cover } from "./cover";
import { focuses } from "./focus";
import { type Hand, hands } from "./hands";
import { CAPSULES, type Shared, shared } from "./light";
import { paths } from "./path";
import { surface } from "./surface";

/** Anything that can show the session: the drawn scene or the flat one. */
export interface View {
  element: Element;
  draw(state: State, dt: number, free: Free): void;
  resize(width: number, height: number): void;
  /** Frames cost too much: draw less. */
  lighter(): boolean;
  mirror(on: boolean): void;
  /** Show another session from now on. */
  take(session: Session): void;
  /** How much of the graphics chip it holds: what must not grow from session to session. */
  held(): { geometries: number; textures: number; programs: number };
}

export interface Options {
  /** Nothing sways. */
  still: boolean;
  /** Draw as a graphics chip would, whatever it costs: for pictures of the page. */
  fine: boolean;
}

/** What is given up, step by step, where frames cost too much; a processor begins at `SOFTWARE`. */
const TIERS = [
  { ratio: 2, byVertex: false },
  { ratio: 1, byVertex: false },
  { ratio: 1, byVertex: true },
  { ratio: 0.8, byVertex: true },
  { ratio: 0.62, byVertex: true },
];
const SOFTWARE = 2;

/** The colour around everything, as in the style sheet. */
const NIGHT = 0x0d0806;

/** Tools that need the forearm to be seen, and the elbow too. */
const FOREARM: Record<string, number> = { forearm: 1, elbow: 2 };

export function stage(session: Session, options: Options): View {
  const { context, slow } = surface(options.fine);
  const canvas = context.canvas as HTMLCanvasElement;
  const renderer = new WebGLRenderer({ canvas, context });
  renderer.debug.checkShaderErrors = false;
  renderer.toneMapping = NoToneMapping;
  renderer.outputColorSpace = LinearSRGBColorSpace;
  renderer.setClearColor(new Color().setHex(NIGHT, LinearSRGBColorSpace));
  const scene = new Scene();
  const uniforms = shared();
  const way = paths();
  const eyes = new Eyes();
  let cast = two(session, uniforms, slow);
  scene.add(cast.body.group, cast.hands, way.group);
  /** Freed once their successors are drawn: until then they keep the programs that both need. */
  const gone: Cast[] = [];
  let size = { width: 1, height: 1 };
  let tier = slow ? SOFTWARE : 0;
  const settle = () => {
    renderer.setPixelRatio(Math.min(devicePixelRatio || 1, TIERS[tier].ratio));
    if (TIERS[tier].byVertex) byVertex(cast);
  };
  const shown = [0, 0];

  const draw = (state: State, dt: number, free: Free) => {
    const { session, body, pair, focus } = cast;
    const blocks = session.info.blocks;
    const block = blockAt(blocks, state);
    body.pose(block.way, (state.at - block.start) / (block.stop - block.start));
    body.light(block.region, dt, options.still);
    const bridge = state.bridge;
    const until = unbrokenUntil(blocks, state);
    const share = bridge ? bridge.done / bridge.length : 1;
    pair.forEach((hand) => hand.set(session, state.at, bridge ? bridge.from : null, share));
    scene.updateMatrixWorld();
    pair.forEach((hand, side) => shadeOf(hand, side, uniforms));
    for (const side of [0, 1] as const) {
      const contact = contactAt(session.tracks[side], momentAt(session, state.at));
      const tool = session.info.tools[contact.tool];
      const firm = tool ? (contact.force * forceOf(block, state.force)) / tool.levels[2] : 0;
      const wanted = contact.touching && contact.known && !bridge ? Math.min(firm, 1.2) * 0.5 : 0;
      shown[side] += (wanted - shown[side]) * (1 - Math.exp(-dt * 6));
      uniforms.press.value[side] = shown[side];
      const [x, y, z] = contact.place;
      uniforms.touch.value[side].set(x, y * scene.scale.y, z, Math.max(tool?.radius ?? 0.03, 0.02) * 1.35);
      way.pair[side].set(session, bridge ? block.start : state.at, until, dt, options.still);
      pair[side].reveal(FOREARM[tool?.name ?? ""] ?? 0, dt);
      pair[side].mesh.visible = contact.known;
    }
    eyes.update(block.station, focus(block), dt, { still: options.still, side: scene.scale.y });
    eyes.frame(size.width, size.height, free);
    nearestLast(pair, eyes.camera.position);
    renderer.render(scene, eyes.camera);
    for (const { body: lain, pair: pressed } of gone.splice(0)) for (const one of [lain, ...pressed]) one.dispose();
  };
  settle();
  // Programs are made elsewhere while this goes on to lay the receiver down.
  renderer.compile(scene, eyes.camera);
  return {
    element: canvas,
    draw,
    resize(width, height) {
      size = { width, height };
      renderer.setSize(width, height);
    },
    lighter() {
      if (options.fine || tier + 1 >= TIERS.length) return false;
      tier++;
      settle();
      return true;
    },
    mirror(on) {
      scene.scale.y = on ? -1 : 1;
      eyes.settle();
    },
    take(next) {
      scene.remove(cast.body.group, cast.hands);
      gone.push(cast);
      cast = two(next, uniforms, slow);
      scene.add(cast.body.group, cast.hands);
      if (TIERS[tier].byVertex) byVertex(cast);
      shown.fill(0);
      eyes.settle();
    },
    held: () => ({ ...renderer.info.memory, programs: renderer.info.programs?.length ?? 0 }),
  };
}

/** Who is to be seen of a session: the one who lies, and the hands of the one who gives. */
interface Cast {
  session: Session;
  body: Receiver;
  hands: Group;
  pair: [Hand, Hand];
  focus: ReturnType<typeof focuses>;
}

function two(session: Session, uniforms: Shared, simple: boolean): Cast {
  const { group, pair } = hands(session, uniforms, simple);
  const body = receiver(session.body, uniforms, cover(session), simple);
  return { session, body, hands: group, pair, focus: focuses(session) };
}

/** Work light out at every vertex instead of every pixel, without the grain of skin and cloth. */
function byVertex({ body, pair }: Cast): void {
  for (const material of [...body.materials, ...pair.map(({ mesh }) => mesh.material)]) {
    if (material.defines.LIT_BY_VERTEX) continue;
    material.defines.LIT_BY_VERTEX = 1;
    material.needsUpdate = true;
  }
}

/** The first of the two hands in the order of drawing: after skin, cloth and paths. */
const HANDS = 3;
const [one, other] = [new Vector3(), new Vector3()];

/** The forearm nearer to the eyes is drawn over the other: drawn first, a faint one would hide what is behind it. */
function nearestLast([left, right]: [Hand, Hand], eyes: Vector3): void {
  const leftLast = left.forearm(one).distanceToSquared(eyes) < right.forearm(other).distanceToSquared(eyes);
  left.mesh.renderOrder = HANDS + Number(leftLast);
  right.mesh.renderOrder = HANDS + Number(!leftLast);
}

/** The capsules of one hand, for the shade that it throws. */
function shadeOf(hand: Hand, side: number, uniforms: Shared): void {
  hand.capsules().forEach(({ a, b, radius, solid }, index) => {
    const slot = side * (CAPSULES / 2) + index;
    uniforms.capsuleA.value[slot].set(a.x, a.y, a.z, radius);
    uniforms.capsuleB.value[slot].set(b.x, b.y, b.z, hand.mesh.visible ? solid : 0);
  });
}
