import { Float } from "type-graphql";
import type { Area, AreaLevel, AreaOverlap } from "../../domain/places/area";
import type { BoundaryPrecision } from "../../domain/places/boundaries-document";
import type { AreasAtPoint } from "../../queries/places/areas-at-point";
import { connectionType } from "../kit/connection.type";
import { NonNull, Nullable, Output } from "../kit/decorators";
import { enumType } from "../kit/enum-type";
import { ExternalIdentifierType } from "../kit/external-identifier.type";
import { BoundingBoxType, GeoPointType } from "../kit/geo.type";
import { linkTo } from "../kit/link";
import { LocalizedTextType } from "../kit/localized-text.type";
import { NodeType } from "../kit/node.type";
import { PartialDateScalar } from "../kit/scalars";

export const AreaLevelEnum = enumType<AreaLevel>(
  "AreaLevel",
  "Level of an area. The local name is in localType.",
  {
    CITY: "A whole city (in Italy a Comune).",
    DISTRICT: "An elected district of a city (in Milan a Municipio).",
    NEIGHBOURHOOD: "A small statistical unit of a city (in Milan a NIL).",
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

@Output(
  "Area",
  "A named part of a city. Areas of different levels can overlap; they do not form a tree.",
  NodeType,
)
export class AreaType extends NodeType implements Omit<Area, "cityCode" | "sourceCodes"> {
  @NonNull(() => String, "Stable key based on the numbering of the city, for example nil:42 or municipio:5.")
  code!: string;

  @NonNull(() => AreaLevelEnum, "Level of the area.")
  level!: AreaLevel;

  @NonNull(() => LocalizedTextType, "Local name of this type of area.")
  localType!: LocalizedTextType;

  @NonNull(() => String, "Official name as published. Spelling varies between datasets, so join on code.")
  name!: string;

  @Nullable(() => GeoPointType, "Centroid of the area.")
  centroid!: GeoPointType | null;

  @Nullable(() => BoundingBoxType, "Bounding box of the area.")
  boundingBox!: BoundingBoxType | null;

  @Nullable(() => Float, "Surface in square kilometres, computed from the boundary.")
  areaKm2!: number | null;

  @Nullable(() => String, "Version of the boundary.")
  boundaryVersion!: string | null;

  @Nullable(() => PartialDateScalar, "Start of validity of these boundaries; null if unknown.")
  validFrom!: string | null;

  @Nullable(
    () => PartialDateScalar,
    "End of validity of these boundaries; null if they are current or the date is unknown.",
  )
  validTo!: string | null;

  @Nullable(
    () => [ExternalIdentifierType],
    "Identifiers in registers and datasets, for example the ISTAT code of a city.",
  )
  externalIdentifiers!: ExternalIdentifierType[];
}

@Output("AreaOverlap", "Overlap of two areas.")
export class AreaOverlapType implements Omit<AreaOverlap, "areaCode"> {
  @Nullable(
    () => Float,
    "Share of the surface of this area inside the other, above 0 up to 1; null if unknown.",
  )
  share!: number | null;

  @Nullable(() => Float, "Share of the surface of the other area inside this one; null if unknown.")
  shareOfOther!: number | null;
}

@Output("AreasAtPoint", "Areas that contain a point.")
export class AreasAtPointType implements AreasAtPoint {
  @NonNull(() => GeoPointType, "Requested point.")
  point!: GeoPointType;

  @NonNull(() => [AreaType], "All areas that contain the point, largest first; empty only with a reason.")
  areas!: readonly Area[];

  @NonNull(() => String, "Method of finding the areas.")
  method!: string;

  @Nullable(() => LocalizedTextType, "Reason for a missing answer; null if the answer is complete.")
  reason!: LocalizedTextType | null;
}

export const AreaConnectionType = connectionType("Area", () => AreaType, "areas");

export const toArea = linkTo(() => AreaType, "area");
