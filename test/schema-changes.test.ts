import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { buildSchema } from "graphql";
import { buildHubSchema } from "../src/graphql/schema";
import { breakingChanges } from "./support/breaking-changes";

/** What clients rely on: the schema of the last release, copied here when it is made (CONTRIBUTING, "Changing the schema"). */
const publishedFile = path.resolve(__dirname, "../schema/published.graphql");

test("no published element is removed before its announced date", () => {
  expect(existsSync(publishedFile)).toBe(true);
  const published = buildSchema(readFileSync(publishedFile, "utf8"));
  expect(breakingChanges(published, buildHubSchema(), new Date().toISOString().slice(0, 10))).toEqual([]);
});

const before = buildSchema(`
  type Query { kept: Int, gone: Int, announced: Int @deprecated(reason: "Use kept. It goes on 2026-06-30."), undated: Int @deprecated(reason: "Use kept.") }
  enum Colour { RED, GREEN @deprecated(reason: "Use RED from 2026-06-30 on.") }
`);
const after = buildSchema("type Query { kept: Int } enum Colour { RED }");

test("a removal is rejected unless it was announced with a date, and the date is past", () => {
  const onlyAnnounced = ["Query.announced was removed.", "GREEN was removed from enum type Colour."];
  const never = ["Query.gone was removed.", "Query.undated was removed."];
  expect(breakingChanges(before, after, "2026-06-29").sort()).toEqual([...never, ...onlyAnnounced].sort());
  expect(breakingChanges(before, after, "2026-06-30").sort()).toEqual(never);
});

test("a change of type, and a new required argument, are rejected even if announced", () => {
  const changed = buildSchema(
    "type Query { kept(id: ID!): String, gone: Int, announced: Int, undated: Int } enum Colour { RED, GREEN }",
  );
  expect(breakingChanges(before, changed, "2099-01-01")).toHaveLength(2);
});
