import { canonicalText } from "../../../domain/kit/canonical-text";
import type { FileFormat } from "./file-format";

/** A row as a line of NDJSON, always with the same bytes. */
const lineOf = (row: object): string => `${canonicalText(row)}\n`;

export const ndjson: FileFormat = {
  extension: "ndjson",
  mediaType: "application/x-ndjson",
  use: {
    it: "Programmi e copie: un oggetto JSON per riga, con tutti i campi.",
    en: "Programs and mirrors: one JSON object a line, with all fields.",
  },
  fits: () => true,
  writer: () => ({
    begin: () => "",
    rows: ({ objects }) => objects.map(lineOf).join(""),
    end: () => "",
  }),
};
