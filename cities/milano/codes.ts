import { readNumber } from "../../src/ingest/kit/cells";

/** Facts about Milan for the sources in code. */
export const milano = {
  cityCode: "comune:015146",
  /** The publisher of the city's files, responsible for the services in them. */
  organizationCode: "comune-milano",
  /** Locality and country of every address in the city's files. */
  locality: "Milano",
  country: "IT",
  nilCode: (number: number): string => `nil:${number}`,
  municipioCode: (number: number): string => `municipio:${number}`,
  /** The NIL of the PGT "Milano 2030" (ds964): their numbers run from 1 to 88 without gaps. */
  nilNumbers: Array.from({ length: 88 }, (_, i) => i + 1) as readonly number[],
  municipioNumbers: [1, 2, 3, 4, 5, 6, 7, 8, 9] as readonly number[],
} as const;

/** The code of a Municipio by its number in a text; `null` for anything else than 1 to 9. */
export function municipioWithNumber(text: string | undefined): string | null {
  const number = readNumber(text ?? "");
  return number !== null && milano.municipioNumbers.includes(number) ? milano.municipioCode(number) : null;
}
