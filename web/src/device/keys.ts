/** Keys, a page-turner's pedal and a headset's buttons. */

export type Action = "toggle" | "again" | "skip" | "softer" | "firmer" | "slower" | "stay" | "voice" | "dim";

const KEYS: Record<string, Action> = {
  " ": "toggle", k: "toggle", Enter: "toggle", MediaPlayPause: "toggle",
  ArrowLeft: "again", PageUp: "again", a: "again", MediaTrackPrevious: "again",
  ArrowRight: "skip", PageDown: "skip", MediaTrackNext: "skip",
  ArrowDown: "softer", "-": "softer", ArrowUp: "firmer", "+": "firmer",
  s: "slower", h: "stay", v: "voice", d: "dim",
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
  const media: [MediaSessionAction, Action][] = [
    ["play", "toggle"], ["pause", "toggle"], ["previoustrack", "again"], ["nexttrack", "skip"],
  ];
  const session = "mediaSession" in navigator ? navigator.mediaSession : null;
  for (const [name, action] of media) session?.setActionHandler(name, () => act(action));
  return () => {
    window.removeEventListener("keydown", press);
    for (const [name] of media) session?.setActionHandler(name, null);
  };
}
