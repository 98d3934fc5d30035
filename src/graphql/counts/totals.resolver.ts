import { Arg, Ctx, Query, Resolver } from "type-graphql";
import type { CentreDimension, ServiceDimension } from "../../domain/counts/countable";
import type { AreaLevel } from "../../domain/places/area";
import { type CountTotals, makeTotals } from "../../queries/counts/make-totals";
import { cityDescription } from "../kit/city-argument";
import type { Context } from "../kit/context";
import { PartialDateScalar } from "../kit/scalars";
import { AreaLevelEnum } from "../places/area.type";
import {
  CentreDimensionEnum,
  CentreTotalsType,
  ServiceDimensionEnum,
  ServiceTotalsType,
} from "./totals.type";

@Resolver()
export class TotalsResolver {
  @Query(() => CentreTotalsType, {
    nullable: true,
    description: "Centres by kind and area on a day. What kind they were is never guessed.",
  })
  centreTotals(
    @Arg("groupBy", () => [CentreDimensionEnum], { description: "What to count by." })
    groupBy: CentreDimension[],
    @Arg("on", () => PartialDateScalar, { description: "The whole day, for example 2026-11-22." }) on: string,
    @Arg("level", () => AreaLevelEnum, { defaultValue: "DISTRICT", description: "Which size of area." })
    level: AreaLevel,
    @Arg("city", () => String, { nullable: true, description: cityDescription })
    city: string | null | undefined,
    @Ctx() context: Context,
  ): Promise<CountTotals> {
    return makeTotals("CENTRES", groupBy, { level, city, on }, context);
  }

  @Query(() => ServiceTotalsType, {
    nullable: true,
    description: "Services by sort of care, area and target group.",
  })
  serviceTotals(
    @Arg("groupBy", () => [ServiceDimensionEnum], { description: "What to count by." })
    groupBy: ServiceDimension[],
    @Arg("level", () => AreaLevelEnum, { defaultValue: "DISTRICT", description: "Which size of area." })
    level: AreaLevel,
    @Arg("city", () => String, { nullable: true, description: cityDescription })
    city: string | null | undefined,
    @Ctx() context: Context,
  ): Promise<CountTotals> {
    return makeTotals("SERVICES", groupBy, { level, city }, context);
  }
}
