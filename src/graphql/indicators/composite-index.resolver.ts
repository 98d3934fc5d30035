import { answerCompositeIndex, type CompositeAnswer } from "../../queries/indicators/answer-composite-index";
import { answerSensitivity } from "../../queries/indicators/answer-sensitivity";
import { sourcesOf } from "../../queries/kit/sourced";
import { fields, nonNullField, operation, queries } from "../kit/declare";
import { SourceRefType, sourceRefsDescription } from "../kit/source-ref.type";
import { compositeIndexArguments } from "./composite-index.input";
import { CompositeIndexType } from "./composite-index.type";
import { CompositeSensitivityType } from "./sensitivity.type";

queries({
  compositeIndex: operation(
    () => CompositeIndexType,
    "Several numbers of the areas of a level put together into one, with its parts, penalty, recipe and sensitivity. Computed on request; no official index.",
    compositeIndexArguments,
    answerCompositeIndex,
  ),
});

fields<CompositeAnswer>(() => CompositeIndexType, {
  sensitivity: nonNullField(
    () => CompositeSensitivityType,
    "Whether it survives other weights, other methods, and each part left out.",
    ({ index }) => answerSensitivity(index),
  ),
  sourceRefs: nonNullField(
    () => [SourceRefType],
    sourceRefsDescription,
    ({ index }, context) => sourcesOf(index, context),
  ),
});
