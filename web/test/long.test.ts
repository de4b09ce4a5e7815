import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { describe, expect, it } from "vitest";
import { type Command, initial, step } from "../src/session";
import { twentyMinutes } from "./blocks";

setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc") as () => void;

/** Bytes in use once nothing is left to collect. */
function used(): number {
  collect();
  collect();
  return process.memoryUsage().heapUsed;
}

describe("an hour of session", () => {
  it("leaves the heap as it was, whatever is asked", () => {
    const blocks = twentyMinutes();
    const words: Command[] = ["softer", "slower", "stay", "again", "leave", "firmer", "faster", "skip", "pause", "go_on"];
    const lead = (sessions: number) => {
      let seconds = 0;
      for (let session = 0; session < sessions; session++) {
        let { state } = step(blocks, initial(blocks), 0, ["begin"]);
        for (let frame = 0; state.mode !== "done" && frame < 100_000; frame++) {
          const asked = frame % 900 === 0 ? [words[(frame / 900) % words.length]] : [];
          state = step(blocks, state, 1 / 30, asked).state;
        }
        seconds += state.elapsed;
      }
      return seconds;
    };
    lead(1);
    const before = used();
    expect(lead(4)).toBeGreaterThan(3600);
    expect(used() - before).toBeLessThan(300_000);
  });
});
