import type { Measured } from "../../domain/counts/measured";
import { flatAggregate } from "../../queries/counts/flat-counts";
import { makeAggregate } from "../../queries/counts/make-aggregate";
import { codeOf, later, optional, required, usually } from "../kit/argument";
import { cityDescription } from "../kit/city-argument";
import { fields, operation, queries } from "../kit/declare";
import { flatOf } from "../kit/flat-table.type";
import { PartialDateScalar } from "../kit/scalars";
import { toSource } from "../kit/source-ref.type";
import { AreaLevelEnum } from "../places/area.type";
import { DimensionEnum, MeasureEnum } from "./aggregate.enum";
import { AggregateFilterInput } from "./aggregate.input";
import { AggregateType, AggregateValueType } from "./aggregate.type";

queries({
  aggregate: operation(
    () => AggregateType,
    "Measures grouped by dimensions that all of them share, with zero cells. Unsupported combinations are rejected with an error that names them.",
    {
      measures: required(() => [MeasureEnum], "Measures."),
      groupBy: required(() => [DimensionEnum], "Grouping dimensions; none for totals only."),
      filter: usually(() => [AggregateFilterInput], [], "Selected groups; each dimension at most once."),
      level: usually(() => AreaLevelEnum, "DISTRICT", "Level of the areas."),
      city: optional(
        codeOf("area", later),
        `${cityDescription} Money and participations always cover the whole strategy.`,
      ),
      on: optional(() => PartialDateScalar, "Date for kinds of centres and the ledger; today when absent."),
      strategy: optional(codeOf("strategy"), "Code of the strategy, for EXPENDITURE, PARTICIPANTS and PLAN."),
      budgetVersion: optional(() => String, "Label of a budget version, for PLAN; the newest when absent."),
      indicator: optional(codeOf("indicator"), "Code of the indicator, for OBSERVATION."),
    },
    makeAggregate,
  ),
});

fields(() => AggregateType, { flat: flatOf(flatAggregate) });

fields<Measured>(() => AggregateValueType, {
  sourceRefs: toSource.many(
    "sourceCodes",
    "Sources of the value; empty for counts of records, which name their own sources.",
  ),
});
