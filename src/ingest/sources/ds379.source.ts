import type { MultiPolygon } from "../../domain/geo/polygon";
import { type Area, createArea } from "../../domain/places/area";
import { createAreaBoundary } from "../../domain/places/area-boundary";
import { type FeatureRow, geoJson } from "../formats/geojson";
import { problem } from "../kit/cells";
import { measuresOf } from "../kit/measures";
import type { Carried, Finished, Mapped, Source } from "../kit/source";
import { milano, portalDataset } from "./milano";

/** The nine Municipi and, made of them, the city. `Shape_Area` is about twice the surface: it is not used. */
export const ds379: Source<FeatureRow, MultiPolygon> = {
  ref: portalDataset({
    code: "ds379",
    title: "Municipi",
    landingPage: null,
    downloadUrl: null,
    modified: null,
  }),
  files: ["boundaries/ds379_municipi_label.geojson", "ds379_municipi_label.geojson"],
  format: geoJson({ properties: ["MUNICIPIO"] }),
  mode: "FULL",
  // It is on the portal, but its ids are not known.
  origin: null,
  organizationCode: milano.organizationCode,
  map: mapMunicipio,
  finish: cityOf,
};

const undated = { boundaryVersion: null, validFrom: null, validTo: null } satisfies Partial<Area>;

function mapMunicipio({ properties, polygons }: FeatureRow): Mapped<MultiPolygon> {
  const number = properties.MUNICIPIO;
  if (typeof number !== "number" || !milano.municipioNumbers.includes(number)) {
    const message = "Milan has Municipi 1 to 9. Correct the number at its source.";
    return {
      records: [],
      carry: null,
      problems: [problem("ERROR", "NOT_A_CODE", "MUNICIPIO", number, message)],
    };
  }
  const code = milano.municipioCode(number);
  const area = createArea({
    code,
    level: "DISTRICT",
    localType: { it: "Municipio", en: "Municipal district" },
    name: `Municipio ${number}`,
    cityCode: milano.cityCode,
    ...measuresOf(polygons),
    ...undated,
    externalIdentifiers: [{ scheme: "ds379", value: String(number) }],
    sourceCodes: ["ds379"],
  });
  const boundary = createAreaBoundary({ areaCode: code, level: "DISTRICT", polygons });
  return {
    records: [
      { type: "area", record: area },
      { type: "areaBoundary", record: boundary },
    ],
    problems: [],
    carry: polygons,
  };
}

/** The city is its Municipi together. With one of them missing it is not computed, so that what is known of it stays. */
function cityOf(municipi: readonly Carried<MultiPolygon>[]): Finished {
  const expected = milano.municipioNumbers.length;
  if (municipi.length !== expected) {
    const message = `The file has ${municipi.length} sound Municipi of ${expected}: the city itself is not computed from them.`;
    const about = { type: "Area", code: milano.cityCode };
    return {
      records: [],
      problems: [{ line: null, about, ...problem("WARNING", "TOTAL_DIFFERS", null, null, message) }],
    };
  }
  const city = createArea({
    code: milano.cityCode,
    level: "CITY",
    localType: milano.localType,
    name: milano.name,
    cityCode: null,
    ...measuresOf(municipi.flatMap(({ carry }) => carry)),
    ...undated,
    externalIdentifiers: [{ scheme: "ISTAT", value: milano.istatCode }],
    sourceCodes: ["ds379"],
  });
  return { records: [{ type: "area", record: city, lines: [] }], problems: [] };
}
