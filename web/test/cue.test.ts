import { readFileSync } from "node:fs";
import { describe, expect, it, vi } from "vitest";
import catalogue from "../src/ui/catalogue.json";
import type { Session } from "../src/data/load";
import { initial, step } from "../src/session";
import { cue, mirrored } from "../src/ui/cue";
import { speakIn } from "../src/ui/words";
import { chain } from "./blocks";

describe("words", () => {
  it("has every phrase in every language, with the same facts", () => {
    const facts = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((m) => m[1]).sort();
    for (const phrases of Object.values(catalogue)) {
      expect(Object.keys(phrases)).toEqual(Object.keys(catalogue.en));
      for (const [key, text] of Object.entries(phrases)) {
        expect(facts(text)).toEqual(facts(catalogue.en[key as keyof typeof catalogue.en]));
      }
    }
  });

  it("turns left and right around for a left-handed giver", () => {
    expect(mirrored("Right arm over the left; all right")).toBe("Left arm over the right; all left");
    expect(mirrored("Leftover oil")).toBe("Leftover oil");
  });

  it("keeps interface words out of the code", () => {
    const text = readFileSync(new URL("../src/ui/during.ts", import.meta.url), "utf8");
    expect(text).not.toMatch(/textContent = "[A-Z]/);
  });
});

/** A session of some blocks with a stroke each, and its hands where a stroke is. */
function session(captions: readonly [caption: string, span: [number, number], region?: string][]): Session {
  const blocks = chain(captions.map(([caption, span, region = ""]) => [10, { caption, span, region }]));
  const segments = blocks.map(({ caption, span, start, stop }) => ({
    hands: "both", technique: "effleurage", caption, span, start, stop, force_ceiling: 45,
  }));
  const rows = 10 * blocks.length + 1;
  const channel = (value: (row: number) => number) => Float32Array.from({ length: rows }, (_, row) => value(row));
  const track = {
    contact: [0, 0, 0, 1, 0, 0, 0, 12].map((value) => channel(() => value)),
    state: [() => 1, () => 2, () => 0, (row: number) => Math.min(Math.floor(row / 10), blocks.length - 1), () => 1].map(channel),
  };
  const info = { blocks, segments, movements: ["Back"], rate: 1, tools: [{ name: "palm", levels: [8, 15, 25], radius: 0.04 }] };
  return { info, tracks: [track, track], count: rows, body: { parts: new Map([["leg", new Float32Array()]]) } } as unknown as Session;
}

const told = (one: Session, seconds: number, mirror = false) =>
  cue(one, step(one.info.blocks, initial(one.info.blocks), seconds, ["begin"]).state, mirror);

describe("a cue", () => {
  it("keeps the words of a stroke that is done again, and says what asks for it", () => {
    const one = session([["Glide up", [0, 8]], ["Knead", [9, 14]], ["Do this twice more", [0, 8]]]);
    expect(told(one, 5)).toMatchObject({ now: "Glide up", why: "", next: "Knead", nextIn: 5, pressure: 2 });
    expect(told(one, 25)).toMatchObject({ now: "Glide up", why: "Do this twice more", next: null, nextIn: 5 });
  });

  it("shows what comes next inside of a repeat of several strokes, and a move well ahead of it", () => {
    const again = "The same on the other side";
    const one = session([["Glide up", [0, 8]], ["Knead", [9, 14]], [again, [0, 8]], [again, [9, 14]], ["Sit", [20, 23]]]);
    expect(told(one, 21)).toMatchObject({ now: "Glide up", why: again, next: "Knead", nextIn: 9 });
    expect(told(one, 31)).toMatchObject({ now: "Knead", next: "Sit", nextIn: 9, nextMoves: false });
    Object.assign(one.info.blocks[4], { kind: "arrange" });
    expect(told(one, 21)).toMatchObject({ next: "Knead", nextMoves: false });
    expect(told(one, 26)).toMatchObject({ nextIn: 14, nextMoves: true });
  });

  it("turns the words of a stroke around that is done again on the other side", () => {
    const words = "Push with the heel of your right hand from the left shoulder blade";
    const one = session([[words, [0, 9]], ["Change hands and do the right side", [0, 9]]]);
    const [first, again] = one.info.segments;
    const y = one.tracks[0].contact[1];
    y.fill(0.1, 0, 10);
    y.fill(-0.1, 10);
    expect(told(one, 15).now).toBe(words);
    Object.assign(first, { hands: "right" });
    Object.assign(again, { hands: "left" });
    expect(told(one, 15).now).toBe("Push with the heel of your left hand from the right shoulder blade");
    expect(told(one, 5).now).toBe(words);
    expect(told(one, 15, true).now).toBe(words);
    Object.assign(again, { caption: words });
    one.info.blocks[1].caption = words;
    expect(told(one, 5).next).toBe("Push with the heel of your left hand from the right shoulder blade");
    expect(told(one, 15)).toMatchObject({ now: "Push with the heel of your left hand from the right shoulder blade", why: "" });
    Object.assign(first, { caption: "Squeeze the left shoulder, then the right" });
    expect(told(one, 15).now).toBe("Squeeze the left shoulder, then the right");
  });

  it("says beside which hip, and leaves it to the article where nothing is posed", () => {
    const one = session([["Sit", [0, 3]], ["Hold the foot", [4, 9], ""], ["Rest", [10, 12]]]);
    const station = { where: "hips", stance: "sitting", facing: "head", side: "right" };
    Object.assign(one.info.blocks[0], { kind: "arrange", caption: "Sit at their feet.", station });
    expect(told(one, 5).now).toBe("Sit beside their right hip, facing the head.");
    expect(told(one, 5, true).now).toBe("Sit beside their left hip, facing the head.");
    Object.assign(one.info.blocks[1], { region: "leg" });
    expect(told(one, 5).now).toBe("Sit at their feet.");
  });

  it("calls a session in one piece by its title", () => {
    const one = session([["Glide", [0, 3]]]);
    Object.assign(one.info, { movements: [null], title: "A back rub" });
    expect(told(one, 5).movement).toBe("A back rub");
    Object.assign(one.info, { movements: [null, null] });
    expect(told(one, 5).movement).toBe("Part 1");
  });

  it("turns the places around too, in any language", () => {
    const one = session([["Sit at the left", [0, 3]], ["Press with the right hand", [4, 9]]]);
    Object.assign(one.info.blocks[0], { kind: "arrange", posture: "head_left" });
    expect(told(one, 5).now).toContain("left side");
    expect(told(one, 5, true).now).toContain("right side");
    expect(told(one, 15, true).now).toBe("Press with the left hand");
    vi.stubGlobal("document", { documentElement: {} });
    speakIn("de");
    expect(told(one, 5).now).toContain("linke Seite");
    expect(told(one, 5, true).now).toContain("rechte Seite");
    speakIn("en");
    vi.unstubAllGlobals();
  });

  it("tells of a part that glows, and of one that is not seen", () => {
    const one = session([["Press the calf", [0, 3], "leg"], ["Stroke the chest", [4, 9], "front"], ["Rest", [10, 12]]]);
    expect([5, 15, 25].map((seconds) => told(one, seconds).place)).toEqual(["glows", "hidden", null]);
  });
});
