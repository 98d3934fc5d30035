import { GraphQLScalarType, Kind, type ValueNode } from "graphql";
import { GraphQLDateTime, GraphQLJSON, GraphQLJSONObject, GraphQLSafeInt } from "graphql-scalars";
import type { GeoJsonGeometry } from "../../domain/geo/geojson";
import { isPeriod } from "../../domain/kit/dates";
import { HubError } from "../../domain/kit/errors";

/** A scalar of the library with a short description. */
const described = <I, O>(
  scalar: GraphQLScalarType<I, O>,
  description: string,
  specifiedByURL = scalar.specifiedByURL,
): GraphQLScalarType<I, O> =>
  new GraphQLScalarType<I, O>({ ...scalar.toConfig(), description, specifiedByURL });

export const DateTimeScalar = described(
  GraphQLDateTime,
  "Moment with date, time and offset (RFC 3339), for example 2026-06-10T16:00:00+02:00. Answers are in UTC.",
  "https://www.rfc-editor.org/rfc/rfc3339",
);

export const JSONScalar = described(GraphQLJSON, "Any JSON value (ECMA-404).");

export const JSONObjectScalar = described(GraphQLJSONObject, "JSON object (ECMA-404).");

export const SafeIntScalar = described(
  GraphQLSafeInt,
  "Whole number from -(2^53 - 1) to 2^53 - 1, the safe integers of ECMAScript.",
);

export const GeoJSONGeometryScalar = new GraphQLScalarType<GeoJsonGeometry, GeoJsonGeometry>({
  name: "GeoJSONGeometry",
  description:
    "GeoJSON geometry in WGS 84 (RFC 7946): an object with type and coordinates, longitude first. Only in answers.",
  specifiedByURL: "https://www.rfc-editor.org/rfc/rfc7946",
  serialize: (value) => value as GeoJsonGeometry,
});

export const PartialDateScalar = new GraphQLScalarType<string, string>({
  name: "PartialDate",
  description:
    "Date or period at the precision of the source: 2024, 2022-10 or 2026-09-25 (ISO 8601). Periods of values may be half years and quarters: 2024-S2, 2024-Q3 (SDMX).",
  specifiedByURL: "https://www.w3.org/TR/NOTE-datetime",
  serialize: parse,
  parseValue: parse,
  parseLiteral: (node: ValueNode) => parse(node.kind === Kind.STRING ? node.value : node.kind),
});

function parse(value: unknown): string {
  if (typeof value === "string" && isPeriod(value)) return value;
  const given = typeof value === "string" ? value : (JSON.stringify(value) ?? typeof value);
  throw new HubError("BAD_USER_INPUT", "date", { given });
}
