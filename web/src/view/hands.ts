/** The giver's hands: two skinned meshes that fade out toward the elbow. */
import { Bone, BufferAttribute, BufferGeometry, Group, Matrix4, Skeleton, type ShaderMaterial, SkinnedMesh, Vector3 } from "three";
import type { HandData, Session } from "../data/load";
import { blend, emptyPose, momentAt, poseAt, type Pose } from "../data/motion";
import { skinMaterial } from "./body";
import type { Shared } from "./light";
import { neighbours, openness } from "./shape";

const TINT = new Vector3(0.40, 0.215, 0.145);

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

  constructor(private readonly data: HandData, side: number, uniforms: Shared, detail: boolean) {
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
    const shape = geometry(data, binds);
    const look = skinMaterial(uniforms, { tint: TINT, oil: 1, detail, own: side });
    look.transparent = true;
    this.mesh = new SkinnedMesh(shape, look);
    this.mesh.renderOrder = 3;
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

  /** Show the whole forearm when it is the tool, and let it fade out again afterwards. */
  reveal(whole: boolean, dt: number): void {
    const { reveal } = this.mesh.material.uniforms;
    reveal.value += (Number(whole) - reveal.value) * (1 - Math.exp(-3 * dt));
  }

  /** Forearm, palm and fingers as capsules, for the shade that they throw. */
  capsules(): Capsule[] {
    const [elbow, wrist, knuckle, tip] = this.marks.map((bone, i) => bone.getWorldPosition(this.ends[i]));
    this.ends[4].copy(wrist).lerp(elbow, 0.7);
    return [
      { a: wrist, b: this.ends[4], radius: 0.034 },
      { a: wrist, b: knuckle, radius: 0.036 },
      { a: knuckle, b: tip, radius: 0.03 },
    ];
  }
}

export interface Capsule {
  a: Vector3;
  b: Vector3;
  radius: number;
}

/** Elbow, wrist, middle knuckle and near its tip; the last joint where a name is missing. */
const MARKS = ["forearm", "hand", "middle_1", "middle_3"];

function geometry(data: HandData, binds: Matrix4[]): BufferGeometry {
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
  shape.setAttribute("hair", new BufferAttribute(new Float32Array(count), 1));
  shape.setAttribute("fade", new BufferAttribute(sleeve(data, binds), 1));
  return shape;
}

/** 1 on the hand, falling to 0 where the mesh of the forearm ends. */
function sleeve(data: HandData, binds: Matrix4[]): Float32Array {
  const root = data.mesh.parents.indexOf(-1);
  const elbow = new Vector3().setFromMatrixPosition(binds[root].clone().invert());
  const count = data.vertices.length / 3;
  const far = new Float32Array(count);
  for (let v = 0; v < count; v++) {
    far[v] = Math.hypot(
      data.vertices[3 * v] - elbow.x, data.vertices[3 * v + 1] - elbow.y, data.vertices[3 * v + 2] - elbow.z,
    );
  }
  return far.map((d) => Math.min(1, Math.max(0, (d - 0.015) / 0.12)));
}

export function hands(session: Session, uniforms: Shared, detail: boolean): { group: Group; pair: [Hand, Hand] } {
  const group = new Group();
  const pair = session.hands.map((data, side) => new Hand(data, side, uniforms, detail)) as [Hand, Hand];
  group.add(...pair.map((hand) => hand.mesh));
  return { group, pair };
}
