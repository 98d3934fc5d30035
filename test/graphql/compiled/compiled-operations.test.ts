import { type GraphQLSchema, parse } from "graphql";
import { CompiledOperations } from "../../../src/graphql/compiled/compiled-operations";
import type { KnownOperation } from "../../../src/graphql/compiled/known-operation";
import type { Context } from "../../../src/graphql/kit/context";
import { countFields } from "../../../src/graphql/kit/count-fields";
import { RequestWork } from "../../../src/storage/engine/request-work";
import { type Fault, noFault, syntheticSchema } from "../../support/synthetic-schema";

const text = (query: string, operationName: string | null = null) => ({ query, operationName });

/** The operation after graphql-js has answered it twice. */
function known(schema: GraphQLSchema, query: string, operationName: string | null = null): KnownOperation {
  const operations = new CompiledOperations(schema);
  const of = text(query, operationName);
  for (let i = 0; i < 2; i += 1) operations.answered(of, parse(query));
  return operations.find(of)!;
}

const endless = { units: Number.POSITIVE_INFINITY, milliseconds: 600_000 };

function written(operation: KnownOperation, variables = {}, budget = endless) {
  const work = new RequestWork(budget);
  const answer = operation.isReady()
    ? operation.write({ context: { work } as Context, variables })
    : "not tried";
  work.end();
  return { answer, fields: work.fields };
}

test("an operation is compiled at its second sight, under its text and name", () => {
  const operations = new CompiledOperations(syntheticSchema());
  const query = "query A { count } query B { other: count }";
  operations.answered(text(query, "A"), parse(query));
  operations.answered(text(query, "B"), parse(query));
  expect(operations.find(text(query, "A"))).toBeNull();
  operations.answered(text(query, "B"), parse(query));
  expect(operations.find(text(query, "A"))).toBeNull();
  expect(operations.find(text(query))).toBeNull();
  expect(written(operations.find(text(query, "B"))!).answer).toBe('{"other":42}');
});

test("the 200 operations that were asked last stay", () => {
  const operations = new CompiledOperations(syntheticSchema());
  const query = (i: number) => `{ a${i}: count }`;
  for (let i = 0; i < 250; i += 1) {
    for (let sight = 0; sight < 2; sight += 1) operations.answered(text(query(i)), parse(query(i)));
    operations.find(text(query(0)));
  }
  const kept = Array.from({ length: 250 }, (_, i) => operations.find(text(query(i))) !== null);
  expect(kept.filter(Boolean)).toHaveLength(200);
  expect([kept[0], kept[50], kept[51]]).toEqual([true, false, true]);
});

test("plans take a bounded memory, whatever the operations are", () => {
  const schema = syntheticSchema();
  const operations = new CompiledOperations(schema);
  const wide = (i: number) =>
    `{ ${Array.from({ length: 500 }, (_, j) => `b${i}_${j}: place(code: "a") { name code }`).join(" ")} }`;
  const queries = Array.from({ length: 20 }, (_, i) => wide(i));
  for (const query of queries)
    for (let sight = 0; sight < 2; sight += 1) operations.answered(text(query), parse(query));
  expect(queries.filter((query) => operations.find(text(query)) !== null)).toHaveLength(0);
  const shorter = queries.map((query) => query.replaceAll(' place(code: "a") { name code }', "count"));
  for (const query of shorter)
    for (let sight = 0; sight < 2; sight += 1) operations.answered(text(query), parse(query));
  const found = shorter.map((query) => operations.find(text(query)));
  expect(found.reduce((sum, each) => sum + (each?.size ?? 0), 0)).toBeLessThanOrEqual(20_000);
});

test("mutations, introspection and other directives are left to graphql-js", () => {
  const schema = syntheticSchema();
  for (const query of [
    "mutation { count }",
    "{ __schema { description } }",
    "{ count @defer }",
    "{ count @other }",
  ])
    expect(known(schema, query).isReady()).toBe(false);
  expect(known(schema, "{ __typename count }").isReady()).toBe(true);
});

test("the values of variables in directives have plans of their own, at most 8", () => {
  const flags = ["a", "b", "c", "d"];
  const fields = flags.map((name) => `${name}: count @include(if: $${name})`).join(" ");
  const operation = known(
    syntheticSchema(),
    `query (${flags.map((name) => `$${name}: Boolean!`).join(" ")}) { count ${fields} }`,
  );
  const answers = Array.from({ length: 9 }, (_, i) => {
    const variables = Object.fromEntries(flags.map((name, bit) => [name, ((i >> bit) & 1) === 1]));
    return written(operation, variables).answer;
  });
  expect(answers[0]).toBe('{"count":42}');
  expect(answers[5]).toBe('{"count":42,"a":42,"c":42}');
  expect(answers.map((answer) => answer === null)).toEqual([...Array(8).fill(false), true]);
});

test("work is counted as by graphql-js, and a spent budget ends the writer", () => {
  const query = "{ places(first: 3) { __typename code children { code } } }";
  const schema = countFields(syntheticSchema());
  expect(written(known(schema, query)).fields).toBe(1 + 3 * 2 + 6);
  expect(written(known(schema, query), {}, { ...endless, units: 8 }).answer).toBeNull();
});

test("a promise ends the writer, and if it fails later nobody misses it", async () => {
  const failures: unknown[] = [];
  const listen = (error: unknown) => failures.push(error);
  process.on("unhandledRejection", listen);
  const late = async (): Promise<never> => {
    throw new Error("late");
  };
  const answers: Fault[] = [
    (field) => (field === "Query.places" ? late() : noFault),
    (field) => (field === "Query.places" ? [late(), late()] : noFault),
    (field) => (field === "Query.places" ? [new Error("now"), late()] : noFault),
    (field) => (field === "Place.name" ? late() : noFault),
  ];
  for (const fault of answers) {
    const operation = known(syntheticSchema(fault), "{ places { name } }");
    expect([written(operation).answer, written(operation).answer]).toEqual([null, "not tried"]);
  }
  await new Promise(setImmediate);
  process.off("unhandledRejection", listen);
  expect(failures).toEqual([]);
});

test("arguments and context of a request do not outlive it", () => {
  const seen: unknown[] = [];
  const schema = syntheticSchema((field, _, args) => {
    if (field === "Query.place") seen.push(args);
    return noFault;
  });
  const operation = known(schema, "query ($code: ID!) { place(code: $code) { code } }");
  for (const code of ["a", "b"]) written(operation, { code });
  expect(seen).toEqual([{ code: "a" }, { code: "b" }]);
});
