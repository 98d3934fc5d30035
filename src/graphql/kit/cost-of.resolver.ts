import { type DocumentNode, type GraphQLSchema, getOperationAST, parse, validate } from "graphql";
import { HubError } from "../../domain/kit/errors";
import { limits } from "../../domain/kit/limits";
import { type Given, optional, required } from "./argument";
import { isAccepted } from "./cost";
import { type OperationCost, OperationCostType } from "./cost-of.type";
import { operation, queries } from "./declare";
import { estimateCost } from "./estimate-cost";
import { JSONObjectScalar } from "./scalars";
import { weightsOf } from "./weight-of";

const args = {
  query: required(() => String, "The operation, as it would be sent."),
  variables: optional(() => JSONObjectScalar, "Its variables."),
  operationName: optional(() => String, "Name of the operation, if the text has several."),
};

queries({
  costOf: {
    ...operation(
      () => OperationCostType,
      "Cost of an operation, estimated without running it. The same estimate is in `extensions.cost` of every answer.",
      args,
      () => null,
    ),
    resolve: (_, given: Given<typeof args>, __, { schema }) => costOf(given, schema),
  },
});

function costOf(
  { query, variables, operationName }: Given<typeof args>,
  schema: GraphQLSchema,
): OperationCost {
  const document = documentOf(query, schema);
  const named = getOperationAST(document, operationName);
  if (!named) throw new HubError("BAD_USER_INPUT", "operation", null, { where: "operationName" });
  const cost = estimateCost(schema, weightsOf(schema), {
    document,
    operation: named,
    variables: (variables ?? {}) as Readonly<Record<string, unknown>>,
  });
  if (cost === null) throw new HubError("BAD_USER_INPUT", "variables", null, { where: "variables" });
  return {
    accepted: isAccepted(cost),
    units: cost.units,
    unitsLimit: limits.operation.units,
    unitsAt: cost.unitsAt?.path ?? null,
    bytes: cost.bytes,
    bytesLimit: limits.operation.bytes,
    bytesAt: cost.bytesAt?.path ?? null,
  };
}

/** @throws HubError BAD_USER_INPUT with the first reason why the hub would reject the text. */
function documentOf(query: string, schema: GraphQLSchema): DocumentNode {
  let document: DocumentNode;
  try {
    document = parse(query, { maxTokens: limits.documentTokens });
  } catch (error) {
    throw notGraphql(error as Error);
  }
  const [problem] = validate(schema, document, undefined, { maxErrors: 1 });
  if (problem) throw notGraphql(problem);
  return document;
}

const notGraphql = ({ message }: Error): HubError =>
  new HubError("BAD_USER_INPUT", "document", { problem: message }, { where: "query" });
