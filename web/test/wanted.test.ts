import { describe, expect, it } from "vitest";
import { away } from "../src/ui/bodymap";
import { outcome } from "../src/ui/gate";
import { asked, flipped, nextForce, tapped, type Wanted, wantedIn, wish, wishAt } from "../src/ui/wanted";

const wanted: Wanted = {
  height: 1.7, weight: 68, sex: "female", age: 40, minutes: null, routine: null,
  more: ["left shoulder", "neck"], avoid: ["right hip"],
};

describe("wishes", () => {
  it("are mirrored for a left-handed giver, and twice mirrored are the same", () => {
    const turned = asked(wanted, true);
    expect(turned.more).toEqual(["right shoulder", "neck"]);
    expect(turned.avoid).toEqual(["left hip"]);
    expect(turned.more.map(flipped)).toEqual(wanted.more);
    expect(flipped("upper back")).toBe("upper back");
    for (const mirror of [true, false]) expect(wantedIn(asked(wanted, mirror))).toEqual(wanted);
  });

  it("never ask for more where nothing may touch today", () => {
    expect(asked(wanted, false, ["neck"])).toMatchObject({ more: ["left shoulder"], avoid: ["right hip", "neck"] });
  });

  it("go from nothing to more to not here and back", () => {
    let zones: Pick<Wanted, "more" | "avoid"> = { more: [], avoid: [] };
    const seen = [];
    for (let tap = 0; tap < 3; tap++) {
      zones = wish(zones, "neck", tapped(wishAt(zones, "neck")));
      seen.push(wishAt(zones, "neck"));
    }
    expect(seen).toEqual(["more", "avoid", null]);
  });
});

describe("the next session", () => {
  it("is softer after too firm, firmer after too soft, and stays within bounds", () => {
    expect(nextForce(1, "firm")).toBeLessThan(1);
    expect(nextForce(1, "soft")).toBeGreaterThan(1);
    expect(nextForce(0.9, "right")).toBe(0.9);
    expect(nextForce(9, "soft")).toBe(1.3);
    expect(nextForce(0.1, "firm")).toBe(0.6);
  });
});

describe("the health gate", () => {
  const health = [{ name: "fever", outcome: "stop" }, { name: "cancer", outcome: "doctor" }, { name: "skin", outcome: "round" }];

  it("lets the strictest answer count", () => {
    expect(outcome(health, new Set(["skin", "fever", "cancer"]))).toBe("stop");
    expect(outcome(health, new Set(["skin", "cancer"]))).toBe("doctor");
    expect(outcome(health, new Set(["skin"]))).toBe("round");
    expect(outcome(health, new Set())).toBeNull();
  });
});

describe("a finger beside a place", () => {
  it("is as far from it as from the nearest point of its outline", () => {
    expect(away([0, 2], [-1, 0], [1, 0])).toBe(2);
    expect(away([4, 4], [-1, 0], [1, 0])).toBe(5);
    expect(away([3, 4], [0, 0], [0, 0])).toBe(5);
  });
});
