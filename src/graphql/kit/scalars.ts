import { GraphQLScalarType, Kind, type ValueNode } from "graphql";
import { isPartialDate } from "../../domain/kit/dates";
import { HubError } from "../../domain/kit/errors";

/** ISO 8601 at the precision that the source gives. */
export const PartialDateScalar = new GraphQLScalarType<string, string>({
  name: "PartialDate",
  description: "A date at the precision that the source gives: 2024, 2022-10 or 2026-09-25 (ISO 8601).",
  serialize: parse,
  parseValue: parse,
  parseLiteral: (node: ValueNode) => parse(node.kind === Kind.STRING ? node.value : node.kind),
});

function parse(value: unknown): string {
  if (typeof value === "string" && isPartialDate(value)) return value;
  const given = typeof value === "string" ? value : (JSON.stringify(value) ?? typeof value);
  throw new HubError("BAD_USER_INPUT", "date", { given });
}
