import { Float } from "type-graphql";
import type { Area, AreaLevel, AreaOverlap } from "../../domain/places/area";
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
  "Size of an area. What a city calls it is its localType.",
  {
    CITY: "A whole city (in Italy a Comune).",
    DISTRICT: "An elected part of a city (in Milan a Municipio).",
    NEIGHBOURHOOD: "A small part of a city, the unit of its statistics (in Milan a NIL).",
  },
);

@Output("Area", "A named part of a city. Areas of different levels overlap; they are no tree.", NodeType)
export class AreaType extends NodeType implements Omit<Area, "cityCode" | "sourceCodes"> {
  @NonNull(() => String, "Stable key as the city numbers it, for example nil:42 or municipio:5.")
  code!: string;

  @NonNull(() => AreaLevelEnum, "How large it is.")
  level!: AreaLevel;

  @NonNull(() => LocalizedTextType, "What the city calls this kind of area.")
  localType!: LocalizedTextType;

  @NonNull(() => String, "Official name, as published. Spelling varies between datasets: join on code.")
  name!: string;

  @Nullable(() => GeoPointType, "Centre of gravity of its surface.")
  centroid!: GeoPointType | null;

  @Nullable(() => BoundingBoxType, "Rectangle around it.")
  boundingBox!: BoundingBoxType | null;

  @Nullable(() => Float, "Surface in square kilometres, measured on its polygon.")
  areaKm2!: number | null;

  @Nullable(() => String, "Which drawing of the boundaries this is.")
  boundaryVersion!: string | null;

  @Nullable(() => PartialDateScalar, "When these boundaries came into force; null if unknown.")
  validFrom!: string | null;

  @Nullable(() => PartialDateScalar, "When they ceased to hold; null if they still do or it is unknown.")
  validTo!: string | null;

  @Nullable(
    () => [ExternalIdentifierType],
    "Its keys in registers and datasets, for example the ISTAT code of a city.",
  )
  externalIdentifiers!: ExternalIdentifierType[];
}

@Output("AreaOverlap", "How much of one area lies in another.")
export class AreaOverlapType implements Omit<AreaOverlap, "areaCode"> {
  @Nullable(
    () => Float,
    "Share of this area's surface that lies in the other, above 0 to 1; null if unknown.",
  )
  share!: number | null;

  @Nullable(() => Float, "Share of the other area's surface that lies in this one; null if unknown.")
  shareOfOther!: number | null;
}

@Output("AreasAtPoint", "The areas that hold a point.")
export class AreasAtPointType implements AreasAtPoint {
  @NonNull(() => GeoPointType, "The point that was asked.")
  point!: GeoPointType;

  @NonNull(() => [AreaType], "Every area that holds the point, largest first; empty only with a reason.")
  areas!: readonly Area[];

  @NonNull(() => String, "How it was found.")
  method!: string;

  @Nullable(() => LocalizedTextType, "Why nothing can be said; null when the answer is complete.")
  reason!: LocalizedTextType | null;
}

export const AreaConnectionType = connectionType("Area", () => AreaType, "areas");

export const toArea = linkTo(() => AreaType, "area");
