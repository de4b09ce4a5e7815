/** Elements in one line each. */

type Props = Record<string, string | number | boolean | EventListener | undefined>;

/** Make an element: `on…` are listeners, the rest attributes; `text` is its text. */
export function h<K extends keyof HTMLElementTagNameMap>(
  tag: K, props: Props = {}, ...children: (Node | string | null)[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (value === undefined || value === false) continue;
    if (typeof value === "function") element.addEventListener(name.slice(2), value);
    else if (name === "text") element.textContent = String(value);
    else element.setAttribute(name, value === true ? "" : String(value));
  }
  element.append(...children.filter((child) => child !== null));
  return element;
}

/** An element of a drawing. */
export function drawn<K extends keyof SVGElementTagNameMap>(
  tag: K, facts: Record<string, string | number> = {}, ...children: SVGElement[]
): SVGElementTagNameMap[K] {
  const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(facts)) element.setAttribute(name, String(value));
  element.append(...children);
  return element;
}

/** A drawing on a 24 × 24 grid, in lines of the text's colour. */
export const icon = (path: string): SVGSVGElement =>
  drawn("svg", { viewBox: "0 0 24 24", "aria-hidden": "true" }, drawn("path", { d: path }));

export const ICONS = {
  again: "M4 12a8 8 0 1 0 2.6-5.9M4 4v4.5h4.5",
  pause: "M8.5 5v14M15.5 5v14",
  play: "M8 5l11 7-11 7z",
  skip: "M6 5l9 7-9 7zM18.5 5v14",
  softer: "M5 9l7 7 7-7",
  firmer: "M5 15l7-7 7 7",
  slower: "M12 7v5l3.5 2M12 3a9 9 0 1 1 0 18 9 9 0 0 1 0-18z",
  faster: "M4 6l7 6-7 6zM12 6l7 6-7 6z",
  later: "M3 8h11M3 13h7M3 18h7M17 9v10M13.5 15.5L17 19l3.5-3.5",
  stay: "M12 21s-6.5-6-6.5-11a6.5 6.5 0 0 1 13 0c0 5-6.5 11-6.5 11zM12 12.2a2.3 2.3 0 1 0 0-4.6 2.3 2.3 0 0 0 0 4.6z",
  voice: "M4 9.5v5h3.5L12 18V6L7.5 9.5zM15.5 9a4 4 0 0 1 0 6M18 6.5a7.5 7.5 0 0 1 0 11",
  chime: "M12 4a5 5 0 0 0-5 5c0 5-2 6-2 7h14c0-1-2-2-2-7a5 5 0 0 0-5-5zM10 19.5a2 2 0 0 0 4 0",
  tick: "M12 3v18M7 7v10M17 7v10M3 10v4M21 10v4",
  dim: "M20 14.5A8 8 0 0 1 9.5 4 8 8 0 1 0 20 14.5z",
  stop: "M6.5 6.5h11v11h-11z",
} as const;

export const clock = (seconds: number): string => {
  const whole = Math.max(0, Math.round(seconds));
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
};
