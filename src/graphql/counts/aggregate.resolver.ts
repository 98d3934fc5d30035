import { Arg, Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";
import type { Dimension, Measure } from "../../domain/counts/aggregate-rules";
import type { Measured } from "../../domain/counts/measured";
import type { FlatTable } from "../../domain/kit/flat-table";
import type { SourceRef } from "../../domain/kit/source-ref";
import type { AreaLevel } from "../../domain/places/area";
import { flatAggregate } from "../../queries/counts/flat-counts";
import { type Aggregate, makeAggregate } from "../../queries/counts/make-aggregate";
import { sourcesOf } from "../../queries/kit/sourced";
import { cityDescription } from "../kit/city-argument";
import type { Context } from "../kit/context";
import { FlatTableType, flatDescription } from "../kit/flat-table.type";
import { PartialDateScalar } from "../kit/scalars";
import { SourceRefType } from "../kit/source-ref.type";
import { AreaLevelEnum } from "../places/area.type";
import { DimensionEnum, MeasureEnum } from "./aggregate.enum";
import { AggregateFilterInput } from "./aggregate.input";
import { AggregateType, AggregateValueType } from "./aggregate.type";

@Resolver(() => AggregateType)
export class AggregateResolver {
  @Query(() => AggregateType, {
    nullable: true,
    description:
      "Any measures by any dimensions that all of them have, with zero cells. What makes no sense is refused by name.",
  })
  aggregate(
    @Arg("measures", () => [MeasureEnum], { description: "What is measured." }) measures: Measure[],
    @Arg("groupBy", () => [DimensionEnum], { description: "What it is grouped by; none for totals only." })
    groupBy: Dimension[],
    @Arg("filter", () => [AggregateFilterInput], {
      defaultValue: [],
      description: "Which groups are kept; each dimension at most once.",
    })
    filter: AggregateFilterInput[],
    @Arg("level", () => AreaLevelEnum, { defaultValue: "DISTRICT", description: "Which size of area." })
    level: AreaLevel,
    @Arg("city", () => String, {
      nullable: true,
      description: `${cityDescription} Money and participations are those of the strategy.`,
    })
    city: string | null | undefined,
    @Arg("on", () => PartialDateScalar, {
      nullable: true,
      description: "The whole day of kinds of centres and of the ledger; today when absent.",
    })
    on: string | null | undefined,
    @Arg("strategy", () => String, {
      nullable: true,
      description: "Code of the strategy, for EXPENDITURE, PARTICIPANTS and PLAN.",
    })
    strategy: string | null | undefined,
    @Arg("budgetVersion", () => String, {
      nullable: true,
      description: "Label of a version of the budget, for PLAN; the newest when absent.",
    })
    budgetVersion: string | null | undefined,
    @Arg("indicator", () => String, {
      nullable: true,
      description: "Code of the indicator, for OBSERVATION.",
    })
    indicator: string | null | undefined,
    @Ctx() context: Context,
  ): Promise<Aggregate> {
    const given = { measures, groupBy, filter, level, city, on, strategy, budgetVersion, indicator };
    return makeAggregate(given, context);
  }

  @FieldResolver(() => FlatTableType, { description: flatDescription })
  flat(@Root() aggregate: Aggregate): FlatTable {
    return flatAggregate(aggregate);
  }
}

@Resolver(() => AggregateValueType)
export class AggregateValueResolver {
  @FieldResolver(() => [SourceRefType], {
    nullable: true,
    description: "Where the number comes from; none for counts of records, which name their own sources.",
  })
  sourceRefs(@Root() value: Measured, @Ctx() context: Context): Promise<SourceRef[]> {
    return sourcesOf(value, context);
  }
}
