/** The session that the page carries, or that its server gives, unpacked. */
import type { HandMesh, SessionInfo } from "../schema";
import { type Channels, inflate, interleave, unpack } from "./unpack";

export interface HandData {
  mesh: HandMesh;
  vertices: Float32Array;
  faces: Uint32Array;
  influences: Uint16Array;
  weights: Float32Array;
  roots: Channels;
  turns: Channels;
  /** Row after row, the quaternions wxyz of all joints in each finger shape. */
  shapes: Float32Array;
  fingers: Channels;
}

export interface TrackData {
  contact: Channels;
  state: Channels;
}

export interface BodyData {
  faces: Uint32Array;
  /** Vertices of every skin. */
  skins: Float32Array[];
  /** Share of hair on each vertex. */
  hair: Float32Array;
  /** Body parts without a chart, by name: 1 on their vertices. */
  parts: ReadonlyMap<string, Float32Array>;
}

export interface Session {
  info: SessionInfo;
  body: BodyData;
  hands: [HandData, HandData];
  tracks: [TrackData, TrackData];
  /** Number of samples. */
  count: number;
}

async function hand(mesh: HandMesh): Promise<HandData> {
  const [vertices, faces, influences, weights, roots, turns, shapes, fingers] = await Promise.all([
    mesh.vertices, mesh.faces, mesh.influences, mesh.weights, mesh.roots, mesh.turns, mesh.shapes, mesh.fingers,
  ].map(unpack));
  return {
    mesh,
    vertices: interleave(vertices),
    faces: Uint32Array.from(interleave(faces)),
    influences: Uint16Array.from(interleave(influences)),
    weights: interleave(weights),
    roots,
    turns,
    shapes: interleave(shapes),
    fingers,
  };
}

export async function open(info: SessionInfo): Promise<Session> {
  const faces = Uint32Array.from(interleave(await unpack(info.body.faces)));
  const [base, ...changes] = await Promise.all(info.body.vertices.map(async (skin) => interleave(await unpack(skin))));
  const skins = [base, ...changes.map((change) => change.map((value, i) => value + base[i]))];
  const [hair] = await unpack(info.body.hair);
  const masks = await unpack(info.body.parts);
  const parts = new Map(info.body.part_names.map((name, index) => [name, masks[index]]));
  const [left, right] = await Promise.all(info.hands.map(hand));
  const [first, second] = await Promise.all(
    info.tracks.map(async (track) => ({
      contact: await unpack(track.contact),
      state: await unpack(track.state),
    })),
  );
  return {
    info,
    body: { faces, skins, hair, parts },
    hands: [left, right],
    tracks: [first, second],
    count: first.contact[0].length,
  };
}

interface Wrapped {
  gzip: string;
}

/** The session in its wrapping, as the page or its server holds it. */
export const unwrap = async ({ gzip }: Wrapped): Promise<SessionInfo> =>
  JSON.parse(new TextDecoder().decode(await inflate(gzip)));

/** The session inside the page, or null when a server has to be asked. */
export function embedded(): Wrapped | null {
  return JSON.parse(document.getElementById("session")?.textContent ?? "null");
}
