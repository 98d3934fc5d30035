import { type Centre, type CentreKindPeriod, currentKindCode } from "../../domain/places/centre";
import { centreKindOn } from "../../queries/places/centre-kind-on";
import { findCentres } from "../../queries/places/find-centres";
import { nearestCentres } from "../../queries/places/nearest-centres";
import { placeOfCentre } from "../../queries/places/opening-place";
import { optional, required } from "../kit/argument";
import { fields, fieldWith, operation, queries } from "../kit/declare";
import { PlaceListArgs } from "../kit/place-list.input";
import { PartialDateScalar } from "../kit/scalars";
import { sourceRefs, toSource } from "../kit/source-ref.type";
import { toTerm } from "../kit/taxonomy-term.type";
import { toArea } from "./area.type";
import { CentreFilterInput } from "./centre.input";
import {
  CentreConnectionType,
  CentreKindOnType,
  CentreKindPeriodType,
  CentreType,
  toCentre,
} from "./centre.type";
import { nearestCentresArguments } from "./nearest-centres.input";
import { NearestCentresType } from "./nearest-centres.type";
import { openingFields } from "./opening.resolver";
import { toOrganization } from "./organization.type";

queries({
  centres: operation(
    () => CentreConnectionType,
    "The centres that meet a filter, by name or in another order.",
    { filter: optional(() => CentreFilterInput, "Which centres; all when absent."), page: PlaceListArgs },
    ({ filter, page }, context) => findCentres(filter, page, context),
  ),
  centre: toCentre.byCodeAsOf(
    "Centre",
    "One centre by its code; null if there is none.",
    "For example ds3017:25.",
  ),
  nearestCentres: operation(
    () => NearestCentresType,
    "The centres nearest to a point.",
    nearestCentresArguments,
    nearestCentres,
  ),
});

fields<Centre>(() => CentreType, {
  kind: toTerm.oneBy(currentKindCode, "The kind it has now; null where no source says."),
  kindOn: fieldWith(
    () => CentreKindOnType,
    "The kind that it had on a day of the past or future, as far as sources tell.",
    { date: required(() => PartialDateScalar, "A whole day, for example 2021-06-30.") },
    (centre: Centre, { date }) => centreKindOn(centre, date),
  ),
  areas: toArea.many(
    "areaCodes",
    "The areas that hold it, by the boundaries in force; where it has no position, the declared one.",
  ),
  declaredArea: toArea.one("declaredAreaCode", "The area in which its source says that it lies."),
  manager: toOrganization.one("managerCode", "The organisation that runs it; null where no source says."),
  owner: toOrganization.one(
    "ownerCode",
    "The organisation to which the building belongs; null where no source says.",
  ),
  sourceRefs,
  ...openingFields(placeOfCentre),
});

fields<CentreKindPeriod>(() => CentreKindPeriodType, {
  kind: toTerm.one("kindCode", "The kind."),
  sourceRef: toSource.one("sourceCode", "Who said so."),
});
