import { Float } from "type-graphql";
import type { BoundingBox } from "../../domain/geo/bounding-box";
import type { GeoPoint } from "../../domain/geo/point";
import { Input, NonNull, Output } from "./decorators";

@Output("GeoPoint", "Position in WGS 84 (EPSG:4326).")
export class GeoPointType implements GeoPoint {
  @NonNull(() => Float, "Degrees north, -90 to 90.")
  latitude!: number;

  @NonNull(() => Float, "Degrees east, -180 to 180.")
  longitude!: number;
}

@Input("GeoPointInput", "Position in WGS 84 (EPSG:4326).")
export class GeoPointInput implements GeoPoint {
  @NonNull(() => Float, "Degrees north, -90 to 90, for example 45.4287.")
  latitude!: number;

  @NonNull(() => Float, "Degrees east, -180 to 180, for example 9.1741.")
  longitude!: number;
}

@Output("BoundingBox", "Smallest rectangle of coordinates around an area.")
export class BoundingBoxType implements BoundingBox {
  @NonNull(() => Float, "Westernmost longitude, in degrees.")
  west!: number;

  @NonNull(() => Float, "Southernmost latitude, in degrees.")
  south!: number;

  @NonNull(() => Float, "Easternmost longitude, in degrees.")
  east!: number;

  @NonNull(() => Float, "Northernmost latitude, in degrees.")
  north!: number;
}
