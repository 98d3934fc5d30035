/** Languages of the page, the official one first. */
export const languages = ["it", "en"] as const;
export type Language = (typeof languages)[number];

/** What the address says: the view, its language where somebody chose one, and the choices made in the view. */
export interface Address {
  /** Empty for the first view. */
  readonly view: string;
  /** Null for that of the browser. */
  readonly language: Language | null;
  readonly values: Values;
}

/** Choices by name, for example `{ period: "2024" }`. */
export type Values = Readonly<Record<string, string>>;

const isLanguage = (value: unknown): value is Language => languages.some((language) => language === value);

/** `?view=city&lang=en&period=2024` → its parts. An unknown language counts as none. */
export function readAddress(search: string): Address {
  const { view = "", lang, ...values } = Object.fromEntries(new URLSearchParams(search));
  return { view, language: isLanguage(lang) ? lang : null, values };
}

/** The search part of an address. Empty values are left out, so that one state has one address. */
export function writeAddress({ view, language, values }: Address): string {
  const parts = Object.entries({ view, ...values, lang: language ?? "" }).filter(([, value]) => value !== "");
  return `?${new URLSearchParams(parts)}`;
}

/** The first language of the browser that the page has; the official one otherwise. */
export const languageOf = (preferred: readonly string[]): Language =>
  preferred.map((tag) => tag.toLowerCase().split("-")[0]).find(isLanguage) ?? languages[0];
