/** What the server has to choose from: routines, places on this receiver, wishes in words. */
import type { Asked } from "../ui/wanted";

export interface Routine {
  name: string;
  title: string;
  /** Shortest sensible length, once as it is told, and the longest, in minutes. */
  minutes: number;
  most: number;
  strokes: number;
  places: string[];
  techniques: string[];
}

export interface Library {
  routines: Routine[];
  /** What is planned now. */
  now: Asked;
  own: boolean;
}

export interface Zones {
  /** Outlines in metres: to the head, to the receiver's left. */
  zones: { zone: string; outline: [number, number][] }[];
  /** Parts without an outline. */
  parts: string[];
}

export interface WishedWords {
  more: string[];
  avoid: string[];
  unknown: string[];
}

/** The routines, or null where there are none to choose from. */
export const library = (): Promise<Library | null> => told<Library>("routines");

export const zones = (): Promise<Zones | null> => told<Zones>("zones");

/** What "no neck, more shoulders" means. */
export const wishedWords = (text: string): Promise<WishedWords | null> =>
  told<WishedWords>("wishes", { method: "POST", headers: { "content-type": "text/plain" }, body: text });

async function told<T>(path: string, request?: RequestInit): Promise<T | null> {
  try {
    const answer = await fetch(path, request);
    return answer.ok ? ((await answer.json()) as T) : null;
  } catch {
    return null;
  }
}
