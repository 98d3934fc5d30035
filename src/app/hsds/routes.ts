import { type Context, Hono } from "hono";
import { HubError } from "../../domain/kit/errors";
import { countOfHsds, findHsdsPage, findMinimalPage, type HsdsPage } from "../../queries/hsds/find-page";
import { findHsdsRow, findTaxonomies, findTaxonomy } from "../../queries/hsds/find-row";
import type { HsdsReading } from "../../queries/hsds/reading";
import { problemOf } from "../problem-of";
import { hsdsBase, listAddress, rowAddress } from "./addresses";
import { answerTo, type HsdsOptions } from "./answer-to";
import { type HsdsListName, hsdsListNames, hsdsLists } from "./lists";
import { faultOf, hsdsLimits, type ListRequest, listRequestOf } from "./query";

const json = "application/json; charset=utf-8";
const ndjson = "application/x-ndjson; charset=utf-8";

/** The page of the specification that this API follows. */
const profile = "https://docs.openreferral.org/en/3.0/hsds/api_reference.html";

/** HSDS 3.0 under `/hsds/`. */
export function hsdsRoutes(options: HsdsOptions): Hono {
  const app = new Hono();
  // Relative, because the hub may live under a prefix that it does not know.
  app.get(hsdsBase, (c) => c.redirect(`hsds/${new URL(c.req.url).search}`));
  app.get(`${hsdsBase}/`, (c) =>
    answerTo(c, options, json, () =>
      JSON.stringify({ version: "3.0", profile, openapi_url: new URL("openapi.json", c.req.url).href }),
    ),
  );
  for (const name of hsdsListNames) {
    app.get(`${hsdsBase}/${name}`, listRoute(name, options));
    app.get(`${hsdsBase}/${name}/:id`, rowRoute(name, options));
  }
  return app;
}

function listRoute(name: HsdsListName, options: HsdsOptions) {
  const { query } = listAddress(name);
  return (c: Context): Response | Promise<Response> => {
    const given = c.req.query();
    const checked = query.safeParse(given);
    if (!checked.success) return problemOf(faultOf(checked.error, given));
    return answerTo(c, options, given.format === "ndjson" ? ndjson : json, (reading) => {
      const request = listRequestOf(checked.data);
      return request.isWhole
        ? linesOf(name, request, reading)
        : JSON.stringify(pageOf(name, request, reading));
    });
  };
}

function rowRoute(name: HsdsListName, options: HsdsOptions) {
  const { table } = hsdsLists[name];
  const { params } = rowAddress(name);
  return (c: Context): Response | Promise<Response> => {
    const given = { id: c.req.param("id") ?? "" };
    const checked = params.safeParse(given);
    if (!checked.success) return problemOf(faultOf(checked.error, given));
    return answerTo(c, options, json, (reading) =>
      JSON.stringify(
        table === "taxonomy" ? findTaxonomy(given.id, reading) : findHsdsRow(table, given.id, reading),
      ),
    );
  };
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
