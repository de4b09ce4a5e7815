import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { keepThere } from "../src/link/memory";
import { initial, type State } from "../src/session";
import { adopt, ended, keepPlace, keyOf, place } from "../src/store";
import type { SessionInfo } from "../src/schema";
import { twentyMinutes } from "./blocks";

const INFO = { title: "A back", duration: 1200, blocks: twentyMinutes(), person: {}, text: "", rate: 50 } as unknown as SessionInfo;
const playing = (more: Partial<State> = {}): State => ({ ...initial(INFO.blocks), mode: "playing", ...more });
const turn = () => new Promise((resolve) => setTimeout(resolve));

/** What went to the server, each letter on its way until it is let arrive. */
interface Sent {
  path: string;
  body: { by: string; state: State };
  arrive(): void;
}

let sent: Sent[];

beforeEach(() => {
  const kept = new Map<string, string>();
  sent = [];
  vi.stubGlobal("localStorage", {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, text: string) => void kept.set(name, text),
    removeItem: (name: string) => void kept.delete(name),
  });
  vi.stubGlobal("document", { documentElement: { hasAttribute: () => true } });
  vi.stubGlobal("fetch", (path: string, { body }: { body: string }) =>
    new Promise<void>((arrive) => sent.push({ path, body: JSON.parse(body), arrive })));
});
afterEach(() => {
  while (sent.length) sent.pop()!.arrive();
  vi.unstubAllGlobals();
});

/** What the server says of a letter, which it stamps when it arrives. */
const told = ({ body }: Sent, when: number) => ({ key: keyOf(INFO), by: body.by, when, state: body.state });

describe("a change in mid session", () => {
  it("outlives an older word of this browser that reaches the server late", () => {
    keepPlace(INFO, playing());
    keepPlace(INFO, playing({ tempo: 0.85 }));
    adopt(told(sent[0], Date.now() + 1000));
    expect(place(INFO)?.tempo).toBe(0.85);
  });

  it("gives way to a later one from another browser", () => {
    keepPlace(INFO, playing());
    const later = { key: keyOf(INFO), by: "another", when: Date.now() + 1000, state: playing({ tempo: 0.85 }) };
    adopt(later);
    expect(place(INFO)?.tempo).toBe(0.85);
    adopt({ ...later, when: later.when - 2000, state: playing() });
    expect(place(INFO)?.tempo).toBe(0.85);
  });

  it("goes to the server after the word before it, never beside it; of those that wait the last goes", async () => {
    keepPlace(INFO, playing({ slot: 1 }));
    keepPlace(INFO, playing({ slot: 1, force: 0.85 }));
    keepPlace(INFO, playing({ slot: 1, force: 0.7 }));
    expect(sent).toHaveLength(1);
    sent[0].arrive();
    await turn();
    expect(sent.map(({ body }) => body.state.force)).toEqual([1, 0.7]);
  });

  it("of the order alone is told at once", async () => {
    keepPlace(INFO, playing({ slot: 2 }));
    sent[0].arrive();
    await turn();
    const { order } = playing();
    keepThere(keyOf(INFO), "here", playing({ slot: 2, order: [...order].reverse() }));
    expect(sent).toHaveLength(2);
  });
});

describe("a session that is over", () => {
  it("is not offered again by a server that has not heard of the end", () => {
    keepPlace(INFO, playing({ slot: 3 }));
    const kept = told(sent[0], Date.now());
    expect(ended(kept)).toBe(false);
    keepPlace(INFO, playing({ mode: "done" }));
    expect(ended(kept)).toBe(true);
    expect(ended({ ...kept, by: "another" })).toBe(false);
  });
});
