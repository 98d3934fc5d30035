import type { JsonRow } from "../formats/json-record";
import type { Source } from "../source";
import { mapHsds, pointsOfHsds } from "./map-hsds";
import type { HsdsOptions } from "./options";

type Declared = Pick<Source<JsonRow, JsonRow>, "ref" | "files" | "format" | "mode" | "organizationCode">;

/**
 * A source whose rows are HSDS 3 objects. Records are made of all of them together, because one organisation or place
 * stands under many services.
 */
export const hsdsSource = (
  declared: Declared,
  options: Omit<HsdsOptions, "sourceCode">,
): Source<JsonRow, JsonRow> => ({
  ...declared,
  points: (row) => pointsOfHsds(row),
  map: (row) => ({ records: [], problems: [], carry: row }),
  finish: (rows, context) =>
    mapHsds(
      rows.map(({ carry }) => carry),
      { ...options, sourceCode: declared.ref.code },
      context,
    ),
});
