import { Float } from "type-graphql";
import type { BoundingBox } from "../../domain/geo/bounding-box";
import type { GeoPoint } from "../../domain/geo/point";
import { required } from "./argument";
import { input } from "./input";
import { nonNull, output } from "./output";

export const GeoPointType = output<GeoPoint>("GeoPoint", "Position in WGS 84 (EPSG:4326).", {
  latitude: nonNull(() => Float, "Degrees north, -90 to 90."),
  longitude: nonNull(() => Float, "Degrees east, -180 to 180."),
});

export const GeoPointInput = input("GeoPointInput", "Position in WGS 84 (EPSG:4326).", {
  latitude: required(() => Float, "Degrees north, -90 to 90, for example 45.4287."),
  longitude: required(() => Float, "Degrees east, -180 to 180, for example 9.1741."),
});

export const BoundingBoxType = output<BoundingBox>(
  "BoundingBox",
  "Smallest rectangle of coordinates around an area.",
  {
    west: nonNull(() => Float, "Westernmost longitude, in degrees."),
    south: nonNull(() => Float, "Southernmost latitude, in degrees."),
    east: nonNull(() => Float, "Easternmost longitude, in degrees."),
    north: nonNull(() => Float, "Northernmost latitude, in degrees."),
  },
);
