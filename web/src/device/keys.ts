/** A keyboard, and a page-turner's pedal, which is one. */

export type Action =
  | "toggle" | "again" | "skip" | "softer" | "firmer" | "slower" | "faster" | "stay" | "later" | "voice" | "dim";

const KEYS: Record<string, Action> = {
  " ": "toggle", k: "toggle", Enter: "toggle", MediaPlayPause: "toggle",
  ArrowLeft: "again", PageUp: "again", a: "again", MediaTrackPrevious: "again",
  ArrowRight: "skip", PageDown: "skip", MediaTrackNext: "skip",
  ArrowDown: "softer", "-": "softer", ArrowUp: "firmer", "+": "firmer",
  s: "slower", q: "faster", h: "stay", l: "later", v: "voice", d: "dim",
};

/** Listen until the returned function is called. */
export function listen(act: (action: Action) => void): () => void {
  const press = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
    const target = event.target as HTMLElement;
    if (/^(INPUT|SELECT|TEXTAREA)$/.test(target.tagName)) return;
    if (target.tagName === "BUTTON" && (event.key === " " || event.key === "Enter")) return;
    const action = KEYS[event.key];
    if (!action) return;
    event.preventDefault();
    act(action);
  };
  window.addEventListener("keydown", press);
  return () => window.removeEventListener("keydown", press);
}
