import { parse } from "yaml";

/** What a person might write where a proposal says null. */
const answers: Readonly<Record<string, unknown>> = {
  city: "comune:015146",
  decimalChar: ".",
  finestLevel: "NEIGHBOURHOOD",
  it: "Zona",
  level: "NEIGHBOURHOOD",
  licence: "NOT_STATED",
  modified: "2026",
  publisher: "Prova",
  timezone: "Europe/Rome",
  unit: "persons",
};
const constants: Readonly<Record<string, string>> = {
  country: "IT",
  locality: "Milano",
  period: "2024",
  area: "comune:015146",
  term: "centre-kind:LIBRARY",
};

/** A proposed mapping with every null filled in, as JSON. */
export const fillBlanks = (yaml: string, columns: readonly string[], answersOf: object = {}): string =>
  JSON.stringify(filled(parse(yaml), "", "", columns, { ...answers, ...answersOf }), null, 1);

function filled(
  value: unknown,
  name: string,
  parent: string,
  columns: readonly string[],
  given: Readonly<Record<string, unknown>>,
): unknown {
  if (value === null)
    return name === "column" ? columns[0] : name === "constant" ? constants[parent] : given[name];
  if (Array.isArray(value)) return value.map((each) => filled(each, name, parent, columns, given));
  if (typeof value !== "object") return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, part]) => [key, filled(part, key, name, columns, given)]),
  );
}
