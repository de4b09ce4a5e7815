/** What is needed at hand, in the article's own words and in those of every teacher; then it begins. */
import type { NoteInfo, SessionInfo } from "../schema";
import { tick } from "./inputs";
import { h } from "./dom";
import { sheet } from "./sheet";
import { type Key, t } from "./words";

/** What teachers ask for, unless the article does so itself: the words, the topic, how the article says it. */
const TAUGHT: readonly [Key, string, RegExp][] = [
  ["oil", "oil", /warm/i],
  ["allergy", "contraindication", /allerg/i],
  ["nails", "washing", /nail|ring/i],
  ["towels", "draping", /towel|sheet|blanket/i],
  ["cushion", "cushion", /./],
  ["draped", "draping", /cover/i],
];
const AT_HAND = new Set(["oil", "washing", "room", "draping", "cushion", "hair"]);
/** How the receiver, or what is worked on, is laid ready. */
const READY = "setup";
/** What is not done beforehand, though it is about the same. */
const LATER = /^(when|whenever|if|while|once|as)\b/i;
/** How a story begins, a greeting or a retort, that has but a word in common with what is needed at hand. */
const TALK = /^(i|i'm|he|she|we|we'll|they|it's|hi|hello|hey|then|but|well|because|today|next|no,|you (can|must not|may not)|[a-z]+:)(?!\w)/i;
const IN_MIND = new Set(["limit", "feedback", "breathing", "contraindication", "note", "unread"]);
const LAST = new Set([...AT_HAND, READY, "rest", "preparation"]);

/** What has but a word in common with what is asked for, and asks for nothing. */
export const talk = ({ topic, words }: NoteInfo): boolean => AT_HAND.has(topic) && TALK.test(words);

/** What the article asks for once the last stroke is done: "wipe off the oil, cover them, let them lie". */
export const closing = ({ notes, blocks }: Pick<SessionInfo, "notes" | "blocks">): string[] =>
  notes.filter((note) => note.block >= blocks.length && LAST.has(note.topic) && !talk({ ...note, words: note.words.replace(/^then /i, "") }))
    .map(({ words }) => words);

export interface Needs {
  /** The article's words, then what it leaves out. */
  atHand: string[];
  inMind: string[];
}

export function needs({ notes, text }: Pick<SessionInfo, "notes" | "text">): Needs {
  const first = notes.filter((note) => note.block === 0 && !talk(note));
  const beforehand = first.filter(({ topic, words }) => topic === READY || (AT_HAND.has(topic) && !LATER.test(words)));
  const later = first.filter((note) => !beforehand.includes(note) && (IN_MIND.has(note.topic) || AT_HAND.has(note.topic)));
  const oiled = /\b(oil|cream|lotion)\b/i.test(text);
  const taught = TAUGHT.filter(([key, topic, words]) =>
    (oiled || (key !== "oil" && key !== "allergy")) && !first.some((note) => note.topic === topic && words.test(note.words)));
  return {
    atHand: [...beforehand.map(({ words }) => words), ...taught.map(([key]) => t(key))],
    inMind: later.map(({ words }) => words),
  };
}

export function ready(info: SessionInfo, begin: () => void, back: () => void): HTMLElement {
  const { atHand, inMind } = needs(info);
  const element = sheet({
    name: "ready", title: t("at_hand"), content: [
      h("div", { class: "ticks" }, ...atHand.map((words, i) => tick(`need-${i}`, words, false, () => {}))),
      h("section", {}, h("h2", { text: t("say_aloud") }), h("blockquote", { text: t("pain") })),
      inMind.length ? h("section", {}, h("h2", { text: t("in_mind") }), h("ul", {}, ...inMind.map((words) => h("li", { text: words })))) : null,
    ],
    done: t("ready"), leave: begin, back,
  });
  element.querySelector("[data-test=done]")!.setAttribute("data-test", "ready");
  return element;
}
