import type { OpenAPIHono } from "@hono/zod-openapi";
import { hsdsBase } from "./routes";

/** What is needed of the description to write it out as a page. */
export type HsdsDescription = ReturnType<OpenAPIHono["getOpenAPI31Document"]>;

/** OpenAPI 3.1 of the API, from the forms of its addresses. Its server is where the description lies, whatever the prefix. */
export function hsdsDescription(app: OpenAPIHono): HsdsDescription {
  const document = app.getOpenAPI31Document({
    openapi: "3.1.0",
    info: {
      title: "Vicinato: HSDS 3.0",
      version: "1.0.0",
      description:
        "Services, organisations and places of the hub in the form of Open Referral. Answers are of one published version of the data, the same as those of GraphQL. A fact that no source states is absent. Facts that HSDS has no field for are attributes of the taxonomy vicinato-hsds.",
      license: { name: "EUPL-1.2", url: "https://joinup.ec.europa.eu/collection/eupl" },
    },
    servers: [{ url: "." }],
  });
  const paths = Object.entries(document.paths ?? {}).map(([path, item]) => [
    path.slice(hsdsBase.length),
    item,
  ]);
  return { ...document, paths: Object.fromEntries(paths) };
}
