import { type Area, areaLevels } from "../../../domain/places/area";
import { findAreas } from "../../places/find-areas";
import { findBoundary } from "../../places/find-boundary";
import { columnsOf } from "../column";
import { recordSet } from "../export-set";
import { anyText, oneOf, severalOf } from "../filter";

const { text, number, sources, localized } = columnsOf<Area>();

export const areas = recordSet({
  name: "areas",
  record: "area",
  title: { it: "Aree", en: "Areas" },
  description: {
    it: "La città e le sue aree (in GeoJSON, TopoJSON e GeoParquet con i confini semplificati a 20 metri).",
    en: "The city and its areas (in GeoJSON, TopoJSON and GeoParquet with boundaries simplified to 20 metres).",
  },
  primaryKey: ["code"],
  columns: [
    text("code", "Codice dell'area.", "Code of the area.", ({ code }) => code),
    text("level", "Livello.", "Level.", ({ level }) => level),
    ...localized(
      "localType",
      "Come la città chiama questo tipo di area",
      "What the city calls this kind of area",
      (a) => a.localType,
    ),
    text("name", "Nome.", "Name.", ({ name }) => name),
    text(
      "city",
      "Codice della città; vuoto per una città.",
      "Code of the city; empty for a city.",
      ({ cityCode }) => cityCode,
    ),
    number("areaKm2", "Superficie.", "Surface.", ({ areaKm2 }) => areaKm2, "km2"),
    number(
      "latitude",
      "Latitudine del centroide in WGS 84, in gradi.",
      "Latitude of the centroid in WGS 84, in degrees.",
      (a) => a.centroid?.latitude,
    ),
    number(
      "longitude",
      "Longitudine del centroide in WGS 84, in gradi.",
      "Longitude of the centroid in WGS 84, in degrees.",
      (a) => a.centroid?.longitude,
    ),
    text("boundaryVersion", "Edizione dei confini.", "Edition of the boundaries.", (a) => a.boundaryVersion),
    text("validFrom", "Valida dal.", "Valid from.", ({ validFrom }) => validFrom),
    text("validTo", "Valida fino al.", "Valid to.", ({ validTo }) => validTo),
    sources((a) => a.sourceCodes),
  ],
  sourcesOf: ({ sourceCodes }) => sourceCodes,
  // The city itself has no boundary of its own in the documents of levels if its source gives none.
  geometry: (area, context) => findBoundary(area, "MAP", context),
  find: {
    filters: { level: oneOf(areaLevels), codes: severalOf(anyText) },
    page: findAreas,
  },
});
