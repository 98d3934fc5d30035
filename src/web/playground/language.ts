import { liveValue, useLive } from "./live-value";
import { type Language, type Texts, texts } from "./texts";

const storageKey = "vicinato:language";

const isLanguage = (value: unknown): value is Language => value === "en" || value === "it";

/** The choice of an earlier visit, otherwise the first language of the browser that the page has, otherwise English. */
export function languageOf(chosen: string | null, preferred: readonly string[]): Language {
  if (isLanguage(chosen)) return chosen;
  return preferred.map((tag) => tag.toLowerCase().split("-")[0]).find(isLanguage) ?? "en";
}

export const language = liveValue<Language>("en");

/** Sets the language of the page before it is drawn. */
export function startLanguage(): void {
  show(languageOf(stored(), navigator.languages));
}

export function chooseLanguage(chosen: Language): void {
  show(chosen);
  try {
    localStorage.setItem(storageKey, chosen);
  } catch {
    // A browser that stores nothing asks again at the next visit.
  }
}

export function useTexts(): Texts & { readonly language: Language } {
  const current = useLive(language);
  return { ...texts[current], language: current };
}

function show(chosen: Language): void {
  language.set(chosen);
  document.documentElement.lang = chosen;
  document.title = texts[chosen].title;
}

function stored(): string | null {
  try {
    return localStorage.getItem(storageKey);
  } catch {
    return null;
  }
}
