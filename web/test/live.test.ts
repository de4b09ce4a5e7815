import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { hear } from "../src/link/live";

class Line {
  static readonly OPEN = 1;
  static made: Line[] = [];
  readyState = 0;
  sent: string[] = [];
  onopen = () => {};
  onclose = () => {};
  onmessage = (_: { data: string }) => {};
  closed: number | null = null;

  constructor(readonly url: string) {
    Line.made.push(this);
  }

  open(): void {
    this.readyState = 1;
    this.onopen();
  }

  send(text: string): void {
    this.sent.push(text);
  }

  close(): void {
    this.closed = this.readyState;
    this.readyState = 3;
    this.onclose();
  }
}

beforeEach(() => {
  Line.made = [];
  vi.useFakeTimers();
  vi.stubGlobal("WebSocket", Line);
  vi.stubGlobal("location", { protocol: "http:", host: "127.0.0.1:8642" });
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

const ear = () => ({ command: vi.fn(), asked: vi.fn(() => true) });

describe("the live line", () => {
  it("is never cut while it is still being made", () => {
    const quiet = hear(ear());
    const [line] = Line.made;
    quiet();
    expect(line.closed).toBeNull();
    line.open();
    expect(line.closed).toBe(1);
  });

  it("is closed at once when it stands, and not taken up again", () => {
    const quiet = hear(ear());
    Line.made[0].open();
    quiet();
    expect(Line.made[0].closed).toBe(1);
    vi.advanceTimersByTime(60_000);
    expect(Line.made).toHaveLength(1);
  });

  it("is taken up again when it breaks", () => {
    hear(ear());
    Line.made[0].open();
    Line.made[0].close();
    vi.advanceTimersByTime(2000);
    expect(Line.made).toHaveLength(2);
  });

  it("answers what the receiver asks, and nothing once the session is over", () => {
    const obeys = ear();
    const quiet = hear(obeys);
    const [line] = Line.made;
    line.open();
    line.onmessage({ data: '{"command":"softer","from":"receiver"}' });
    expect(line.sent).toEqual(['{"heard":"softer","done":true}']);
    line.onmessage({ data: '{"command":"pause"}' });
    expect(obeys.command).toHaveBeenCalledWith("pause");
    line.onmessage({ data: '{"command":"format"}' });
    expect(obeys.command).toHaveBeenCalledTimes(1);
    quiet();
    line.onmessage({ data: '{"command":"stop"}' });
    expect(obeys.command).toHaveBeenCalledTimes(1);
  });
});
