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
