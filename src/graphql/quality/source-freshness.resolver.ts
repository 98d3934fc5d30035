import { GraphQLDateTime } from "graphql-scalars";
import type { SourceRef } from "../../domain/kit/source-ref";
import { findSourceFreshness } from "../../queries/quality/find-source-freshness";
import { optional } from "../kit/argument";
import { fields, fieldWith, nonNullField } from "../kit/declare";
import { SourceRefType } from "../kit/source-ref.type";
import { UpdateFrequencyEnum } from "./import-run.enum";
import { SourceFreshnessType } from "./source-freshness.type";

fields<SourceRef>(() => SourceRefType, {
  updateFrequency: nonNullField(
    () => UpdateFrequencyEnum,
    "How often it is expected to be renewed (dct:accrualPeriodicity).",
    ({ updateFrequency }) => updateFrequency ?? "UNKNOWN",
  ),
  freshness: fieldWith(
    () => SourceFreshnessType,
    "Whether what the hub holds of it is as new as it should be. Cheap for whole lists.",
    {
      at: optional(
        () => GraphQLDateTime,
        "The moment to judge by; that of the request when absent. Imports after it count all the same.",
      ),
    },
    (source: SourceRef, { at }, context) => findSourceFreshness(source, at, context),
  ),
});
