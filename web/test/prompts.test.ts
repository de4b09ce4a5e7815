import { describe, expect, it } from "vitest";
import { prompts } from "../src/ui/prompts";
import { closing, needs } from "../src/ui/ready";
import { twentyMinutes } from "./blocks";

const note = (block: number, topic: string, words: string) => ({ block, topic, words });

describe("what is said besides the strokes", () => {
  const blocks = twentyMinutes();
  const said = prompts({ blocks, text: "Warm the oil.", notes: [note(0, "room", "Warm the room."), note(2, "limit", "Not on bone."), note(3, "wish", "x")] });

  it("comes at its own time, and what was read before is not said again", () => {
    const words = [...said.values()].flat();
    expect(said.get(2)).toContain("Not on bone.");
    expect(words).not.toContain("Warm the room.");
    expect(words).not.toContain("x");
  });

  it("is no story that happens to name a cushion, and nothing that is for the end", () => {
    const notes = [note(2, "cushion", "You can feel it go from board to cushion."), note(2, "room", "I am a man who drives a van."), note(blocks.length, "draping", "Cover them.")];
    const words = [...prompts({ blocks, text: "", notes }).values()].flat();
    expect(words).not.toContain("I am a man who drives a van.");
    expect(words).not.toContain("Cover them.");
  });

  it("begins with hands that rest, and thinks of oil every few minutes", () => {
    const first = blocks.findIndex(({ kind }) => kind === "work");
    expect(said.get(first)?.[0]).toContain("rest there for a breath");
    const oil = [...said].filter(([, words]) => words.some((one) => one.includes("oil"))).map(([block]) => blocks[block].start);
    expect(oil.length).toBeGreaterThanOrEqual(2);
    oil.slice(1).forEach((start, i) => expect(start - oil[i]).toBeGreaterThanOrEqual(300));
  });

  it("says nothing of oil where none is used", () => {
    const dry = prompts({ blocks, text: "Knead the shoulders through the shirt.", notes: [] });
    expect([...dry.values()].flat().join()).not.toContain("oil");
  });
});

describe("what is asked for at the end", () => {
  const blocks = twentyMinutes();
  const told = (topic: string, words: string) => closing({ blocks, notes: [note(blocks.length, topic, words)] });

  it("is told then, in the article's words", () => {
    expect(told("oil", "Wipe off the oil.")).toEqual(["Wipe off the oil."]);
    expect(told("draping", "Then cover them with a blanket.")).toHaveLength(1);
    expect(closing({ blocks, notes: [note(0, "oil", "Warm the oil.")] })).toEqual([]);
  });

  it("is no farewell and no story", () => {
    expect(told("feedback", "Nobody has ever asked me for a refund.")).toEqual([]);
    expect(told("room", "But we had fifty years in that bed.")).toEqual([]);
  });
});

describe("what is at hand", () => {
  it("begins with how the receiver is laid, and keeps in mind what could not be read", () => {
    const { atHand, inMind } = needs({ text: "", notes: [note(0, "setup", "Lie them down."), note(0, "unread", "Frobnicate the back.")] });
    expect(atHand[0]).toBe("Lie them down.");
    expect(inMind).toEqual(["Frobnicate the back."]);
  });

  it("is the article's own first, and what it leaves out is added", () => {
    const { atHand, inMind } = needs({
      text: "Oil and cream.",
      notes: [note(0, "oil", "Warm the oil in your palms."), note(0, "oil", "When the skin drags, take more oil."), note(0, "limit", "Never on bone.")],
    });
    expect(atHand[0]).toBe("Warm the oil in your palms.");
    expect(atHand.join()).toContain("Short nails");
    expect(atHand.join()).not.toContain("Oil, warmed");
    expect(inMind).toEqual(["When the skin drags, take more oil.", "Never on bone."]);
  });

  it("is no story that names a bed or a kettle", () => {
    const told = (words: string) => {
      const { atHand, inMind } = needs({ text: "", notes: [note(0, "room", words)] });
      return [...atHand, ...inMind].includes(words);
    };
    expect([
      "You want a firm bed, a towel and about twenty minutes.", "No table, no oil: all you need is a chair.", "Make the room warm.",
      "It takes ten minutes and any hand cream she likes.", "The bed is raised to working height.",
    ].filter((words) => !told(words))).toEqual([]);
    expect([
      "I am a man who drives a van.", "Hi everybody, welcome back.", "You can feel the back go from board to cushion.",
      "Then I covered him up and put out the light.", "Next door's dog joins in.", "PRIYA: We'll be right back.", "No, you may not check your phone.",
    ].filter(told)).toEqual([]);
  });
});
