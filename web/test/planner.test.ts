import { describe, expect, it } from "vitest";
import { Planner } from "../src/planner";

/** A planner whose plans are finished by hand. */
function slow() {
  const open: { wish: number; settle: (error?: Error) => void }[] = [];
  const done: number[] = [];
  const failed: string[] = [];
  const planner = new Planner<number, number>(
    (wish) => new Promise((resolve, reject) => open.push({ wish, settle: (error) => (error ? reject(error) : resolve(wish)) })),
    (plan) => void done.push(plan),
    (error) => void failed.push(error.message),
  );
  return { planner, open, done, failed };
}

const turn = () => new Promise((resolve) => setTimeout(resolve));

describe("wishes that come faster than plans", () => {
  it("are planned one at a time, and only the last one counts", async () => {
    const { planner, open, done } = slow();
    const first = planner.ask(1);
    void planner.ask(2);
    const last = planner.ask(3);
    open[0].settle();
    await turn();
    expect(open.map(({ wish }) => wish)).toEqual([1, 3]);
    expect(done).toEqual([]);
    open[1].settle();
    expect(await first).toBe(true);
    expect(await last).toBe(true);
    expect(done).toEqual([3]);
    expect(planner.busy).toBe(false);
  });

  it("tell of a failure only if it is the last one's", async () => {
    const { planner, open, failed } = slow();
    const asked = planner.ask(1);
    void planner.ask(2);
    open[0].settle(new Error("one"));
    await turn();
    open[1].settle(new Error("two"));
    expect(await asked).toBe(false);
    expect(failed).toEqual(["two"]);
    const again = planner.ask(3);
    open[2].settle();
    expect(await again).toBe(true);
  });
});
