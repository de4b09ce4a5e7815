import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import catalogue from "../src/ui/catalogue.json";
import { mirrored } from "../src/ui/cue";

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
