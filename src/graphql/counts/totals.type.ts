import { Int } from "type-graphql";
import type { CentreDimension, ServiceDimension } from "../../domain/counts/countable";
import type { TaxonomyTerm } from "../../domain/kit/taxonomy-term";
import type { Area, AreaLevel } from "../../domain/places/area";
import type { CareDomain } from "../../domain/services/service";
import type { CountCell, CountTotals } from "../../queries/counts/make-totals";
import { CoverageType } from "../indicators/observation.type";
import { NonNull, Nullable, Output } from "../kit/decorators";
import { enumType } from "../kit/enum-type";
import { PartialDateScalar } from "../kit/scalars";
import { AreaLevelEnum } from "../places/area.type";
import { AreaGroup, CareDomainGroup, KindGroup, TargetGroupGroup } from "./group.fields";

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

@Output("CentreTotalsCell", "Number of centres in one combination of groups.")
export class CentreTotalsCellType implements Omit<CountCell, "careDomain" | "targetGroup"> {
  @KindGroup kind!: TaxonomyTerm | null;

  @AreaGroup area!: Area | null;

  @NonNull(() => [CentreDimensionEnum], "Dimensions that no source states for these centres.")
  unknown!: CentreDimension[];

  @NonNull(() => Int, "Number of items; 0 in a zero cell.")
  count!: number;
}

@Output("CentreTotals", "Number of centres by kind and area on a date. Cells sum to the total.")
export class CentreTotalsType implements Omit<CountTotals, "cells"> {
  @NonNull(() => [CentreDimensionEnum], "Grouping dimensions.")
  groupBy!: CentreDimension[];

  @NonNull(() => AreaLevelEnum, "Level of the areas.")
  level!: AreaLevel;

  @NonNull(() => PartialDateScalar, "Requested date.")
  on!: string;

  @Nullable(() => String, "Code of the requested city; null for the whole hub.")
  city!: string | null;

  @NonNull(
    () => [CentreTotalsCellType],
    "Every known combination, including zero cells, then combinations with an unknown group. Unknowns are never distributed over other cells.",
  )
  cells!: CentreTotalsCellType[];

  @NonNull(() => Int, "Number of centres in the city or hub, each counted once.")
  total!: number;

  @NonNull(() => CoverageType, "Total, and the number of items with all requested groups known.")
  coverage!: CoverageType;

  @NonNull(
    () => Int,
    "Number of centres whose kind or existence on that date is unknown, even if kinds were not requested.",
  )
  unknownKind!: number;
}

@Output("ServiceTotalsCell", "Number of services in one combination of groups.")
export class ServiceTotalsCellType implements Omit<CountCell, "kind"> {
  @CareDomainGroup careDomain!: CareDomain | null;

  @AreaGroup area!: Area | null;

  @TargetGroupGroup targetGroup!: TaxonomyTerm | null;

  @NonNull(() => [ServiceDimensionEnum], "Dimensions that no source states for these services.")
  unknown!: ServiceDimension[];

  @NonNull(() => Int, "Number of items; 0 in a zero cell.")
  count!: number;
}

@Output(
  "ServiceTotals",
  "Number of services by care domain, area and target group. A service with several groups counts in several cells, so cells can sum to more than the total.",
)
export class ServiceTotalsType implements Omit<CountTotals, "cells" | "on" | "unknownKind"> {
  @NonNull(() => [ServiceDimensionEnum], "Grouping dimensions.")
  groupBy!: ServiceDimension[];

  @NonNull(() => AreaLevelEnum, "Level of the areas.")
  level!: AreaLevel;

  @Nullable(() => String, "Code of the requested city; null for the whole hub.")
  city!: string | null;

  @NonNull(
    () => [ServiceTotalsCellType],
    "Every known combination, including zero cells, then combinations with an unknown group.",
  )
  cells!: ServiceTotalsCellType[];

  @NonNull(() => Int, "Number of services in the city or hub, each counted once.")
  total!: number;

  @NonNull(() => CoverageType, "Total, and the number of items with all requested groups known.")
  coverage!: CoverageType;
}
