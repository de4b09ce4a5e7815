/** Who receives: remembered on the machine that serves the page, and nowhere else. */
import type { Size } from "../ui/options";

export interface Receiver {
  name: string;
  height: number;
  weight: number;
  sex: string;
  age: number;
  preferences: { force?: number };
}

/** Everybody who is remembered; nobody where nothing can be remembered. */
export async function everybody(): Promise<Receiver[]> {
  try {
    const answer = await fetch("memory/receivers");
    return answer.ok ? await answer.json() : [];
  } catch {
    return [];
  }
}

export const forget = (name: string): Promise<boolean> => told("memory/forget", { name });

export function keep(name: string, { height, weight, sex, age }: Omit<Size, "minutes">, force: number): Promise<boolean> {
  return told("memory/receivers", { name, height, weight, sex, age, preferences: { force } } satisfies Receiver);
}

async function told(path: string, body: unknown): Promise<boolean> {
  try {
    return (await fetch(path, { method: "POST", body: JSON.stringify(body) })).ok;
  } catch {
    return false;
  }
}
