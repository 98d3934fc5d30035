import type { Centre } from "../../domain/places/centre";
import type { Location } from "../../domain/places/location";
import { findLocations, locationOf } from "../../queries/places/find-locations";
import { optional } from "../kit/argument";
import { field, fields, operation, queries } from "../kit/declare";
import { PageArgs } from "../kit/page.input";
import { sourceRefs } from "../kit/source-ref.type";
import { toArea } from "./area.type";
import { CentreType, toCentre } from "./centre.type";
import { LocationConnectionType, LocationFilterInput, LocationObjectType, toLocation } from "./location.type";

queries({
  locations: operation(
    () => LocationConnectionType,
    "The buildings and sites in which centres are, by code.",
    { filter: optional(() => LocationFilterInput, "Which locations; all when absent."), page: PageArgs },
    ({ filter, page }, context) => findLocations(filter, page, context),
  ),
  location: toLocation.byCode(
    "One location by its code; null if there is none.",
    "For example it:milano:via-antonio-aldini-72.",
  ),
});

fields<Location>(() => LocationObjectType, {
  areas: toArea.many(
    "areaCodes",
    "The areas that hold its point; where it has none, those that its centres name.",
  ),
  centres: toCentre.many("centreCodes", "The centres that are there, by code."),
  positionCentre: toCentre.one(
    "positionCentreCode",
    "The centre that its point comes from, with its sources; null where there is no point.",
  ),
  sourceRefs,
});

fields<Centre>(() => CentreType, {
  location: field(
    () => LocationObjectType,
    "The building or site in which it is, with the other centres there; it may have a point where the centre has none. Null until an import compared it with others. Cheap for whole lists.",
    ({ code }, context) => locationOf(code, context),
  ),
});
