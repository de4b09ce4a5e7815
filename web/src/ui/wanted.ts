/** What is wanted of a session before it begins: which routine, how long, for whom, where, how. */

export interface Size {
  height: number;
  weight: number;
  sex: string;
  age: number;
}

/** What a server can plan for. */
export interface Wanted extends Size {
  minutes: number | null;
  /** A routine of the library, or null for the one that the server began with. */
  routine: string | null;
  /** Names of places: "neck", "left shoulder". */
  more: string[];
  avoid: string[];
}

/** What the server is asked for. */
export interface Asked extends Wanted {
  /** The sides of the places are turned, as the page shows the mirror image of the plan. */
  mirrored: boolean;
}

/** What the page itself does, whatever is planned. */
export interface Choices {
  force: number;
  mirror: boolean;
}

export const CHOICES: Choices = { force: 1, mirror: false };

/** The same place on the other side. */
export const flipped = (zone: string): string =>
  zone.replace(/^(left|right)(?= )/, (side) => (side === "left" ? "right" : "left"));

/**
 * What to ask the server for.
 * A left-handed giver does the mirror image of the plan, so the plan is made for the receiver's mirror image.
 * @param today Places to keep off today, besides those that are never wanted.
 */
export function asked(wanted: Wanted, mirror: boolean, today: readonly string[] = []): Asked {
  const turned = (zones: readonly string[]) => (mirror ? zones.map(flipped) : [...zones]);
  const avoid = [...new Set([...wanted.avoid, ...today])];
  return { ...wanted, more: turned(wanted.more.filter((zone) => !avoid.includes(zone))), avoid: turned(avoid), mirrored: mirror };
}

/** What is wanted behind what the server was asked for. */
export function wantedIn({ mirrored, more, avoid, ...rest }: Asked): Wanted {
  const turned = (zones: string[]) => (mirrored ? zones.map(flipped) : zones);
  return { ...rest, more: turned(more), avoid: turned(avoid) };
}

export const sided = (zones: readonly string[]): boolean => zones.some((zone) => /^(left|right) /.test(zone));

export type Wish = "more" | "avoid" | null;

export const wishAt = ({ more, avoid }: Pick<Wanted, "more" | "avoid">, zone: string): Wish =>
  more.includes(zone) ? "more" : avoid.includes(zone) ? "avoid" : null;

/** The wishes with one place changed. */
export function wish({ more, avoid }: Pick<Wanted, "more" | "avoid">, zone: string, to: Wish): Pick<Wanted, "more" | "avoid"> {
  const others = (zones: string[], here: boolean) => [...zones.filter((one) => one !== zone), ...(here ? [zone] : [])];
  return { more: others(more, to === "more"), avoid: others(avoid, to === "avoid") };
}

/** A tap goes on: nothing, more, not here, nothing. */
export const NEXT = { more: "avoid", avoid: null } as const;
export const tapped = (now: Wish): Wish => (now === null ? "more" : NEXT[now]);

/** The next session's force after what was said of this one: a little less or more of it. */
export const nextForce = (force: number, felt: "soft" | "right" | "firm" | null): number =>
  Math.min(1.3, Math.max(0.6, force * (felt === "soft" ? 1.12 : felt === "firm" ? 0.87 : 1)));
