/** What the giver is told at a moment: the words now, what comes next, how hard. */
import type { Session } from "../data/load";
import { contactAt, momentAt } from "../data/motion";
import type { BlockInfo, SegmentInfo } from "../schema";
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

/** What a change of place or posture asks of the two. */
function arrangement(block: BlockInfo, before: BlockInfo | undefined, mirror: boolean): string {
  const side = (key: string) => (mirror ? otherSide(key) : key);
  const { stance, where, facing } = block.station;
  const parts: string[] = [];
  if (before && before.posture !== block.posture) {
    const key = side(`posture_${block.posture}`) as Key;
    parts.push(t(has(key) ? key : "posture_other"));
  }
  if (!before || JSON.stringify(before.station) !== JSON.stringify(block.station)) {
    const stand = ({ sitting: "sit", kneeling: "kneel" } as const)[stance as "sitting"] ?? "stand";
    const [at, look] = [side(`at_${where}`), `facing_${facing}`] as Key[];
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
  if (block.kind !== "arrange") return spokenOf(block.caption, mirror);
  let before = slot - 1;
  while (before >= 0 && blocks[state.order[before]].kind === "transfer") before--;
  return arrangement(block, blocks[state.order[before]], mirror);
}

/** The words of the stroke under way, and the sentence that asks for it again if it is done again. */
function words(session: Session, state: State, mirror: boolean): { now: string; why: string } {
  const block = blockAt(session.info.blocks, state);
  if (block.kind === "arrange" || state.bridge) return { now: asks(session, state, state.slot, mirror), why: "" };
  const segment = underWay(session, state, block);
  const caption = spokenOf(segment?.caption || block.caption, mirror);
  const first = segment && firstAsked(session, segment) ? spokenOf(firstAsked(session, segment), mirror) : caption;
  return first === caption ? { now: caption, why: "" } : { now: first, why: caption };
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
 * The caption of the first stroke that the same words of the article caused: "do this twice more" names
 * no stroke, but what it repeats does. "" where the words caused nothing before.
 */
function firstAsked(session: Session, { span, technique }: SegmentInfo): string {
  const same = session.info.segments.find((one) => one.technique === technique && one.span[0] === span[0] && one.span[1] === span[1]);
  return same?.caption ?? "";
}

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

export const movementTitle = (session: Session, index: number): string =>
  session.info.movements[index] ?? t("part", { n: index + 1 });

export function cue(session: Session, state: State, mirror: boolean): Cue {
  const blocks = session.info.blocks;
  const block = blockAt(blocks, state);
  const next = nextTask(blocks, state);
  const own = block.kind === "arrange";
  const { now, why } = words(session, state, mirror);
  return {
    now,
    why,
    language: own ? spoken() : ARTICLE_LANGUAGE,
    next: next === null ? null : asks(session, state, next, mirror),
    nextIn: secondsUntil(blocks, state, next ?? state.order.length),
    nextMoves: next !== null && blocks[state.order[next]].kind === "arrange",
    pressure: state.bridge ? null : pressure(session, state, block),
    place: !block.region ? null : session.body.parts.has(block.region) ? "glows" : "hidden",
    movement: movementTitle(session, block.movement),
  };
}
