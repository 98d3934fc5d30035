import type { SourceRef } from "../../domain/kit/source-ref";
import { findSourceFreshness } from "../../queries/quality/find-source-freshness";
import { optional } from "../kit/argument";
import { fields, fieldWith, nonNullField } from "../kit/declare";
import { DateTimeScalar } from "../kit/scalars";
import { SourceRefType } from "../kit/source-ref.type";
import { UpdateFrequencyEnum } from "./import-run.enum";
import { SourceFreshnessType } from "./source-freshness.type";

fields<SourceRef>(() => SourceRefType, {
  updateFrequency: nonNullField(
    () => UpdateFrequencyEnum,
    "Expected frequency of updates (dct:accrualPeriodicity).",
    ({ updateFrequency }) => updateFrequency ?? "UNKNOWN",
  ),
  freshness: fieldWith(
    () => SourceFreshnessType,
    "Timeliness of the data of the source. Efficient in lists.",
    {
      at: optional(
        () => DateTimeScalar,
        "Moment of the evaluation; the time of the request when absent. Later imports still count.",
      ),
    },
    (source: SourceRef, { at }, context) => findSourceFreshness(source, at, context),
  ),
});
