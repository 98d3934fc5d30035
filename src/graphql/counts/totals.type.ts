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
  "What centres are counted by.",
  {
    AREA: "The area of the level that holds them.",
    KIND: "What kind they were on the day.",
  },
);

export const ServiceDimensionEnum = enumType<ServiceDimension>(
  "ServiceDimension",
  "What services are counted by. A service may have several of each.",
  {
    AREA: "The areas of the level that it serves or lies in.",
    CARE_DOMAIN: "The sorts of care.",
    TARGET_GROUP: "For whom it is.",
  },
);

@Output("CentreTotalsCell", "Centres of one combination.")
export class CentreTotalsCellType implements Omit<CountCell, "careDomain" | "targetGroup"> {
  @KindGroup kind!: TaxonomyTerm | null;

  @AreaGroup area!: Area | null;

  @NonNull(() => [CentreDimensionEnum], "What no source tells of these centres.")
  unknown!: CentreDimension[];

  @NonNull(() => Int, "How many; 0 is a zero cell.")
  count!: number;
}

@Output("CentreTotals", "Centres counted by kind and area on a day. Cells add up to the total.")
export class CentreTotalsType implements Omit<CountTotals, "cells"> {
  @NonNull(() => [CentreDimensionEnum], "What they are counted by.")
  groupBy!: CentreDimension[];

  @NonNull(() => AreaLevelEnum, "The level of the areas.")
  level!: AreaLevel;

  @NonNull(() => PartialDateScalar, "The day that was asked.")
  on!: string;

  @Nullable(() => String, "The city that was asked; null for the whole hub.")
  city!: string | null;

  @NonNull(
    () => [CentreTotalsCellType],
    "Every known combination, zero cells included, then those with something unknown, which are never spread over the others.",
  )
  cells!: CentreTotalsCellType[];

  @NonNull(() => Int, "All centres of the city or hub, each once.")
  total!: number;

  @NonNull(() => CoverageType, "The same, and those of them of which all is known that was asked.")
  coverage!: CoverageType;

  @NonNull(
    () => Int,
    "Centres of which nobody says what kind they were on that day, or whether they were there at all, whether or not kinds were asked for.",
  )
  unknownKind!: number;
}

@Output("ServiceTotalsCell", "Services of one combination.")
export class ServiceTotalsCellType implements Omit<CountCell, "kind"> {
  @CareDomainGroup careDomain!: CareDomain | null;

  @AreaGroup area!: Area | null;

  @TargetGroupGroup targetGroup!: TaxonomyTerm | null;

  @NonNull(() => [ServiceDimensionEnum], "What no source tells of these services.")
  unknown!: ServiceDimension[];

  @NonNull(() => Int, "How many; 0 is a zero cell.")
  count!: number;
}

@Output(
  "ServiceTotals",
  "Services counted by sort of care, area and target group. A service of two groups stands in both cells, so cells may add up to more than the total.",
)
export class ServiceTotalsType implements Omit<CountTotals, "cells" | "on" | "unknownKind"> {
  @NonNull(() => [ServiceDimensionEnum], "What they are counted by.")
  groupBy!: ServiceDimension[];

  @NonNull(() => AreaLevelEnum, "The level of the areas.")
  level!: AreaLevel;

  @Nullable(() => String, "The city that was asked; null for the whole hub.")
  city!: string | null;

  @NonNull(
    () => [ServiceTotalsCellType],
    "Every known combination, zero cells included, then those with something unknown.",
  )
  cells!: ServiceTotalsCellType[];

  @NonNull(() => Int, "All services of the city or hub, each once.")
  total!: number;

  @NonNull(() => CoverageType, "The same, and those of them of which all is known that was asked.")
  coverage!: CoverageType;
}
