/** The page's words, from one catalogue. */
import catalogue from "./catalogue.json";

export type Language = keyof typeof catalogue;
export type Key = keyof (typeof catalogue)["en"];
export const LANGUAGES = Object.keys(catalogue) as Language[];
export const LANGUAGE_NAMES: Record<Language, string> = { en: "English", de: "Deutsch" };

let language: Language = "en";

export function speakIn(wanted: string): void {
  const short = wanted.slice(0, 2) as Language;
  language = LANGUAGES.includes(short) ? short : "en";
  document.documentElement.lang = language;
}

export const spoken = (): Language => language;

/** The catalogue has such a phrase. */
export const has = (key: string): key is Key => key in catalogue.en;

/** A phrase, with the facts put where `{name}` stands. */
export function t(key: Key, facts: Record<string, string | number> = {}): string {
  return catalogue[language][key].replace(/\{(\w+)\}/g, (_, name: string) => String(facts[name] ?? ""));
}
