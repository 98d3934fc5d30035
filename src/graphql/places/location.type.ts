import type { GeocodeQuality, Location, LocationType, PositionReason } from "../../domain/places/location";
import type { LocationFilter } from "../../queries/places/find-locations";
import { connectionType } from "../kit/connection.type";
import { Input, NonNull, Nullable, Output } from "../kit/decorators";
import { enumType } from "../kit/enum-type";
import { GeoPointType } from "../kit/geo.type";
import { linkTo } from "../kit/link";
import { NodeType } from "../kit/node.type";
import { AddressType } from "./centre.type";

const LocationTypeEnum = enumType<LocationType>("LocationType", "What sort of place it is (HSDS).", {
  PHYSICAL: "A place to go to.",
  POSTAL: "An address for letters only.",
  VIRTUAL: "No place at all, for example a website.",
});

const GeocodeQualityEnum = enumType<GeocodeQuality>("GeocodeQuality", "What a point stands for.", {
  AREA: "Some point of a larger area, such as a postal district.",
  ROOFTOP: "The building itself.",
  STREET: "Some point of the street.",
  UNKNOWN: "Its source does not say.",
});

const PositionReasonEnum = enumType<PositionReason>(
  "PositionReason",
  "Why a location has the point that it has.",
  {
    IN_DECLARED_AREA:
      "Its centres give points that are far apart; the others lie outside the area that the centres declare.",
    ONLY_POINT: "Only one of its centres gives a point.",
    POINTS_AGREE: "The points of all its centres lie close together.",
    UNDECIDED:
      "Its centres give points that are far apart, and nothing tells which is right: one is shown, not believed.",
  },
);

@Output(
  "Location",
  "A building or site, one however many centres of however many sources are in it (HSDS location). Found by the hub: it compares identifiers, addresses, declared areas and points, and joins only what is beyond doubt.",
  NodeType,
)
export class LocationObjectType
  extends NodeType
  implements Omit<Location, "areaCodes" | "centreCodes" | "positionCentreCode" | "sourceCodes">
{
  @NonNull(
    () => String,
    "Key made of the address, for example it:milano:via-antonio-aldini-72; of the first centre where there is no whole address. It changes with the address.",
  )
  code!: string;

  @NonNull(() => LocationTypeEnum, "What sort of place it is.")
  locationType!: LocationType;

  @Nullable(() => AddressType, "Its address, as the centre writes it that writes most of it.")
  address!: AddressType | null;

  @Nullable(
    () => GeoPointType,
    "Where it is on the map, also for centres that have no point of their own; null where none of its centres has one.",
  )
  position!: GeoPointType | null;

  @Nullable(() => GeocodeQualityEnum, "What the point stands for; null where there is none.")
  geocodeQuality!: GeocodeQuality | null;

  @Nullable(() => PositionReasonEnum, "Why it is this point; null where there is none.")
  positionReason!: PositionReason | null;
}

@Input("LocationFilter", "Which locations. All conditions must hold; none means all locations.")
export class LocationFilterInput implements LocationFilter {
  @Nullable(() => String, "Code of an area of any level, for example municipio:9.")
  area!: string | null | undefined;

  @Nullable(() => Boolean, "True: more than one centre is there. False: only one is.")
  shared!: boolean | null | undefined;
}

export const LocationConnectionType = connectionType("Location", () => LocationObjectType, "locations");

export const toLocation = linkTo(() => LocationObjectType, "location");
