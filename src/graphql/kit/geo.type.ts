import { Field, Float, InputType, ObjectType } from "type-graphql";
import type { BoundingBox } from "../../domain/geo/bounding-box";
import type { GeoPoint } from "../../domain/geo/point";

@ObjectType("GeoPoint", { description: "A position on WGS 84 (EPSG:4326).", simpleResolvers: true })
export class GeoPointType implements GeoPoint {
  @Field(() => Float, { description: "Degrees north, -90 to 90." })
  latitude!: number;

  @Field(() => Float, { description: "Degrees east, -180 to 180." })
  longitude!: number;
}

@InputType("GeoPointInput", { description: "A position on WGS 84 (EPSG:4326)." })
export class GeoPointInput implements GeoPoint {
  @Field(() => Float, { description: "Degrees north, -90 to 90, for example 45.4287." })
  latitude!: number;

  @Field(() => Float, { description: "Degrees east, -180 to 180, for example 9.1741." })
  longitude!: number;
}

@ObjectType("BoundingBox", {
  description: "The smallest rectangle of degrees around something.",
  simpleResolvers: true,
})
export class BoundingBoxType implements BoundingBox {
  @Field(() => Float, { description: "Westernmost longitude, in degrees." })
  west!: number;

  @Field(() => Float, { description: "Southernmost latitude, in degrees." })
  south!: number;

  @Field(() => Float, { description: "Easternmost longitude, in degrees." })
  east!: number;

  @Field(() => Float, { description: "Northernmost latitude, in degrees." })
  north!: number;
}
