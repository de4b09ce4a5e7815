/** Who receives: remembered on the machine that serves the page, and nowhere else. */
import type { Size } from "../ui/wanted";

/** What somebody likes; what an older page kept may lack some of it. */
export interface Preferences {
  force?: number;
  more?: string[];
  avoid?: string[];
}

export interface Receiver extends Size {
  name: string;
  preferences: Preferences;
}

export interface Sat {
  began: string;
  receiver: string | null;
  routine: string;
  minutes: number;
  word: string;
}

/** Everybody who is remembered; nobody where nothing can be remembered. */
export const everybody = (): Promise<Receiver[]> => listed("memory/receivers");

/** The sessions that took place, the latest first. */
export const sittings = (): Promise<Sat[]> => listed("memory/sittings");

export const forget = (name: string): Promise<boolean> => told("memory/forget", { name });

export function keep(name: string, { height, weight, sex, age }: Size, preferences: Preferences): Promise<boolean> {
  return told("memory/receivers", { name, height, weight, sex, age, preferences } satisfies Receiver);
}

async function listed<T>(path: string): Promise<T[]> {
  try {
    const answer = await fetch(path);
    return answer.ok ? await answer.json() : [];
  } catch {
    return [];
  }
}

async function told(path: string, body: unknown): Promise<boolean> {
  try {
    return (await fetch(path, { method: "POST", body: JSON.stringify(body) })).ok;
  } catch {
    return false;
  }
}
