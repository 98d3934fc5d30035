import type { Correction } from "../../queries/quality/correction-of";
import { dataQualityOf } from "../../queries/quality/data-quality-of";
import { codeOf, required } from "../kit/argument";
import { connectionType } from "../kit/connection.type";
import { operation, queries } from "../kit/declare";
import { nonNull, nullable, output } from "../kit/output";
import { pageArguments } from "../kit/page.input";
import { JSONScalar } from "../kit/scalars";
import { DataQualityIssueType } from "./data-quality-issue.type";

const CorrectionType = output<Correction>(
  "Correction",
  "Problem of a record, with the mutation that corrects it.",
  {
    issue: nonNull(() => DataQualityIssueType, "The problem; its `remedy` says how to correct the file."),
    mutation: nonNull(() => String, "Name of the mutation, for example updateCentre."),
    field: nullable(
      () => String,
      "Field of `fields` that the problem is about; null if the rule does not say which.",
    ),
    variables: nonNull(
      () => JSONScalar,
      "Variables of the mutation: code, version and reason, and the field with its present value, to be replaced.",
    ),
  },
);
const CorrectionConnectionType = connectionType("Correction", () => CorrectionType, "corrections");

queries({
  dataQuality: operation(
    () => CorrectionConnectionType,
    "What an organisation can correct: open problems of the records that it owns, each with its mutation, most severe first, then by record.",
    {
      organization: required(codeOf("organization"), "Code of the organisation, for example comune-milano."),
      ...pageArguments,
    },
    ({ organization, ...page }, context) => dataQualityOf(organization, page, context),
  ),
});
