import { describe, expect, it } from "vitest";
import { type Command, type Event, type State, initial, PREPARE, progress, secondsLeft, step } from "../src/session";
import { chain, twentyMinutes } from "./blocks";

/** Let a session run at 30 frames a second, with commands at given seconds of its clock. */
function run(blocks = twentyMinutes(), at: Record<number, Command[]> = {}, seconds = 5000) {
  let state = initial(blocks);
  const events: Event[] = [];
  const times = Object.keys(at).map(Number).sort((a, b) => a - b);
  let result = step(blocks, state, 0, ["begin"]);
  for (let frame = 0; frame < seconds * 30 && result.state.mode !== "done"; frame++) {
    events.push(...result.events);
    const due: Command[] = [];
    while (times.length && times[0] <= frame / 30) due.push(...at[times.shift()!]);
    state = result.state;
    result = step(blocks, state, 1 / 30, due);
  }
  events.push(...result.events);
  return { state: result.state, events };
}

const entered = (events: Event[]): number[] => events.flatMap((e) => (e.kind === "enter" ? [e.block] : []));

describe("twenty minutes", () => {
  it("runs every block once, in order, for exactly its length", () => {
    const blocks = twentyMinutes();
    const { state, events } = run(blocks);
    expect(entered(events)).toEqual(blocks.map((_, index) => index));
    expect(state.mode).toBe("done");
    expect(state.elapsed).toBeCloseTo(1200, 6);
  });

  it("announces every change of task three seconds ahead, once", () => {
    const blocks = twentyMinutes();
    const soon = run(blocks).events.filter((e) => e.kind === "soon");
    const tasks = blocks.filter((b) => b.kind !== "transfer").length;
    expect(soon.length).toBe(tasks - 1);
  });

  it("tells of every change of place well ahead, once, and of nothing else", () => {
    const blocks = twentyMinutes();
    let state = step(blocks, initial(blocks), 0, ["begin"]).state;
    const told: [number, number][] = [];
    for (let frame = 0; frame < 1200 * 10; frame++) {
      const result = step(blocks, state, 0.1);
      state = result.state;
      for (const event of result.events) if (event.kind === "prepare") told.push([event.block, blocks[event.block].start - state.at]);
    }
    expect(told.map(([block]) => block)).toEqual(blocks.flatMap((b, i) => (b.kind === "arrange" && i ? [i] : [])));
    for (const [, ahead] of told) expect(ahead).toBeCloseTo(PREPARE, 0);
  });

  it("asks once about pressure, early, and between two blocks", () => {
    const { events } = run();
    const asks = events.flatMap((e, i) => (e.kind === "ask_pressure" ? [i] : []));
    expect(asks.length).toBe(1);
    expect(events[asks[0] - 1]).toEqual({ kind: "enter", block: 4 });
  });

  it("takes longer at a slower tempo, but only where hands work", () => {
    const { state } = run(twentyMinutes(), { 0: ["slower"] });
    const work = 5 * 3 * 72;
    expect(state.elapsed).toBeCloseTo(1200 + work * (1 / 0.85 - 1), 0);
  });

  it("never leaves a block's own range, however often it is asked", () => {
    const many: Command[] = Array(30).fill("slower");
    const { state } = run(twentyMinutes(), { 0: many });
    expect(state.tempo).toBe(0.6);
    const { state: firm } = run(twentyMinutes(), { 0: Array(30).fill("firmer") });
    expect(firm.force).toBe(1.3);
  });

  it("gives the same session whatever the frame rate", () => {
    const blocks = twentyMinutes();
    const begun = step(blocks, initial(blocks), 0, ["begin"]).state;
    const atOnce = step(blocks, begun, 700).state;
    let little: State = begun;
    for (let i = 0; i < 7000; i++) little = step(blocks, little, 0.1).state;
    expect(little.slot).toBe(atOnce.slot);
    expect(little.at).toBeCloseTo(atOnce.at, 5);
  });

  it("counts down to zero and up to one", () => {
    const blocks = twentyMinutes();
    let state = step(blocks, initial(blocks), 0, ["begin"]).state;
    expect(secondsLeft(blocks, state)).toBeCloseTo(1200, 6);
    state = step(blocks, state, 300).state;
    expect(secondsLeft(blocks, state)).toBeCloseTo(900, 6);
    expect(progress(blocks, state)).toBeCloseTo(0.25, 6);
    expect(progress(blocks, step(blocks, state, 2000).state)).toBe(1);
  });
});

describe("commands", () => {
  it("stands still while paused", () => {
    const blocks = twentyMinutes();
    let { state } = step(blocks, step(blocks, initial(blocks), 0, ["begin"]).state, 20);
    state = step(blocks, state, 500, ["pause"]).state;
    expect(state.at).toBeCloseTo(20, 6);
    expect(step(blocks, state, 1, ["go_on"]).state.at).toBeCloseTo(21, 6);
  });

  it("goes back to the beginning of the pass, by way of the air", () => {
    const { events } = run(twentyMinutes(), { 70: ["again"] }, 200);
    expect(entered(events).slice(0, 5)).toEqual([0, 1, 2, 3, 1]);
  });

  it("goes to the pass before when asked again at once", () => {
    const { events } = run(twentyMinutes(), { 100: ["again"], 102.5: ["again"] }, 103);
    expect(entered(events).slice(-2)).toEqual([4, 1]);
  });

  it("skips to the next task, over the way to it", () => {
    const { events } = run(twentyMinutes(), { 20: ["skip"] }, 60);
    expect(entered(events)).toEqual([0, 1, 3]);
  });

  it("never skips a change of posture", () => {
    const { events } = run(twentyMinutes(), { 20: ["skip_movement"] }, 60);
    expect(entered(events)).toEqual([0, 1, 10, 11]);
  });

  it("stays with a pass until told to leave, without a jump", () => {
    const { state, events } = run(twentyMinutes(), { 20: ["stay"], 400: ["leave"] });
    expect(entered(events).slice(0, 9)).toEqual([0, 1, 2, 3, 1, 2, 3, 1, 2]);
    expect(state.mode).toBe("done");
    expect(state.elapsed).toBeGreaterThan(1200 + 200);
  });

  it("adds one pass for more of the same", () => {
    const { state } = run(twentyMinutes(), { 20: ["more"] });
    expect(state.elapsed).toBeCloseTo(1276, 5);
  });

  it("stays by way of the air where no pass is marked", () => {
    const blocks = chain([[3, { kind: "arrange" }], [5, {}], [5, { caption: "Other" }], [2, { kind: "transfer" }]]);
    const { state, events } = run(blocks, { 4: ["stay"], 16: ["leave"] });
    expect(entered(events)).toEqual([0, 1, 2, 1, 2, 3]);
    expect(state.elapsed).toBeCloseTo(15 + 10 + 1.6, 5);
  });

  it("refuses to stay while nothing is worked on", () => {
    const blocks = chain([[10, { kind: "arrange" }], [10, { caption: "Other" }]]);
    expect(run(blocks, { 2: ["stay"] }).events).toContainEqual({ kind: "refused", command: "stay" });
  });

  it("ends when the last task is skipped, and when stopped", () => {
    const blocks = chain([[10, {}]]);
    expect(run(blocks, { 1: ["skip"] }).state.elapsed).toBeLessThan(2);
    expect(run(blocks, { 1: ["stop"] }).state.mode).toBe("done");
  });

  it("ignores every command before it begins and after it is done", () => {
    const blocks = chain([[10, {}]]);
    const { state, events } = step(blocks, initial(blocks), 1, ["skip", "again"]);
    expect(state).toEqual(initial(blocks));
    expect(events.every((e) => e.kind === "refused")).toBe(true);
  });
});

describe("not there", () => {
  const blocks = chain([
    [10, { caption: "Glide" }], [2, { kind: "transfer", caption: "" }],
    [10, { caption: "Knead" }], [2, { kind: "transfer", caption: "" }],
    [10, { caption: "Glide" }], [2, { kind: "transfer", caption: "" }],
    [10, { caption: "Rest" }],
  ]);
  const begun = step(blocks, initial(blocks), 3, ["begin"]).state;

  it("leaves out what is under way, now and later, and the ways to it", () => {
    const { state, events } = step(blocks, begun, 0, ["not_here"]);
    expect(state.order).toEqual([0, 1, 2, 5, 6]);
    expect(blocks[state.order[state.slot]].caption).toBe("Knead");
    expect(events.map((event) => event.kind)).toEqual(["changed", "enter"]);
  });

  it("does not start a session that is paused", () => {
    const { state } = step(blocks, begun, 0, ["pause", "not_here"]);
    expect(state.mode).toBe("paused");
  });

  it("ends the session when nothing else is left", () => {
    const only = chain([[10, {}], [10, {}]]);
    const { state } = step(only, step(only, initial(only), 1, ["begin"]).state, 0, ["not_here"]);
    expect(state.mode).toBe("done");
  });

  it("is refused between strokes", () => {
    const between = step(blocks, begun, 8).state;
    expect(step(blocks, between, 0, ["not_here"]).events.map((event) => event.kind)).toEqual(["refused"]);
  });
});
