import { codeSpellings } from "../kit/code-spellings";

/** The known text that a typed one means: itself, or the one that differs in its spelling only; `undefined` if there is none. */
export function spelledText(typed: string, known: readonly string[]): string | undefined {
  const asText = typed.trim().toLowerCase();
  return (
    [typed, ...codeSpellings(typed)].find((spelling) => known.includes(spelling)) ??
    known.find((text) => text.toLowerCase() === asText)
  );
}
