import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import type { Context } from "hono";
import { HubError } from "../../domain/kit/errors";
import { countOfHsds, findHsdsPage, findMinimalPage, type HsdsPage } from "../../queries/hsds/find-page";
import { findHsdsRow, findTaxonomies, findTaxonomy } from "../../queries/hsds/find-row";
import type { HsdsReading } from "../../queries/hsds/reading";
import { answerTo, type HsdsOptions } from "./answer-to";
import { metadataForm, pageForm, problemForm } from "./forms";
import { type HsdsListName, hsdsListNames, hsdsLists, parametersOf } from "./lists";
import { problemOf } from "./problem-of";
import { faultOf, hsdsLimits, type ListRequest, listRequestOf, queryOf } from "./query";

export const hsdsBase = "/hsds";

const json = "application/json; charset=utf-8";
const ndjson = "application/x-ndjson; charset=utf-8";

/** The page of the specification that this API follows. */
const profile = "https://docs.openreferral.org/en/3.0/hsds/api_reference.html";

const problems = (statuses: readonly number[]) =>
  Object.fromEntries(
    statuses.map((status) => [
      status,
      {
        description: { 400: "A parameter is wrong.", 404: "No such row.", 413: "Too much for one answer." }[
          status
        ]!,
        content: { "application/problem+json": { schema: problemForm } },
      },
    ]),
  );

/** HSDS 3.0 under `/hsds/`: all addresses with their forms, from which the description is made. */
export function hsdsRoutes(options: HsdsOptions): OpenAPIHono {
  const app = new OpenAPIHono({
    defaultHook: (result, c) =>
      result.success ? undefined : problemOf(faultOf(result.error, { ...c.req.query(), ...c.req.param() })),
  });
  const root = createRoute({
    method: "get",
    path: `${hsdsBase}/`,
    summary: "The version of HSDS, and where this API is described",
    responses: {
      200: { description: "Metadata.", content: { "application/json": { schema: metadataForm } } },
    },
  });
  app.openapi(root, ((c: Context) =>
    answerTo(c, options, json, () =>
      JSON.stringify({ version: "3.0", profile, openapi_url: new URL("openapi.json", c.req.url).href }),
    )) as never);
  for (const name of hsdsListNames) {
    addList(app, name, options);
    addRow(app, name, options);
  }
  // Relative, because the hub may live under a prefix that it does not know.
  app.get(hsdsBase, (c) => c.redirect(`hsds/${new URL(c.req.url).search}`));
  return app;
}

function addList(app: OpenAPIHono, name: HsdsListName, options: HsdsOptions): void {
  const route = createRoute({
    method: "get",
    path: `${hsdsBase}/${name}`,
    summary: `Pages of each ${hsdsLists[name].name}`,
    request: { query: queryOf(parametersOf(name)) },
    responses: {
      200: {
        description: "A page, or all rows as lines of JSON.",
        content: {
          "application/json": { schema: pageForm(name) },
          "application/x-ndjson": { schema: z.string() },
        },
      },
      ...problems([400, 413]),
    },
  });
  app.openapi(route, (async (c: Context) => {
    try {
      const request = listRequestOf(c.req.valid("query" as never));
      if (!request.isWhole)
        return await answerTo(c, options, json, (reading) => JSON.stringify(pageOf(name, request, reading)));
      return await answerTo(c, options, ndjson, (reading) => linesOf(name, request, reading));
    } catch (error) {
      return problemOf(error);
    }
  }) as never);
}

function addRow(app: OpenAPIHono, name: HsdsListName, options: HsdsOptions): void {
  const { table, full } = hsdsLists[name];
  const route = createRoute({
    method: "get",
    path: `${hsdsBase}/${name}/{id}`,
    summary: `One ${hsdsLists[name].name} with everything nested`,
    request: { params: z.object({ id: z.uuid().meta({ description: "The id of the row." }) }) },
    responses: {
      200: { description: "The row.", content: { "application/json": { schema: full as z.ZodType } } },
      ...problems([400, 404, 413]),
    },
  });
  app.openapi(route, ((c: Context) =>
    answerTo(c, options, json, (reading) => {
      const id = c.req.param("id")!;
      return JSON.stringify(
        table === "taxonomy" ? findTaxonomy(id, reading) : findHsdsRow(table, id, reading),
      );
    })) as never);
}

function pageOf(
  name: HsdsListName,
  { form, ...request }: ListRequest,
  reading: HsdsReading,
): HsdsPage<unknown> {
  const { table } = hsdsLists[name];
  if (table === "taxonomy") return findTaxonomies({ ...request, search: request.filter.search }, reading);
  if (form === "MINIMAL") return findMinimalPage(table, request, reading);
  return findHsdsPage(table, { ...request, form }, reading);
}

/** @throws HubError LIMIT_EXCEEDED for more rows than one answer has. */
function linesOf(name: HsdsListName, request: ListRequest, reading: HsdsReading): string {
  const { table } = hsdsLists[name];
  const most = request.form === "MINIMAL" ? hsdsLimits.minimal : hsdsLimits.whole[request.form];
  const count = table === "taxonomy" ? 0 : countOfHsds(table, request.filter, reading);
  if (count > most) throw new HubError("LIMIT_EXCEEDED", "hsdsWhole", { count, most }, { where: "format" });
  const { contents } = pageOf(name, { ...request, page: 1, perPage: most }, reading);
  return contents.map((row) => `${JSON.stringify(row)}\n`).join("");
}
