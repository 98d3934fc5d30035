import { createRoute, OpenAPIHono } from "@hono/zod-openapi";
import * as z from "zod";
import { type HsdsAddress, hsdsAddresses, problemAnswer, problemMeanings } from "./addresses";

/**
 * OpenAPI 3.1 of the API as text, from the forms of its addresses. Its server is where the description lies, whatever the prefix.
 * Written to schema/hsds.openapi.json: the hub serves the file, so that it does not need the generator.
 */
export function hsdsDescription(): string {
  const app = new OpenAPIHono();
  for (const address of hsdsAddresses()) app.openAPIRegistry.registerPath(routeOf(address));
  const document = app.getOpenAPI31Document({
    openapi: "3.1.0",
    info: {
      title: "Vicinato: HSDS 3.0",
      version: "1.0.0",
      description: [
        "Services, organisations and places of the hub in the form of Open Referral.",
        "Answers are of one published version of the data, the same as those of GraphQL.",
        "A fact that no source states is absent.",
        "Facts that HSDS has no field for are attributes of the taxonomy vicinato-hsds.",
      ].join(" "),
      license: { name: "EUPL-1.2", url: "https://joinup.ec.europa.eu/collection/eupl" },
    },
    servers: [{ url: "." }],
  });
  return `${JSON.stringify(document, null, 2)}\n`;
}

const routeOf = ({ path, summary, query, params, answer, hasLines, problems }: HsdsAddress) =>
  createRoute({
    method: "get",
    path,
    summary,
    request: { ...(query && { query }), ...(params && { params }) },
    responses: {
      200: {
        description: hasLines ? "A page, or all rows as lines of JSON." : "The answer.",
        content: {
          "application/json": { schema: answer },
          ...(hasLines && { "application/x-ndjson": { schema: z.string() } }),
        },
      },
      ...Object.fromEntries(
        problems.map((status) => [
          status,
          {
            description: problemMeanings[status],
            content: { "application/problem+json": { schema: problemAnswer } },
          },
        ]),
      ),
    },
  });
