import { describe, expect, it } from "vitest";
import { opened, runs } from "../src/link/memory";
import { initial } from "../src/session";
import { twentyMinutes } from "./blocks";

describe("a place that travels", () => {
  it("is the same after the way to the server and back", () => {
    const { order: _, ...rest } = initial(twentyMinutes());
    for (const order of [[], [0], [0, 1, 2, 1, 2, 3], [5, 4, 3], initial(twentyMinutes()).order]) {
      expect(opened({ ...rest, runs: runs(order) })).toEqual({ ...rest, order });
    }
  });

  it("is short, however long the session", () => {
    const order = Array.from({ length: 3000 }, (_, index) => index % 1000);
    expect(runs(order)).toEqual([[0, 1000], [0, 1000], [0, 1000]]);
  });
});
