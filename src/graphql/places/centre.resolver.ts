import { limits } from "../../domain/kit/limits";
import { statusOf } from "../../domain/kit/status";
import type { Area } from "../../domain/places/area";
import { type Centre, currentKindCode } from "../../domain/places/centre";
import { type StatedKind, withDisputes } from "../../domain/places/kind-period";
import { filterUnder } from "../../queries/kit/filter-under";
import { alternateRecords } from "../../queries/places/alternate-records";
import { centreKindOn } from "../../queries/places/centre-kind-on";
import { findCentres } from "../../queries/places/find-centres";
import { nearestCentres } from "../../queries/places/nearest-centres";
import { placeOfCentre } from "../../queries/places/opening-place";
import { optional, required } from "../kit/argument";
import { field, fields, fieldWith, nonNullField, operation, queries } from "../kit/declare";
import { placeListArguments } from "../kit/place-list.input";
import { PartialDateScalar } from "../kit/scalars";
import { toSource } from "../kit/source-ref.type";
import { OperationalStatusEnum } from "../kit/standing.fields";
import { toTerm } from "../kit/taxonomy-term.type";
import { AreaType, toArea } from "./area.type";
import { CentreFilterInput } from "./centre.input";
import {
  CentreConnectionType,
  CentreKindOnType,
  CentreKindPeriodType,
  CentreType,
  toCentre,
} from "./centre.type";
import { NearestCentresInput } from "./nearest-centres.input";
import { NearestCentresType } from "./nearest-centres.type";
import { openingFields } from "./opening.resolver";
import { toOrganization } from "./organization.type";
import { geometryOfPosition } from "./position.fields";

queries({
  centres: operation(
    () => CentreConnectionType,
    "Centres that match a filter, by name or in another order. `nearestCentres` has distances and walking times.",
    {
      filter: optional(() => CentreFilterInput, "Filter of centres; all when absent."),
      ...placeListArguments,
    },
    ({ filter, ...page }, context) => findCentres(filter, page, context),
  ),
  centre: toCentre.byCodeAsOf("Centre", "centre", "ds3017:25"),
  nearestCentres: operation(
    () => NearestCentresType,
    "The few centres nearest to a point, each with its distance and walking time; all centres in a circle are pages of `centres`.",
    { input: required(() => NearestCentresInput, "Point, circle and walk.") },
    ({ input }, context) => nearestCentres(input, context),
  ),
});

fields<Centre>(() => CentreType, {
  status: nonNullField(
    () => OperationalStatusEnum,
    "Operational status; UNKNOWN if no source states it.",
    statusOf,
  ),
  geometry: geometryOfPosition,
  kindHistory: nonNullField(
    () => [CentreKindPeriodType],
    "Past and present kinds, oldest statement first.",
    ({ kindHistory }) => withDisputes(kindHistory),
    limits.recordList,
  ),
  kind: toTerm.oneBy(currentKindCode, "Current kind; null if no source states it."),
  kindOn: fieldWith(
    () => CentreKindOnType,
    "Kind on a past or future date, as far as sources state it.",
    { on: required(() => PartialDateScalar, "Date, for example 2021-06-30.") },
    (centre: Centre, { on }) => centreKindOn(centre, on),
  ),
  sameAs: toCentre.oneBy(
    ({ sameAsCode }) => sameAsCode ?? null,
    "Record that stands for this place in lists and counts, by the decision of a steward; null if this record does.",
  ),
  alternateRecords: field(
    () => [CentreType],
    "Further records of the same place, by the decision of a steward, each with its own sources. They are in no list and no count.",
    alternateRecords,
    limits.recordList,
  ),
  areas: toArea.many(
    "areaCodes",
    "Areas that contain the centre by current boundaries; the declared area if it has no position.",
  ),
  declaredArea: toArea.one("declaredAreaCode", "Area that the source of the centre states."),
  manager: toOrganization.one(
    "managerCode",
    "Organisation that runs the centre; null if no source states it.",
  ),
  owner: toOrganization.one("ownerCode", "Organisation that owns the building; null if no source states it."),
  ...openingFields(placeOfCentre),
});

fields<StatedKind>(() => CentreKindPeriodType, {
  kind: toTerm.one("kindCode", "The kind."),
  sourceRef: toSource.one("sourceCode", "Source of the statement."),
  disputedKinds: toTerm.many(
    "disputedKindCodes",
    "Kinds that another source states for the same time: it is not known which is right. Empty if none does.",
  ),
});

fields<Area>(() => AreaType, {
  centres: fieldWith(
    () => CentreConnectionType,
    "Centres in the area, by name or in another order.",
    {
      filter: optional(
        () => CentreFilterInput,
        "Filter of centres; all in the area when absent. `area` is rejected.",
      ),
      ...placeListArguments,
    },
    ({ code }: Area, { filter, ...page }, context) =>
      findCentres(filterUnder(filter, "area", code), page, context),
  ),
});
