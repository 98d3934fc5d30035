import type { Measured } from "../../domain/counts/measured";
import { flatAggregate } from "../../queries/counts/flat-counts";
import { groupRecord } from "../../queries/counts/group-names";
import { type AggregateGroup, makeAggregate } from "../../queries/counts/make-aggregate";
import { required } from "../kit/argument";
import { field, fields, operation, queries } from "../kit/declare";
import { flatOf } from "../kit/flat-table.type";
import { NodeType } from "../kit/node.type";
import { toSource } from "../kit/source-ref.type";
import { AggregateInput } from "./aggregate.input";
import { AggregateGroupType, AggregateType, AggregateValueType } from "./aggregate.type";

queries({
  aggregate: operation(
    () => AggregateType,
    "Measures grouped by dimensions that all of them share, with zero cells, as counts or as ratios to people. Unsupported combinations are rejected with an error that names them.",
    { input: required(() => AggregateInput, "The request.") },
    ({ input }, context) => makeAggregate(input, context),
  ),
});

fields(() => AggregateType, { flat: flatOf(flatAggregate) });

fields<AggregateGroup>(() => AggregateGroupType, {
  record: field(
    () => NodeType,
    "Record of the group: area, term, organisation or action. Null for a word, a class, a period, and an unknown group.",
    groupRecord,
  ),
});

fields<Measured>(() => AggregateValueType, {
  sourceRefs: toSource.many(
    "sourceCodes",
    "Sources of the value, or of its denominator; empty for counts of records, which name their own sources.",
  ),
});
