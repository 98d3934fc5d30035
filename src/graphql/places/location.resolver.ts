import { limits } from "../../domain/kit/limits";
import type { Centre } from "../../domain/places/centre";
import type { Location } from "../../domain/places/location";
import { centresAt, findLocations, locationOf } from "../../queries/places/find-locations";
import { optional } from "../kit/argument";
import { field, fields, fieldWith, operation, queries } from "../kit/declare";
import { pageArguments } from "../kit/page.input";
import { statuses } from "../kit/standing.fields";
import { toArea } from "./area.type";
import { CentreType, toCentre } from "./centre.type";
import { LocationConnectionType, LocationFilterInput, LocationObjectType, toLocation } from "./location.type";
import { geometryOfPosition } from "./position.fields";

queries({
  locations: operation(
    () => LocationConnectionType,
    "Buildings and sites of centres, by code.",
    {
      filter: optional(() => LocationFilterInput, "Filter of locations; all when absent."),
      ...pageArguments,
    },
    ({ filter, ...page }, context) => findLocations(filter, page, context),
  ),
  location: toLocation.byCode("location", "it:milano:via-antonio-aldini-72"),
});

fields<Location>(() => LocationObjectType, {
  geometry: geometryOfPosition,
  areas: toArea.many(
    "areaCodes",
    "Areas that contain the position; without a position, the areas that its centres declare.",
  ),
  centres: fieldWith(
    () => [CentreType],
    "Centres in the building or site, by code.",
    { statuses },
    (location: Location, { statuses }, context) => centresAt(location, statuses, context),
    limits.linkedRecords,
  ),
  positionCentre: toCentre.one(
    "positionCentreCode",
    "Centre that provides the position, with its sources; null without a position.",
  ),
});

fields<Centre>(() => CentreType, {
  location: field(
    () => LocationObjectType,
    "Building or site of the centre, shared with the other centres there. Its position can come from another centre. Null until an import matches the centre. Efficient in lists.",
    ({ code, sameAsCode }, context) => locationOf(sameAsCode ?? code, context),
  ),
});
