/** The giver's hands: two skinned meshes, whose forearms dissolve toward the elbow. */
import { Bone, BufferAttribute, BufferGeometry, Group, Matrix4, Skeleton, type ShaderMaterial, SkinnedMesh, Vector3 } from "three";
import type { HandData, Session } from "../data/load";
import { blend, emptyPose, momentAt, poseAt, type Pose } from "../data/motion";
import { HAND_COLOURS, linear } from "./path";
import { skinMaterial } from "./material";
import type { Shared } from "./light";
import { coarser, neighbours, openness } from "./shape";

const TINT = new Vector3(0.30, 0.155, 0.105);
/** Cells in which a simple hand has one vertex [m]. */
const COARSE = 0.006;
/** How much of its path's colour plays around the edge of a hand. */
const RIM = 0.13;

/** One hand: its mesh, and the joints that move it. */
export class Hand {
  readonly mesh: SkinnedMesh<BufferGeometry, ShaderMaterial>;
  private readonly bones: Bone[];
  private readonly roots: number[];
  private readonly pose: Pose;
  private readonly from: Pose;
  private readonly to: Pose;
  private readonly marks: Bone[];
  private readonly ends = Array.from({ length: 5 }, () => new Vector3());

  constructor(private readonly data: HandData, side: 0 | 1, uniforms: Shared, simple: boolean) {
    const { mesh } = data;
    this.pose = emptyPose(data);
    this.from = emptyPose(data);
    this.to = emptyPose(data);
    this.bones = mesh.joints.map((name, joint) => {
      const bone = new Bone();
      bone.name = name;
      bone.position.fromArray(mesh.offsets[joint]);
      return bone;
    });
    this.roots = mesh.parents.flatMap((parent, joint) => (parent < 0 ? [joint] : []));
    const binds = mesh.binds.map((numbers) => new Matrix4().set(...(numbers as Parameters<Matrix4["set"]>)));
    const shape = geometry(data, binds, simple);
    const rim = linear(HAND_COLOURS[side]).multiplyScalar(RIM);
    const look = skinMaterial(uniforms, { tint: TINT, oil: 1, own: side, rim, sheer: true });
    this.mesh = new SkinnedMesh(shape, look);
    this.mesh.frustumCulled = false;
    mesh.parents.forEach((parent, joint) => {
      if (parent < 0) this.mesh.add(this.bones[joint]);
      else this.bones[parent].add(this.bones[joint]);
    });
    const last = this.bones[this.bones.length - 1];
    this.marks = MARKS.map((name) => this.bones.find((bone) => bone.name === name) ?? last);
    this.mesh.bind(new Skeleton(this.bones, binds), new Matrix4());
  }

  /** Pose the hand for a moment, or for a way through the air between two. */
  set(session: Session, at: number, from: number | null, share: number): void {
    poseAt(this.data, momentAt(session, at), from === null ? this.pose : this.to);
    if (from !== null) {
      poseAt(this.data, momentAt(session, from), this.from);
      blend(this.from, this.to, share, 0.14, this.pose);
    }
    this.bones.forEach((bone, joint) => bone.quaternion.fromArray(this.pose.turns, 4 * joint));
    this.roots.forEach((joint, order) => this.bones[joint].position.fromArray(this.pose.roots, 3 * order));
  }

  /** The middle of the forearm, roughly. */
  forearm(into: Vector3): Vector3 {
    const [elbow, wrist] = this.marks;
    return elbow.getWorldPosition(into).lerp(wrist.getWorldPosition(this.ends[4]), 0.5);
  }

  /** Show the forearm when it is the tool (1), with its elbow when that is (2), and let it dissolve again afterwards. */
  reveal(whole: number, dt: number): void {
    const { reveal } = this.mesh.material.uniforms;
    reveal.value += (whole - reveal.value) * (1 - Math.exp(-3 * dt));
  }

  /** Free what the graphics chip holds of it. */
  dispose(): void {
    this.mesh.geometry.dispose();
    this.mesh.material.dispose();
    this.mesh.skeleton.dispose();
  }

  /** Forearm, palm and fingers as capsules, for the shade that they throw; what is dissolved throws little. */
  capsules(): Capsule[] {
    const [elbow, wrist, knuckle, tip] = this.marks.map((bone, i) => bone.getWorldPosition(this.ends[i]));
    this.ends[4].copy(wrist).lerp(elbow, 0.7);
    return [
      { a: wrist, b: this.ends[4], radius: 0.034, solid: FAINT + (1 - FAINT) * Math.min(this.mesh.material.uniforms.reveal.value, 1) },
      { a: wrist, b: knuckle, radius: 0.036, solid: 1 },
      { a: knuckle, b: tip, radius: 0.03, solid: 1 },
    ];
  }
}

export interface Capsule {
  a: Vector3;
  b: Vector3;
  radius: number;
  /** Share of its shade that it throws. */
  solid: number;
}

/** Share of its shade that a forearm throws while it is dissolved. */
const FAINT = 0.25;

/** Elbow, wrist, middle knuckle and near its tip; the last joint where a name is missing. */
const MARKS = ["forearm", "hand", "middle_1", "middle_3"];

function geometry(data: HandData, binds: Matrix4[], simple: boolean): BufferGeometry {
  const count = data.vertices.length / 3;
  const shape = new BufferGeometry();
  shape.setAttribute("position", new BufferAttribute(data.vertices, 3));
  shape.setAttribute("skinIndex", new BufferAttribute(data.influences, 4));
  shape.setAttribute("skinWeight", new BufferAttribute(data.weights, 4));
  shape.setIndex(new BufferAttribute(data.faces, 1));
  shape.computeVertexNormals();
  const normals = shape.getAttribute("normal").array as Float32Array;
  const light = openness(data.vertices, normals, neighbours(data.faces, count), [[2, 150], [8, 60]]);
  shape.setAttribute("ao", new BufferAttribute(light, 1));
  for (const name of ["hair", "lit"]) shape.setAttribute(name, new BufferAttribute(new Float32Array(count), 1));
  const fade = sleeve(data, binds);
  shape.setAttribute("fade", new BufferAttribute(fade, 1));
  const faces = simple ? coarser(data.faces, data.vertices, COARSE) : data.faces;
  shape.setIndex(new BufferAttribute(handFirst(faces, fade), 1));
  return shape;
}

/** Triangles in the order in which they blend: what is solid first, so that a faint forearm hides no hand. */
function handFirst(faces: Uint32Array, fade: Float32Array): Uint32Array {
  const solid = (f: number) => fade[faces[3 * f]] + fade[faces[3 * f + 1]] + fade[faces[3 * f + 2]];
  const order = Array.from({ length: faces.length / 3 }, (_, f) => f).sort((f, g) => solid(g) - solid(f));
  return Uint32Array.from(order.flatMap((f) => [...faces.subarray(3 * f, 3 * f + 3)]));
}

/** From the elbow so far nothing shows, and from here on all does [m]: no stump is ever seen. */
const DISSOLVE: readonly [number, number] = [0.03, 0.17];

/** As much as `fade` rises beyond where all shows: by the wrist. */
const HAND = 1.6;

/** `HAND` on the hand, 1 where the forearm is solid yet, 0 well before its mesh ends, and less than that at its end. */
function sleeve(data: HandData, binds: Matrix4[]): Float32Array {
  const root = data.mesh.parents.indexOf(-1);
  const elbow = new Vector3().setFromMatrixPosition(binds[root].clone().invert());
  const wrist = new Vector3().setFromMatrixPosition(binds[Math.max(data.mesh.joints.indexOf("hand"), 0)].clone().invert());
  const axis = wrist.sub(elbow).normalize();
  const point = new Vector3();
  return Float32Array.from({ length: data.vertices.length / 3 }, (_, v) => {
    const along = point.fromArray(data.vertices, 3 * v).sub(elbow).dot(axis);
    return Math.min(HAND, (along - DISSOLVE[0]) / (DISSOLVE[1] - DISSOLVE[0]));
  });
}

/** @param simple They have fewer triangles. */
export function hands(session: Session, uniforms: Shared, simple: boolean): { group: Group; pair: [Hand, Hand] } {
  const group = new Group();
  const pair = session.hands.map((data, side) => new Hand(data, side as 0 | 1, uniforms, simple)) as [Hand, Hand];
  group.add(...pair.map((hand) => hand.mesh));
  return { group, pair };
}
