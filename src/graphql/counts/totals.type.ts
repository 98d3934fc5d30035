import { Field, Int, ObjectType } from "type-graphql";
import type { CentreDimension, ServiceDimension } from "../../domain/counts/countable";
import type { TaxonomyTerm } from "../../domain/kit/taxonomy-term";
import type { Area, AreaLevel } from "../../domain/places/area";
import type { CareDomain } from "../../domain/services/service";
import type { CountCell, CountTotals } from "../../queries/counts/make-totals";
import { CoverageType } from "../indicators/observation.type";
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

@ObjectType("CentreTotalsCell", { description: "Centres of one combination.", simpleResolvers: true })
export class CentreTotalsCellType implements Omit<CountCell, "careDomain" | "targetGroup"> {
  @KindGroup kind!: TaxonomyTerm | null;

  @AreaGroup area!: Area | null;

  @Field(() => [CentreDimensionEnum], { description: "What no source tells of these centres." })
  unknown!: readonly CentreDimension[];

  @Field(() => Int, { description: "How many; 0 is a zero cell." })
  count!: number;
}

@ObjectType("CentreTotals", {
  description: "Centres counted by kind and area on a day. Cells add up to the total.",
  simpleResolvers: true,
})
export class CentreTotalsType implements Omit<CountTotals, "cells"> {
  @Field(() => [CentreDimensionEnum], { description: "What they are counted by." })
  groupBy!: readonly CentreDimension[];

  @Field(() => AreaLevelEnum, { description: "The level of the areas." })
  level!: AreaLevel;

  @Field(() => PartialDateScalar, { description: "The day that was asked." })
  on!: string;

  @Field(() => String, { nullable: true, description: "The city that was asked; null for the whole hub." })
  city!: string | null;

  @Field(() => [CentreTotalsCellType], {
    description:
      "Every known combination, zero cells included, then those with something unknown, which are never spread over the others.",
  })
  cells!: readonly CentreTotalsCellType[];

  @Field(() => Int, { description: "All centres of the city or hub, each once." })
  total!: number;

  @Field(() => CoverageType, {
    description: "The same, and those of them of which all is known that was asked.",
  })
  coverage!: CoverageType;

  @Field(() => Int, {
    description:
      "Centres of which nobody says what kind they were on that day, or whether they were there at all, whether or not kinds were asked for.",
  })
  unknownKind!: number;
}

@ObjectType("ServiceTotalsCell", { description: "Services of one combination.", simpleResolvers: true })
export class ServiceTotalsCellType implements Omit<CountCell, "kind"> {
  @CareDomainGroup careDomain!: CareDomain | null;

  @AreaGroup area!: Area | null;

  @TargetGroupGroup targetGroup!: TaxonomyTerm | null;

  @Field(() => [ServiceDimensionEnum], { description: "What no source tells of these services." })
  unknown!: readonly ServiceDimension[];

  @Field(() => Int, { description: "How many; 0 is a zero cell." })
  count!: number;
}

@ObjectType("ServiceTotals", {
  description:
    "Services counted by sort of care, area and target group. A service of two groups stands in both cells, so cells may add up to more than the total.",
  simpleResolvers: true,
})
export class ServiceTotalsType implements Omit<CountTotals, "cells" | "on" | "unknownKind"> {
  @Field(() => [ServiceDimensionEnum], { description: "What they are counted by." })
  groupBy!: readonly ServiceDimension[];

  @Field(() => AreaLevelEnum, { description: "The level of the areas." })
  level!: AreaLevel;

  @Field(() => String, { nullable: true, description: "The city that was asked; null for the whole hub." })
  city!: string | null;

  @Field(() => [ServiceTotalsCellType], {
    description: "Every known combination, zero cells included, then those with something unknown.",
  })
  cells!: readonly ServiceTotalsCellType[];

  @Field(() => Int, { description: "All services of the city or hub, each once." })
  total!: number;

  @Field(() => CoverageType, {
    description: "The same, and those of them of which all is known that was asked.",
  })
  coverage!: CoverageType;
}
