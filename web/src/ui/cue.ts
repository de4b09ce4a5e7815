/** What the giver is told at a moment: the words now, what comes next, how hard. */
import type { Session } from "../data/load";
import { contactAt, momentAt } from "../data/motion";
import type { BlockInfo, SegmentInfo, StationInfo } from "../schema";
import { blockAt, forceOf, nextTask, secondsUntil, type State } from "../session";
import { has, type Key, spoken, t } from "./words";

/** Articles are read in English. */
const ARTICLE_LANGUAGE = "en";

export interface Cue {
  now: string;
  /** Said besides: for a stroke done again, the sentence that asks for it; "" for none. */
  why: string;
  /** Language of `now`: the article's, or the page's own. */
  language: string;
  next: string | null;
  /** Seconds until then. */
  nextIn: number;
  /** Then the giver, or the receiver, has to move. */
  nextMoves: boolean;
  /** 0 touching, 1 light, 2 medium, 3 firm; null while nothing touches. */
  pressure: number | null;
  /** Where a stroke is that has no picture: on a part that glows, or on one that is not seen; null otherwise. */
  place: "glows" | "hidden" | null;
  movement: string;
}

/** For a left-handed giver everything is mirrored, words too. */
export const mirrored = (text: string): string =>
  text.replace(/\b(left|right)\b/gi, (word) => {
    const other = word.toLowerCase() === "left" ? "right" : "left";
    return word[0] === word[0].toUpperCase() ? other[0].toUpperCase() + other.slice(1) : other;
  });

const said = (text: string): string => text.replace(/\s+/g, " ").replace(/^\d+[.)]\s*/, "").trim();

/** The same on the other side: for keys of the page's own words, in any language. */
const otherSide = (key: string): string => key.replace(/left|right/, (side) => (side === "left" ? "right" : "left"));

/** What a place beside the receiver is called: nobody finds "the hips" who is not told on which side. */
const placeKey = ({ where, side }: StationInfo): string => (where === "hips" ? `at_hips_${side}` : `at_${where}`);

/**
 * What a change of place or posture asks of the two.
 *
 * @param posed The work that follows has poses, which are seen from the station. Where it has none, as on a foot,
 *   the station is not where the giver is: the article's own words tell it.
 */
function arrangement(block: BlockInfo, before: BlockInfo | undefined, posed: boolean, mirror: boolean): string {
  const side = (key: string) => (mirror ? otherSide(key) : key);
  const { stance, facing } = block.station;
  const parts: string[] = [];
  if (before && before.posture !== block.posture) {
    const key = side(`posture_${block.posture}`) as Key;
    parts.push(t(has(key) ? key : "posture_other"));
  }
  if (!posed) parts.push(spokenOf(block.caption, mirror));
  else if (!before || JSON.stringify(before.station) !== JSON.stringify(block.station)) {
    const stand = ({ sitting: "sit", kneeling: "kneel" } as const)[stance as "sitting"] ?? "stand";
    const [at, look] = [side(placeKey(block.station)), `facing_${facing}`] as Key[];
    parts.push(`${t(stand)} ${has(at) ? t(at) : ""}${has(look) ? `, ${t(look)}` : ""}.`);
  }
  return parts.join(" ") || spokenOf(block.caption, mirror);
}

/** The article's words, as the giver is told them. */
const spokenOf = (text: string, mirror: boolean): string => (mirror ? mirrored(said(text)) : said(text));

/** What a block asks for, in words. */
function asks(session: Session, state: State, slot: number, mirror: boolean): string {
  const blocks = session.info.blocks;
  const block = blocks[state.order[slot]];
  if (block.kind === "transfer") return spokenOf(block.caption, mirror);
  if (block.kind === "work") {
    const { now, why } = begins(session, block);
    return turned(why || now, mirror);
  }
  let before = slot - 1;
  while (before >= 0 && blocks[state.order[before]].kind === "transfer") before--;
  const work = state.order.slice(slot).find((index) => blocks[index].kind === "work");
  const posed = work === undefined || !blocks[work].region;
  return arrangement(block, blocks[state.order[before]], posed, mirror);
}

/** The words of a stroke, and the sentence that asks for it again if it is done again. */
interface Told {
  now: string;
  why: string;
}

/** What the giver is told of the block under way. */
function words(session: Session, state: State, mirror: boolean): Told {
  const block = blockAt(session.info.blocks, state);
  if (block.kind === "arrange" || state.bridge) return { now: asks(session, state, state.slot, mirror), why: "" };
  return stroke(session, block, underWay(session, state, block), mirror);
}

function stroke(session: Session, block: BlockInfo, segment: SegmentInfo | undefined, mirror: boolean): Told {
  const why = spokenOf(segment?.caption || block.caption, mirror);
  const first = segment && firstAsked(session, segment);
  if (!segment || !first?.caption) return { now: why, why: "" };
  const said = spokenOf(first.caption, mirror);
  return { now: sidesChanged(session, first, segment) ? mirrored(said) : said, why: said === why ? "" : why };
}

/** What hands are called that are told apart. */
const NAMED_HAND = /\b(left|right) (hand|palm|arm|forearm|thumb|fist|elbow|heel)\b/gi;

/**
 * A stroke is done again on the other side of the body, so that left is right in its words: with the other hand, if
 * they name one. Words that name both sides of the body already say what is done on which.
 */
function sidesChanged(session: Session, first: SegmentInfo, again: SegmentInfo): boolean {
  const places = first.caption.replace(NAMED_HAND, "");
  if (places !== first.caption && first.hands === again.hands) return false;
  if (/\bleft\b/i.test(places) && /\bright\b/i.test(places)) return false;
  return sideOf(session, first) * sideOf(session, again) < 0;
}

/** Nearer to the spine than so, a stroke is on neither side [m]. */
const MIDDLE = 0.02;

/** 1 where a stroke is to the receiver's left in the middle of its time, −1 to the right, 0 for neither. */
function sideOf(session: Session, { start, stop }: SegmentInfo): number {
  const contacts = session.tracks.map((track) => contactAt(track, momentAt(session, (start + stop) / 2)));
  const places = contacts.filter(({ touching, known }) => touching && known).map(({ place }) => place[1]);
  const mean = places.reduce((sum, y) => sum + y, 0) / Math.max(places.length, 1);
  return Math.abs(mean) < MIDDLE ? 0 : Math.sign(mean);
}

/** The youngest stroke that a hand is in. */
function underWay(session: Session, state: State, block: BlockInfo): SegmentInfo | undefined {
  const at = momentAt(session, state.at);
  let best = -1;
  for (const track of session.tracks) {
    const index = track.state[3][at.low];
    const segment = session.info.segments[index];
    const inside = segment && segment.start >= block.start - 1e-6 && segment.stop <= block.stop + 1e-6;
    if (inside && segment.caption && segment.start <= state.at + 0.02 && index > best) best = index;
  }
  return session.info.segments[best];
}

/**
 * The first stroke that the same words of the article caused: "do this twice more" names no stroke, but what
 * it repeats does.
 */
function firstAsked(session: Session, { span, technique }: SegmentInfo): SegmentInfo | undefined {
  return session.info.segments.find((one) => one.technique === technique && one.span[0] === span[0] && one.span[1] === span[1]);
}

/** The words with which each block of a session begins, found once: they are asked for at every frame. */
const beginnings = new WeakMap<BlockInfo, Told>();

function begins(session: Session, block: BlockInfo): Told {
  const known = beginnings.get(block);
  if (known !== undefined) return known;
  const inside = ({ start, stop, caption }: SegmentInfo) => caption && start >= block.start - 1e-6 && stop <= block.stop + 1e-6;
  const told = stroke(session, block, session.info.segments.find(inside), false);
  beginnings.set(block, told);
  return told;
}

/** What comes next inside of "do all of this on the other side": the first slot whose words are others than now, or null. */
function nextInside(session: Session, state: State, until: number, now: string, mirror: boolean): number | null {
  const blocks = session.info.blocks;
  for (let slot = state.slot + 1; slot < until; slot++) {
    const block = blocks[state.order[slot]];
    if (block.kind === "work" && turned(begins(session, block).now, mirror) !== now) return slot;
  }
  return null;
}

const turned = (text: string, mirror: boolean): string => (mirror ? mirrored(text) : text);

/** The greatest pressure of the next two seconds, in the words of its tool. */
function pressure(session: Session, state: State, block: BlockInfo): number | null {
  let level: number | null = null;
  for (const track of session.tracks) {
    for (let ahead = 0; ahead <= 2; ahead += 0.5) {
      const contact = contactAt(track, momentAt(session, Math.min(state.at + ahead, block.stop)));
      const tool = session.info.tools[contact.tool];
      if (!contact.touching || !tool) continue;
      const ceiling = session.info.segments[contact.segment]?.force_ceiling ?? Infinity;
      const force = Math.min(contact.force * forceOf(block, state.force), ceiling);
      const [light, medium, firm] = tool.levels;
      const edges = [light * 0.6, (light + medium) / 2, (medium + firm) / 2];
      const here = edges.filter((edge) => force > edge).length;
      level = Math.max(level ?? 0, here);
    }
  }
  return level;
}

/** A movement's own title; an article in one piece has but its own. */
export const movementTitle = ({ info: { movements, title } }: Session, index: number): string =>
  movements[index] ?? ((movements.length === 1 && title) || t("part", { n: index + 1 }));

/** Where somebody has to move, it is told of so many seconds ahead, whatever comes before. */
export const NEAR_MOVE = 15;

export function cue(session: Session, state: State, mirror: boolean): Cue {
  const blocks = session.info.blocks;
  const block = blockAt(blocks, state);
  const own = block.kind === "arrange";
  const { now, why } = words(session, state, mirror);
  const task = nextTask(blocks, state);
  const moves = task !== null && blocks[state.order[task]].kind === "arrange";
  const told = moves && secondsUntil(blocks, state, task) <= NEAR_MOVE;
  const inside = own || told ? null : nextInside(session, state, task ?? state.order.length, now, mirror);
  const next = inside ?? task;
  return {
    now,
    why,
    language: own ? spoken() : ARTICLE_LANGUAGE,
    next: next === null ? null : inside === null ? asks(session, state, next, mirror) : turned(begins(session, blocks[state.order[next]]).now, mirror),
    nextIn: secondsUntil(blocks, state, next ?? state.order.length),
    nextMoves: moves && inside === null,
    pressure: state.bridge ? null : pressure(session, state, block),
    place: !block.region ? null : session.body.parts.has(block.region) ? "glows" : "hidden",
    movement: movementTitle(session, block.movement),
  };
}
