import { isPartialDate, type PartialDate } from "../../domain/kit/dates";
import { createArea } from "../../domain/places/area";
import { createAreaBoundary } from "../../domain/places/area-boundary";
import { type FeatureRow, geoJson } from "../formats/geojson";
import { problem, textOrNull } from "../kit/cells";
import { measuresOf } from "../kit/measures";
import type { RowProblem } from "../kit/problem";
import type { Mapped, Source } from "../kit/source";
import { milano, portalDataset, portalFile } from "./milano";

/**
 * The NIL (Nuclei di Identità Locale) of the PGT "Milano 2030". `ID_NIL` is the key that other datasets join on;
 * `OBJECTID` and the order of the features are not, and `Shape_Area` is no surface on the ground.
 */
export const ds964: Source<FeatureRow, never> = {
  ref: portalDataset({
    code: "ds964",
    title: "NIL vigenti - PGT 2030",
    landingPage: "https://dati.comune.milano.it/dataset/ds964-nil-vigenti-pgt-2030",
    downloadUrl:
      "https://dati.comune.milano.it/dataset/e8e765fc-d882-40b8-95d8-16ff3d39eb7c/resource/9c4e0776-56fc-4f3d-8a90-f4992a3be426/download/ds964_nil_wm.geojson",
    modified: "2020-04-01",
  }),
  files: ["boundaries/ds964_nil_wm.geojson", "ds964_nil_wm.geojson"],
  format: geoJson({ properties: ["ID_NIL", "NIL", "Valido_dal", "Fonte"] }),
  mode: "FULL",
  origin: portalFile("e8e765fc-d882-40b8-95d8-16ff3d39eb7c", "9c4e0776-56fc-4f3d-8a90-f4992a3be426"),
  organizationCode: milano.organizationCode,
  map: mapNil,
};

function mapNil({ properties, polygons }: FeatureRow): Mapped<never> {
  const number = properties.ID_NIL;
  const name = textOf(properties.NIL) ?? "";
  if (typeof number !== "number" || !Number.isSafeInteger(number) || number < 1 || name === "") {
    const column = name === "" ? "NIL" : "ID_NIL";
    const message =
      "The NIL has no number from 1 on, or no name. Nothing can be joined to it: correct it at its source.";
    return {
      records: [],
      carry: null,
      problems: [problem("ERROR", "NOT_A_CODE", column, properties[column], message)],
    };
  }
  const problems: RowProblem[] = [];
  const code = milano.nilCode(number);
  const area = createArea({
    code,
    level: "NEIGHBOURHOOD",
    localType: { it: "Nucleo di Identità Locale", en: "Local identity unit" },
    name,
    cityCode: milano.cityCode,
    ...measuresOf(polygons),
    boundaryVersion: textOf(properties.Fonte),
    validFrom: dateOf(properties, "Valido_dal", problems),
    validTo: properties.Valido_al === "Vigente" ? null : dateOf(properties, "Valido_al", problems),
    externalIdentifiers: [{ scheme: "ds964", value: String(number) }],
    sourceCodes: ["ds964"],
  });
  const boundary = createAreaBoundary({ areaCode: code, level: "NEIGHBOURHOOD", polygons });
  return {
    records: [
      { type: "area", record: area },
      { type: "areaBoundary", record: boundary },
    ],
    problems,
    carry: null,
  };
}

const textOf = (value: unknown): string | null => (typeof value === "string" ? textOrNull(value) : null);

/** `05/02/2020` is 2020-02-05; `null` where the property is absent or, with a problem, where it is no date. */
function dateOf(
  properties: FeatureRow["properties"],
  name: string,
  problems: RowProblem[],
): PartialDate | null {
  const value = properties[name];
  if (value === undefined || value === null || value === "") return null;
  const [, day, month, year] = /^(\d{2})\/(\d{2})\/(\d{4})$/.exec(textOf(value) ?? "") ?? [];
  const date = `${year}-${month}-${day}`;
  if (isPartialDate(date)) return date;
  problems.push(problem("ERROR", "NOT_A_DATE", name, value, "The date is not DD/MM/YYYY; it is left out."));
  return null;
}
