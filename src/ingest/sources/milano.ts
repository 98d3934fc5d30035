import type { LocalizedText } from "../../domain/kit/localized-text";
import type { SourceRef } from "../../domain/kit/source-ref";
import { readNumber } from "../kit/cells";
import type { CkanOrigin } from "../kit/origin";

/** What is Milan's in the sources of this folder. */
export const milano = {
  cityCode: "comune:015146",
  istatCode: "015146",
  name: "Milano",
  /** Who publishes the city's files, and runs or charges what they tell of. */
  organizationCode: "comune-milano",
  localType: { it: "Comune", en: "Municipality" } satisfies LocalizedText,
  /** Locality and country of every address in the city's files. */
  locality: "Milano",
  country: "IT",
  timezone: "Europe/Rome",
  nilCode: (number: number): string => `nil:${number}`,
  municipioCode: (number: number): string => `municipio:${number}`,
  /** The NIL of the PGT "Milano 2030" (ds964): their numbers run from 1 to 88 without gaps. */
  nilNumbers: Array.from({ length: 88 }, (_, i) => i + 1) as readonly number[],
  municipioNumbers: [1, 2, 3, 4, 5, 6, 7, 8, 9] as readonly number[],
} as const;

/** The code of a Municipio of which the number is written somewhere; `null` for anything else than 1 to 9. */
export function municipioWithNumber(text: string | undefined): string | null {
  const number = readNumber(text ?? "");
  return number !== null && milano.municipioNumbers.includes(number) ? milano.municipioCode(number) : null;
}

/** A dataset of the open data portal of the Comune di Milano. */
export const portalDataset = (
  fields: Pick<SourceRef, "code" | "title" | "landingPage" | "downloadUrl" | "modified" | "updateFrequency">,
): Omit<SourceRef, "retrievedAt" | "sha256"> => ({
  ...fields,
  publisher: "Comune di Milano",
  licence: "CC BY 4.0",
  rights: `Comune di Milano - dati.comune.milano.it, dataset ${fields.code}, CC BY 4.0`,
  synthetic: false,
});

/** A file of the portal, by the ids of dataset and file in its catalogue. */
export const portalFile = (dataset: string, id: string): CkanOrigin => ({
  kind: "ckan",
  portal: "https://dati.comune.milano.it",
  dataset,
  resource: { id },
});
