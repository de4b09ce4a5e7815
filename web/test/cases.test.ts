import { describe, expect, it } from "vitest";
import told from "../../tests/sessions/cases.json";
import type { BlockInfo } from "../src/schema";
import { blockAt, type Command, forceOf, initial, type State, step, tempoOf } from "../src/session";
import { block } from "./blocks";

const STEP = 0.05;

function blocks(): BlockInfo[] {
  let start = 0;
  return told.blocks.map(({ seconds, where, ...facts }) => {
    const made = block(start, seconds, { repeatable: false, repeat_from: -1, ...facts } as Partial<BlockInfo>);
    start += seconds;
    return where ? { ...made, station: { ...made.station, where } } : made;
  });
}

/** What a state shows, with what its block makes of it. */
function shown(all: BlockInfo[], state: State, refused: number): Record<string, unknown> {
  const here = blockAt(all, state);
  return { ...state, refused, force_here: forceOf(here, state.force), tempo_here: tempoOf(here, state.tempo) };
}

describe("session cases", () => {
  it.each(told.cases)("$name", ({ do: asked, see }) => {
    const all = blocks();
    let { state } = step(all, initial(all), 0, ["begin"]);
    let [clock, refused, due] = [0, 0, 0];
    const obey = () => {
      for (; due < asked.length && (asked[due][0] as number) <= clock + 1e-9; due++) {
        const result = step(all, state, 0, [asked[due][1] as Command]);
        refused += result.events.filter((event) => event.kind === "refused").length;
        state = result.state;
      }
    };
    for (const [time, part] of see as unknown as [number, Record<string, unknown>][]) {
      while (clock < time - 1e-9) {
        obey();
        const dt = Math.min(STEP, time - clock, due < asked.length ? Math.max((asked[due][0] as number) - clock, 1e-9) : STEP);
        state = step(all, state, dt).state;
        clock += dt;
      }
      obey();
      const found = shown(all, state, refused);
      for (const [name, value] of Object.entries(part)) {
        if (typeof value === "number") expect(found[name], `${name} at ${time} s`).toBeCloseTo(value, 2);
        else if (name === "bridge" && value) {
          for (const [key, number] of Object.entries(value)) expect((found.bridge as never)[key]).toBeCloseTo(number as number, 2);
        } else expect(found[name], `${name} at ${time} s`).toEqual(value);
      }
    }
  });

  it("asks for every word that a session knows but its beginning", () => {
    const used = new Set(told.cases.flatMap(({ do: asked }) => asked.map(([, word]) => word)));
    expect([...used].sort()).toEqual(
      ["again", "faster", "firmer", "go_on", "later", "leave", "more", "not_here", "pause", "skip", "skip_movement", "slower", "softer", "stay", "stop"],
    );
  });
});
