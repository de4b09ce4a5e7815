/** The picture: receiver, hands, the way ahead, seen with the giver's eyes. */
import { LinearSRGBColorSpace, type Mesh, NoToneMapping, Scene, ShaderMaterial, Vector3, WebGLRenderer } from "three";
import type { Session } from "../data/load";
import { contactAt, momentAt } from "../data/motion";
import { blockAt, forceOf, type State } from "../session";
import { type Receiver, receiver } from "./body";
import { Eyes, type Free } from "./camera";
import { type Hand, hands } from "./hands";
import { CAPSULES, shared } from "./light";
import { paths } from "./path";

/** Anything that can show the session: the drawn scene or the flat one. */
export interface View {
  element: Element;
  draw(state: State, dt: number, free: Free): void;
  resize(width: number, height: number): void;
  /** Frames cost too much: draw less. */
  lighter(): boolean;
  mirror(on: boolean): void;
  /** Free what the picture holds; it is not drawn again. */
  dispose(): void;
}

export interface Options {
  still: boolean;
}

/** What is given up, step by step, where frames cost too much. */
const TIERS = [
  { ratio: 1, detail: true },
  { ratio: 1, detail: false },
  { ratio: 0.8, detail: false },
  { ratio: 0.62, detail: false },
];

/** Tools that need the whole forearm to be seen. */
const FOREARM = new Set(["forearm", "elbow"]);

export function stage(session: Session, options: Options): View {
  const canvas = document.createElement("canvas");
  canvas.setAttribute("aria-hidden", "true");
  const slow = software();
  const renderer = new WebGLRenderer({ canvas, antialias: !slow, alpha: true, powerPreference: "low-power" });
  renderer.toneMapping = NoToneMapping;
  renderer.outputColorSpace = LinearSRGBColorSpace;
  renderer.setClearColor(0x000000, 0);
  let ratio = Math.min(devicePixelRatio || 1, slow ? 1 : 2);
  renderer.setPixelRatio(ratio);
  const scene = new Scene();
  const uniforms = shared();
  const body: Receiver = receiver(session.body, uniforms, towelEdge(session), true);
  const { group: handGroup, pair } = hands(session, uniforms, true);
  const way = paths();
  const eyes = new Eyes();
  scene.add(body.group, handGroup, way.group);
  let size = { width: 1, height: 1 };
  let tier = 0;
  const shown = [0, 0];
  const focus = new Vector3();

  const draw = (state: State, dt: number, free: Free) => {
    const blocks = session.info.blocks;
    const block = blockAt(blocks, state);
    body.pose(block.way, (state.at - block.start) / (block.stop - block.start));
    const bridge = state.bridge;
    const share = bridge ? bridge.done / bridge.length : 1;
    pair.forEach((hand) => hand.set(session, state.at, bridge ? bridge.from : null, share));
    scene.updateMatrixWorld();
    pair.forEach((hand, side) => shadeOf(hand, side, uniforms));
    let known = 0;
    focus.set(0, 0, 0);
    for (const side of [0, 1] as const) {
      const contact = contactAt(session.tracks[side], momentAt(session, state.at));
      const tool = session.info.tools[contact.tool];
      const firm = tool ? (contact.force * forceOf(block, state.force)) / tool.levels[2] : 0;
      const wanted = contact.touching && contact.known && !bridge ? Math.min(firm, 1.2) * 0.5 : 0;
      shown[side] += (wanted - shown[side]) * (1 - Math.exp(-dt * 6));
      uniforms.press.value[side] = shown[side];
      const [x, y, z] = contact.place;
      uniforms.touch.value[side].set(x, y * scene.scale.y, z, Math.max(tool?.radius ?? 0.03, 0.02) * 1.35);
      way.pair[side].set(session, bridge ? block.start : state.at, block.stop, dt, options.still);
      if (contact.known) {
        focus.add(new Vector3(x, y * scene.scale.y, z));
        known++;
      }
      pair[side].reveal(FOREARM.has(tool?.name ?? ""), dt);
      pair[side].mesh.visible = contact.known;
    }
    eyes.update(block.station, known ? focus.divideScalar(known) : null, dt, { still: options.still, side: scene.scale.y });
    eyes.frame(size.width, size.height, free);
    renderer.render(scene, eyes.camera);
  };
  return {
    element: canvas,
    draw,
    resize(width, height) {
      size = { width, height };
      renderer.setSize(width, height);
    },
    lighter() {
      const next = TIERS[tier];
      if (!next) return false;
      tier++;
      ratio = Math.min(ratio, next.ratio);
      renderer.setPixelRatio(ratio);
      if (!next.detail) coarse(scene);
      return true;
    },
    mirror(on) {
      scene.scale.y = on ? -1 : 1;
      eyes.settle();
    },
    dispose() {
      renderer.dispose();
      renderer.forceContextLoss();
    },
  };
}

/** A processor draws instead of a graphics chip. */
function software(): boolean {
  const probe = document.createElement("canvas").getContext("webgl2");
  const facts = probe?.getExtension("WEBGL_debug_renderer_info");
  const name = facts ? String(probe?.getParameter(facts.UNMASKED_RENDERER_WEBGL)) : "";
  probe?.getExtension("WEBGL_lose_context")?.loseContext();
  return /swiftshader|llvmpipe|softpipe|software|basic render/i.test(name);
}

/** Leave out the grain of skin and cloth. */
function coarse(scene: Scene): void {
  scene.traverse((one) => {
    const material = (one as Mesh).material;
    if (!(material instanceof ShaderMaterial) || !("DETAIL" in material.defines)) return;
    material.defines.DETAIL = 0;
    material.needsUpdate = true;
  });
}

/** However low hands work, the towel begins no lower than this [m along x]. */
const MODEST = -0.13;

/** The towel begins below everything that is touched, and never above the hips. */
function towelEdge(session: Session): number {
  let low = 0.1;
  for (const { contact, state } of session.tracks) {
    for (let row = 0; row < session.count; row++) {
      if (state[0][row] && state[4][row]) low = Math.min(low, contact[0][row]);
    }
  }
  return Math.max(Math.min(low - 0.07, -0.02), MODEST);
}

/** The capsules of one hand, for the shade that it throws. */
function shadeOf(hand: Hand, side: number, uniforms: ReturnType<typeof shared>): void {
  hand.capsules().forEach(({ a, b, radius }, index) => {
    const slot = side * (CAPSULES / 2) + index;
    uniforms.capsuleA.value[slot].set(a.x, a.y, a.z, radius);
    uniforms.capsuleB.value[slot].set(b.x, b.y, b.z, hand.mesh.visible ? 1 : 0);
  });
}
