/** The page's own server, where there is one: another plan, commands from other pages, the end's word. */
import { unwrap } from "./data/load";
import type { SessionInfo } from "./schema";
import type { Review } from "./ui/own";
import type { Asked } from "./ui/wanted";

/** A server stands behind this page; else it is one file that keeps to itself. */
export const live = (): boolean => document.documentElement.hasAttribute("data-live");

async function asked(path: string, body: unknown): Promise<Response> {
  return fetch(path, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) });
}

/** What an article says, as it was understood. */
export async function reread(text: string): Promise<Review> {
  const answer = await fetch("article", { method: "POST", headers: { "content-type": "text/plain" }, body: text });
  const said = await answer.json();
  if (!answer.ok) throw new Error(said.error ?? String(answer.status));
  return said;
}

/** What is planned: the routine that is chosen, the article that was read, or a routine once the article is left. */
export type Way = "plan" | "article/plan" | "article/leave";

/** Another session, planned for what is wanted. */
export async function plan({ height, weight, sex, age, minutes, routine, more, avoid, mirrored }: Asked, way: Way): Promise<SessionInfo> {
  const answer = await asked(way, { height, weight, sex, age, minutes, routine, more, avoid, mirrored });
  const said = await answer.json();
  if (!answer.ok) throw new Error(said.error ?? String(answer.status));
  return unwrap(said);
}

export interface Sitting {
  minutes: number;
  /** Indices of the movements that were done. */
  done: number[];
  felt: string | null;
  word: string;
  /** What the giver calls who received, or null. */
  receiver: string | null;
}

/** Have a session remembered on the machine that serves it. */
export async function remembered(sitting: Sitting): Promise<void> {
  await asked("sitting", sitting);
}
