import { Float } from "type-graphql";
import type { Area, AreaLevel, AreaOverlap } from "../../domain/places/area";
import type { BoundaryPrecision } from "../../domain/places/boundaries-document";
import type { AreasAtPoint } from "../../queries/places/areas-at-point";
import { connectionType } from "../kit/connection.type";
import { enumType } from "../kit/enum-type";
import { ExternalIdentifierType } from "../kit/external-identifier.type";
import { BoundingBoxType, GeoPointType } from "../kit/geo.type";
import { linkTo } from "../kit/link";
import { LocalizedTextType } from "../kit/localized-text.type";
import { node } from "../kit/node.type";
import { nonNull, nullable, output } from "../kit/output";
import { PartialDateScalar } from "../kit/scalars";

export const AreaLevelEnum = enumType<AreaLevel>(
  "AreaLevel",
  "Level of an area. The local name is in localType.",
  {
    CITY: "A whole city (in Italy a Comune).",
    DISTRICT: "An elected district of a city (for example a Municipio of Milan).",
    NEIGHBOURHOOD: "A small statistical unit of a city (for example a NIL of Milan).",
    OMI_ZONE:
      "A zone of the property market, drawn by the Italian tax agency (OMI). It fits no other level: hints relate it to areas. No place or service is assigned to it.",
    POSTAL_CODE:
      "A postal code (in Italy a CAP). It fits no other level and has no boundary here: hints relate it to areas. No place or service is assigned to it.",
  },
);

export const BoundaryPrecisionEnum = enumType<BoundaryPrecision>(
  "BoundaryPrecision",
  "Precision of a boundary. Areas of one level fit together at each precision, without gaps or overlaps.",
  {
    DETAILED: "For a map of a few areas: within about 5 m of the published boundary.",
    MAP: "For a map of a city: within about 20 m, one pixel of a map 1,000 pixels wide.",
    OVERVIEW: "For a thumbnail of a city: within about 100 m. Small areas lose their form.",
  },
);

export const AreaType = node<Area, "cityCode" | "sourceCodes">(
  "Area",
  "A named part of a city. Areas of different levels can overlap; they do not form a tree.",
  {
    code: nonNull(
      () => String,
      "Stable key based on the numbering of the city, for example nil:42 or municipio:5.",
    ),
    level: nonNull(() => AreaLevelEnum, "Level of the area."),
    localType: nonNull(() => LocalizedTextType, "Local name of this type of area."),
    name: nonNull(
      () => String,
      "Official name as published. Spelling varies between datasets, so join on code.",
    ),
    centroid: nullable(() => GeoPointType, "Centroid of the area."),
    boundingBox: nullable(() => BoundingBoxType, "Bounding box of the area."),
    areaKm2: nullable(() => Float, "Surface in square kilometres, computed from the boundary."),
    boundaryVersion: nullable(() => String, "Version of the boundary."),
    validFrom: nullable(() => PartialDateScalar, "Start of validity of these boundaries; null if unknown."),
    validTo: nullable(
      () => PartialDateScalar,
      "End of validity of these boundaries; null if they are current or the date is unknown.",
    ),
    externalIdentifiers: nullable(
      () => [ExternalIdentifierType],
      "Identifiers in registers and datasets, for example the ISTAT code of a city.",
    ),
  },
);

export const AreaOverlapType = output<AreaOverlap, "areaCode">("AreaOverlap", "Overlap of two areas.", {
  share: nullable(
    () => Float,
    "Share of the surface of this area inside the other, above 0 up to 1; null if unknown.",
  ),
  shareOfOther: nullable(
    () => Float,
    "Share of the surface of the other area inside this one; null if unknown.",
  ),
});

export const AreasAtPointType = output<AreasAtPoint>("AreasAtPoint", "Areas that contain a point.", {
  point: nonNull(() => GeoPointType, "Requested point."),
  areas: nonNull(
    () => [AreaType],
    "All areas that contain the point, largest first; empty only with a reason.",
  ),
  method: nonNull(() => String, "Method of finding the areas."),
  reason: nullable(() => LocalizedTextType, "Reason for a missing answer; null if the answer is complete."),
});

export const AreaConnectionType = connectionType("Area", () => AreaType, "areas");

export const toArea = linkTo(() => AreaType, "area");
