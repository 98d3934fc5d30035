import type { IndicatorDefinition } from "../indicator";

/** Words for people in difficulty, as stems of both languages. Accents, case, hyphens and invisible signs do not matter. */
const claimsFragility = new RegExp(
  [
    "fragil|frail|vulnerab|hardship|distress|destitut|precar|indigen",
    "disagi|depriv|svantagg|disadvantag|sfavorit|underprivileg|marginali|emargin|esclusion|exclusion",
    "povert|\\bpover[aeio]|impoveri|impoverish|\\bpoor|miseria|misery|degrado",
    "\\bbisogn|\\bneed(s|y|iness)?\\b|difficolta|\\bdebol|\\bweak|rischio social|social risk|\\bat risk",
  ].join("|"),
);
const income = /income|earning|reddit|povert|\bisee\b|\bwage|salari|stipend/;
const housing =
  /housing|abitativ|abitazion|alloggi|dwelling|affitt|\brent|overcrowd|affollament|sfratt|evict/;

/**
 * A composite may be called fragility, or a synonym, only if it has parts about income and about housing. An index without
 * them ranks rich quarters first where people of 80 live alone, although they are not poor.
 */
export const mayBeCalled = (name: string, parts: readonly IndicatorDefinition[]): boolean => {
  if (!claimsFragility.test(plain(name))) return true;
  const texts = parts.map(({ code, name: { it, en } }) =>
    plain(`${code.replaceAll("_", " ")} ${it ?? ""} ${en ?? ""}`),
  );
  return [income, housing].every((subject) => texts.some((text) => subject.test(text)));
};

/** Compatible forms (NFKD) without accents and invisible signs; a hyphen inside a word hides no word. */
const plain = (text: string): string =>
  text
    .normalize("NFKD")
    .replace(/[\p{M}\p{Cf}]|(?<=\p{L})[-‐‑](?=\p{L})/gu, "")
    .toLowerCase();
