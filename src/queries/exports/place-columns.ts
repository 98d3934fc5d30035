import type { GeoPoint } from "../../domain/geo/point";
import type { AreaLevel } from "../../domain/places/area";
import type { Address } from "../../domain/places/centre";
import { type Column, columnsOf } from "./column";
import type { ExportContext } from "./export-context";

interface Placed {
  readonly address: Address | null;
  readonly position: GeoPoint | null;
  readonly areaCodes: readonly string[];
}

const areaOf = ({ areaCodes }: Placed, level: AreaLevel, { records }: ExportContext) =>
  records.area.all(areaCodes).find((area) => area.level === level);

/** Address, position and areas of a place. */
export function placeColumns<Row extends Placed>(): Column<Row>[] {
  const { text, number, codes } = columnsOf<Row>();
  return [
    text("streetAddress", "Indirizzo.", "Street address.", (row) => row.address?.streetAddress),
    text("locality", "Località.", "Locality.", (row) => row.address?.locality),
    text("postalCode", "Codice postale (CAP).", "Postal code.", (row) => row.address?.postalCode),
    number(
      "latitude",
      "Latitudine in WGS 84, in gradi.",
      "Latitude in WGS 84, in degrees.",
      (row) => row.position?.latitude,
    ),
    number(
      "longitude",
      "Longitudine in WGS 84, in gradi.",
      "Longitude in WGS 84, in degrees.",
      (row) => row.position?.longitude,
    ),
    text(
      "neighbourhoodName",
      "Nome del quartiere.",
      "Name of the neighbourhood.",
      (row, context) => areaOf(row, "NEIGHBOURHOOD", context)?.name,
    ),
    text(
      "districtName",
      "Nome del distretto cittadino.",
      "Name of the district.",
      (row, context) => areaOf(row, "DISTRICT", context)?.name,
    ),
    codes(
      "areas",
      "Codici delle aree intorno al luogo.",
      "Codes of the areas around the place.",
      (row) => row.areaCodes,
    ),
  ];
}
