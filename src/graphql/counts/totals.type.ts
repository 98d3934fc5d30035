import { Int } from "type-graphql";
import type { CentreDimension, ServiceDimension } from "../../domain/counts/countable";
import type { CountCell, CountTotals } from "../../queries/counts/make-totals";
import { CoverageType } from "../indicators/observation.type";
import { enumType } from "../kit/enum-type";
import { nonNull, nullable, output } from "../kit/output";
import { PartialDateScalar } from "../kit/scalars";
import { AreaLevelEnum } from "../places/area.type";
import { areaGroup, careDomainGroup, kindGroup, targetGroupGroup } from "./group.fields";

export const CentreDimensionEnum = enumType<CentreDimension>(
  "CentreDimension",
  "Grouping dimension of centres.",
  {
    AREA: "Area of the level that contains the centre.",
    KIND: "Kind of the centre on the date.",
  },
);

export const ServiceDimensionEnum = enumType<ServiceDimension>(
  "ServiceDimension",
  "Grouping dimension of services. A service can belong to several groups of one dimension.",
  {
    AREA: "Areas of the level that the service serves or lies in.",
    CARE_DOMAIN: "Care domains.",
    TARGET_GROUP: "Target groups.",
  },
);

/** Centres and services have dimensions of their own. */
type CellBy<D> = CountCell & { readonly unknown: readonly D[] };
type TotalsBy<D> = CountTotals & { readonly groupBy: readonly D[] };

const CentreTotalsCellType = output<CellBy<CentreDimension>, "careDomain" | "targetGroup">(
  "CentreTotalsCell",
  "Number of centres in one combination of groups.",
  {
    kind: kindGroup,
    area: areaGroup,
    unknown: nonNull(() => [CentreDimensionEnum], "Dimensions that no source states for these centres."),
    count: nonNull(() => Int, "Number of items; 0 in a zero cell."),
  },
);

export const CentreTotalsType = output<TotalsBy<CentreDimension>>(
  "CentreTotals",
  "Number of centres by kind and area on a date. Cells sum to the total.",
  {
    groupBy: nonNull(() => [CentreDimensionEnum], "Grouping dimensions."),
    level: nonNull(() => AreaLevelEnum, "Level of the areas."),
    on: nonNull(() => PartialDateScalar, "Requested date."),
    city: nullable(() => String, "Code of the requested city; null for the whole hub."),
    cells: nonNull(
      () => [CentreTotalsCellType],
      "Every known combination, including zero cells, then combinations with an unknown group. Unknowns are never distributed over other cells.",
    ),
    total: nonNull(() => Int, "Number of centres in the city or hub, each counted once."),
    coverage: nonNull(() => CoverageType, "Total, and the number of items with all requested groups known."),
    unknownKind: nonNull(
      () => Int,
      "Number of centres whose kind or existence on that date is unknown, even if kinds were not requested.",
    ),
  },
);

const ServiceTotalsCellType = output<CellBy<ServiceDimension>, "kind">(
  "ServiceTotalsCell",
  "Number of services in one combination of groups.",
  {
    careDomain: careDomainGroup,
    area: areaGroup,
    targetGroup: targetGroupGroup,
    unknown: nonNull(() => [ServiceDimensionEnum], "Dimensions that no source states for these services."),
    count: nonNull(() => Int, "Number of items; 0 in a zero cell."),
  },
);

export const ServiceTotalsType = output<TotalsBy<ServiceDimension>, "on" | "unknownKind">(
  "ServiceTotals",
  "Number of services by care domain, area and target group. A service with several groups counts in several cells, so cells can sum to more than the total.",
  {
    groupBy: nonNull(() => [ServiceDimensionEnum], "Grouping dimensions."),
    level: nonNull(() => AreaLevelEnum, "Level of the areas."),
    city: nullable(() => String, "Code of the requested city; null for the whole hub."),
    cells: nonNull(
      () => [ServiceTotalsCellType],
      "Every known combination, including zero cells, then combinations with an unknown group.",
    ),
    total: nonNull(() => Int, "Number of services in the city or hub, each counted once."),
    coverage: nonNull(() => CoverageType, "Total, and the number of items with all requested groups known."),
  },
);
