import { answerCompositeIndex, type CompositeAnswer } from "../../queries/indicators/answer-composite-index";
import { answerSensitivity } from "../../queries/indicators/answer-sensitivity";
import { required } from "../kit/argument";
import { fields, neverNull, nonNullField, operation, queries } from "../kit/declare";
import { sourceRefs } from "../kit/source-ref.type";
import { CompositeIndexInput } from "./composite-index.input";
import { CompositeIndexType } from "./composite-index.type";
import { CompositeSensitivityType } from "./sensitivity.type";

queries({
  compositeIndex: operation(
    () => CompositeIndexType,
    "Composite index of several indicators for the areas of a level, with components, penalty, recipe and sensitivity. It is computed on request and is not an official index.",
    { input: required(() => CompositeIndexInput, "Recipe of the index.") },
    ({ input }, context) => answerCompositeIndex(input, context),
  ),
});

fields<CompositeAnswer>(() => CompositeIndexType, {
  sensitivity: nonNullField(
    () => CompositeSensitivityType,
    "Robustness of the index to other weights, other methods and each omitted component.",
    ({ index }) => answerSensitivity(index),
  ),
  sourceRefs: neverNull(sourceRefs),
});
