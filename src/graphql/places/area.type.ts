import { Field, Float, ObjectType } from "type-graphql";
import type { Area, AreaLevel, AreaOverlap } from "../../domain/places/area";
import type { AreasAtPoint } from "../../queries/places/areas-at-point";
import { connectionType } from "../kit/connection.type";
import { enumType } from "../kit/enum-type";
import { ExternalIdentifierType } from "../kit/external-identifier.type";
import { BoundingBoxType, GeoPointType } from "../kit/geo.type";
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

@ObjectType("Area", {
  description: "A named part of a city. Areas of different levels overlap; they are no tree.",
  implements: NodeType,
  simpleResolvers: true,
})
export class AreaType extends NodeType implements Omit<Area, "cityCode" | "sourceCodes"> {
  @Field(() => String, {
    description: "Stable key as the city numbers it, for example nil:42 or municipio:5.",
  })
  code!: string;

  @Field(() => AreaLevelEnum, { description: "How large it is." })
  level!: AreaLevel;

  @Field(() => LocalizedTextType, { description: "What the city calls this kind of area." })
  localType!: LocalizedTextType;

  @Field(() => String, {
    description: "Official name, as published. Spelling varies between datasets: join on code.",
  })
  name!: string;

  @Field(() => GeoPointType, { nullable: true, description: "Centre of gravity of its surface." })
  centroid!: GeoPointType | null;

  @Field(() => BoundingBoxType, { nullable: true, description: "Rectangle around it." })
  boundingBox!: BoundingBoxType | null;

  @Field(() => Float, {
    nullable: true,
    description: "Surface in square kilometres, measured on its polygon.",
  })
  areaKm2!: number | null;

  @Field(() => String, { nullable: true, description: "Which drawing of the boundaries this is." })
  boundaryVersion!: string | null;

  @Field(() => PartialDateScalar, {
    nullable: true,
    description: "When these boundaries came into force; null if unknown.",
  })
  validFrom!: string | null;

  @Field(() => PartialDateScalar, {
    nullable: true,
    description: "When they ceased to hold; null if they still do or it is unknown.",
  })
  validTo!: string | null;

  @Field(() => [ExternalIdentifierType], {
    nullable: true,
    description: "Its keys in registers and datasets, for example the ISTAT code of a city.",
  })
  externalIdentifiers!: ExternalIdentifierType[];
}

@ObjectType("AreaOverlap", { description: "How much of one area lies in another.", simpleResolvers: true })
export class AreaOverlapType implements Omit<AreaOverlap, "areaCode"> {
  @Field(() => Float, {
    nullable: true,
    description: "Share of this area's surface that lies in the other, above 0 to 1; null if unknown.",
  })
  share!: number | null;

  @Field(() => Float, {
    nullable: true,
    description: "Share of the other area's surface that lies in this one; null if unknown.",
  })
  shareOfOther!: number | null;
}

@ObjectType("AreasAtPoint", { description: "The areas that hold a point.", simpleResolvers: true })
export class AreasAtPointType implements AreasAtPoint {
  @Field(() => GeoPointType, { description: "The point that was asked." })
  point!: GeoPointType;

  @Field(() => [AreaType], {
    description: "Every area that holds the point, largest first; empty only with a reason.",
  })
  areas!: readonly Area[];

  @Field(() => String, { description: "How it was found." })
  method!: string;

  @Field(() => LocalizedTextType, {
    nullable: true,
    description: "Why nothing can be said; null when the answer is complete.",
  })
  reason!: LocalizedTextType | null;
}

export const AreaConnectionType = connectionType("Area", () => AreaType, "areas");
