import settings from "../../data/page/settings.json";
import type { Operation } from "../../src/web/page/api/operation";
import { Find } from "../../src/web/page/api/operations/find";
import { MoreServices } from "../../src/web/page/api/operations/more-services";
import { Neighbourhood } from "../../src/web/page/api/operations/neighbourhood";
import { findVariables, readFindChoice } from "../../src/web/page/find/choice";
import { readChoice, variablesOf } from "../../src/web/page/neighbourhood/choice";
import { startHub } from "../support/hub";

// A view asks once, for many lists: there must be room for another one below what an operation may cost.

const city = settings.city.area;
const at = "2026-07-08T08:00:00Z";
const find = (address: Readonly<Record<string, string>>) => ({
  ...findVariables(readFindChoice(address, city), { city, at }),
  mapLevel: "NEIGHBOURHOOD",
  language: "IT",
});
const point = { near: "45.427461,9.174779", area: "nil:42" };
const compared = { area: "nil:42", compare: "nil:1,nil:2,nil:3" };
const next = { sort: "DISTANCE", after: "x", isNear: true, at, language: "IT" };
const circle = { point: { latitude: 45.4, longitude: 9.2 }, withinMetres: 3000 };

test.each<[string, Operation<unknown, never>, object, number]>([
  ["the city", Find, find({}), 200_000],
  ["a neighbourhood", Find, find({ area: "nil:42" }), 200_000],
  ["a point", Find, find(point), 220_000],
  ["the widest circle", Find, find({ ...point, within: "3000" }), 240_000],
  ["the next services", MoreServices, { ...next, point: circle.point, filter: { near: circle } }, 100_000],
  ["four neighbourhoods", Neighbourhood, { ...variablesOf(readChoice(compared)), language: "IT" }, 260_000],
])("%s: another list fits", async (_, { text }, variables, most) => {
  const hub = await startHub();
  const { data, errors } = await hub.ask<{ costOf: { units: number; accepted: boolean } }>(
    "query ($query: String!, $variables: JSONObject) { costOf(query: $query, variables: $variables) { units accepted } }",
    { query: text, variables },
  );
  expect(errors).toBeUndefined();
  expect(data!.costOf.accepted).toBe(true);
  expect(data!.costOf.units).toBeLessThan(most);
});
