import type { Measured } from "../../domain/counts/measured";
import { flatAggregate } from "../../queries/counts/flat-counts";
import { makeAggregate } from "../../queries/counts/make-aggregate";
import { optional, required, usually } from "../kit/argument";
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
    "Any measures by any dimensions that all of them have, with zero cells. What makes no sense is refused by name.",
    {
      measures: required(() => [MeasureEnum], "What is measured."),
      groupBy: required(() => [DimensionEnum], "What it is grouped by; none for totals only."),
      filter: usually(
        () => [AggregateFilterInput],
        [],
        "Which groups are kept; each dimension at most once.",
      ),
      level: usually(() => AreaLevelEnum, "DISTRICT", "Which size of area."),
      city: optional(() => String, `${cityDescription} Money and participations are those of the strategy.`),
      on: optional(
        () => PartialDateScalar,
        "The whole day of kinds of centres and of the ledger; today when absent.",
      ),
      strategy: optional(() => String, "Code of the strategy, for EXPENDITURE, PARTICIPANTS and PLAN."),
      budgetVersion: optional(
        () => String,
        "Label of a version of the budget, for PLAN; the newest when absent.",
      ),
      indicator: optional(() => String, "Code of the indicator, for OBSERVATION."),
    },
    makeAggregate,
  ),
});

fields(() => AggregateType, { flat: flatOf(flatAggregate) });

fields<Measured>(() => AggregateValueType, {
  sourceRefs: toSource.many(
    "sourceCodes",
    "Where the number comes from; none for counts of records, which name their own sources.",
  ),
});
