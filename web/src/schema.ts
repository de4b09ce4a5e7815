/** Made by tools/generate_types.py from effleurage/players/guide/_schema.py: do not edit. */

export const VERSION = 1;

/** An array of numbers, count × channels, as text. */
export interface Packed {
  count: number;
  steps: number[];
  bytes: number;
  differences: number;
  data: string;
}

/** Where the giver is; see `performance.Station`. */
export interface StationInfo {
  where: string;
  stance: string;
  facing: string;
  side: string;
  eyes: [number, number, number];
  shoulders: [[number, number, number], [number, number, number]];
}

/** A block of the performance, in seconds instead of samples. */
export interface BlockInfo {
  start: number;
  stop: number;
  movement: number;
  caption: string;
  span: [number, number];
  posture: string;
  station: StationInfo;
  kind: string;
  tempo_range: [number, number];
  force_range: [number, number];
  repeatable: boolean;
  skippable: boolean;
  repeat_from: number;
  tool: string;
  region: string;
  way: number[];
}

/** A stroke as performed: its words and its ceiling. */
export interface SegmentInfo {
  hands: string;
  technique: string;
  caption: string;
  span: [number, number];
  start: number;
  stop: number;
  force_ceiling: number;
}

/** Something to tell besides. */
export interface NoteInfo {
  block: number;
  topic: string;
  words: string;
}

/** The receiver's size. */
export interface PersonInfo {
  height: number;
  weight: number;
  sex: string;
  age: number;
}

/** One hand and forearm of the giver, as a skinned mesh. */
export interface HandMesh {
  joints: string[];
  parents: number[];
  offsets: [number, number, number][];
  binds: number[][];
  vertices: Packed;
  faces: Packed;
  influences: Packed;
  weights: Packed;
  roots: Packed;
  turned: number[];
  turns: Packed;
  shapes: Packed;
  fingers: Packed;
}

/** What one hand does over time. */
export interface HandTrack {
  contact: Packed;
  state: Packed;
}

/** The receiver's skin. */
export interface BodyMesh {
  faces: Packed;
  vertices: Packed[];
  hair: Packed;
  part_names: string[];
  parts: Packed;
}

/** A tool, as far as the page shows it. */
export interface ToolInfo {
  name: string;
  levels: [number, number, number];
  radius: number;
}

/** A question of the health gate. */
export interface HealthInfo {
  name: string;
  outcome: string;
}

/** Everything that the page needs to lead one session. */
export interface SessionInfo {
  version: number;
  title: string | null;
  movements: (string | null)[];
  text: string;
  person: PersonInfo;
  rate: number;
  duration: number;
  blocks: BlockInfo[];
  segments: SegmentInfo[];
  notes: NoteInfo[];
  dropped: string[];
  phases: string[];
  tools: ToolInfo[];
  body: BodyMesh;
  hands: [HandMesh, HandMesh];
  tracks: [HandTrack, HandTrack];
  health: HealthInfo[];
}
