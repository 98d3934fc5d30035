import type { GeocodeQuality, Location, LocationType, PositionReason } from "../../domain/places/location";
import { codeOf, optional } from "../kit/argument";
import { connectionType } from "../kit/connection.type";
import { enumType } from "../kit/enum-type";
import { GeoPointType } from "../kit/geo.type";
import { input } from "../kit/input";
import { linkTo } from "../kit/link";
import { node } from "../kit/node.type";
import { nonNull, nullable } from "../kit/output";
import { AddressType } from "./centre.type";

const LocationTypeEnum = enumType<LocationType>("LocationType", "Type of a location (HSDS).", {
  PHYSICAL: "A place to visit.",
  POSTAL: "A mailing address.",
  VIRTUAL: "A virtual place, for example a website.",
});

const GeocodeQualityEnum = enumType<GeocodeQuality>("GeocodeQuality", "Precision of a position.", {
  AREA: "A point within a larger area, such as a postal district.",
  ROOFTOP: "The building.",
  STREET: "A point on the street.",
  UNKNOWN: "The source does not state it.",
});

const PositionReasonEnum = enumType<PositionReason>(
  "PositionReason",
  "Reason for the position of a location.",
  {
    IN_DECLARED_AREA:
      "Positions of its centres are far apart. The others lie outside the declared area of the centres.",
    ONLY_POINT: "Only one of its centres has a position.",
    POINTS_AGREE: "Positions of all its centres lie close together.",
    UNDECIDED:
      "Positions of its centres are far apart, and no fact decides between them. One is shown without certainty.",
  },
);

export const LocationObjectType = node<
  Location,
  "areaCodes" | "centreCodes" | "positionCentreCode" | "sourceCodes"
>(
  "Location",
  "Building or site that one or more centres share (HSDS location). The hub matches identifiers, addresses, declared areas and points, and joins only certain matches.",
  {
    code: nonNull(
      () => String,
      "Key derived from the address, for example it:milano:via-antonio-aldini-72; the code of the first centre if the address is incomplete. It changes with the address.",
    ),
    locationType: nonNull(() => LocationTypeEnum, "Type of the location."),
    address: nullable(() => AddressType, "Address as written by the centre with the most complete one."),
    position: nullable(
      () => GeoPointType,
      "Position on the map, also for centres without a position of their own; null if none of its centres has one.",
    ),
    geocodeQuality: nullable(() => GeocodeQualityEnum, "Precision of the position; null without a position."),
    positionReason: nullable(
      () => PositionReasonEnum,
      "Reason for the choice of this position; null without a position.",
    ),
  },
);

export const LocationFilterInput = input(
  "LocationFilter",
  "Filter of locations. All conditions must be met; without conditions all locations match.",
  {
    area: optional(codeOf("area"), "Code of an area of any level, for example municipio:9."),
    shared: optional(
      () => Boolean,
      "True: locations with several centres. False: locations with one centre.",
    ),
  },
);

export const LocationConnectionType = connectionType("Location", () => LocationObjectType, "locations");

export const toLocation = linkTo(() => LocationObjectType, "location");
