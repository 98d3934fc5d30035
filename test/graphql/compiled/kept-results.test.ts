import { buildSchema, type GraphQLFieldResolver, parse } from "graphql";
import { CompiledOperation } from "../../../src/graphql/compiled/compile";
import { leafTexts } from "../../../src/graphql/compiled/leaf-text";
import type { Context } from "../../../src/graphql/kit/context";
import { RequestWork } from "../../../src/storage/engine/request-work";

type Resolve = GraphQLFieldResolver<unknown, Context, { readonly code?: string; readonly first?: number }>;

/** The resolvers of `Query` and how often they ran. */
function asking(resolvers: Readonly<Record<string, Resolve>>) {
  const schema = buildSchema(`
    type Owner { name: String }
    type Place { code: ID!, name(upper: Boolean = false): String, now: String, owner: Owner, near(first: Int): [Place!]! }
    type Query { place(code: ID): Place, places: [Place!]!, cost: Int }
  `);
  const calls: string[] = [];
  for (const [name, resolve] of Object.entries(resolvers)) {
    const [type, field] = name.includes(".") ? name.split(".") : ["Query", name];
    const { [field!]: of } = (schema.getType(type!) as ReturnType<typeof schema.getQueryType>)!.getFields();
    of!.resolve = (...given) => {
      calls.push(name);
      return resolve(given[0], given[1], given[2] as Context, given[3]);
    };
  }
  const operations = new Map<string, CompiledOperation>();
  const operationOf = (query: string): CompiledOperation => {
    const known =
      operations.get(query) ??
      new CompiledOperation({ schema, document: parse(query), operationName: null, leafText: leafTexts() });
    operations.set(query, known);
    return known;
  };
  const ask = (query: string, request: Partial<Context> = {}, variables = {}) => {
    const work = new RequestWork({ units: 1_000_000, milliseconds: 60_000 });
    const context = {
      records: version,
      ...request,
      work,
      get receivedAt() {
        work.readClock();
        return request.receivedAt ?? "";
      },
    } as Context;
    const text = operationOf(query).write({ context, variables });
    work.end();
    return { data: JSON.parse(text) as Record<string, unknown>, work };
  };
  return { ask, calls };
}

const newVersion = () => ({ isShared: (value) => value === today }) as Context["records"];
/** What the queries of a version share. */
const today = { code: "today", name: "2026" };
const version = newVersion();
const later = newVersion();
const place = (code: string) => ({ code, name: `Place ${code}` });

test("a result is computed once for all requests of a version, for each argument and each version", () => {
  const { ask, calls } = asking({ place: (_, { code }) => place(code!) });
  const query = "query ($code: ID) { place(code: $code) { code name } }";
  const data = (code: string) => ({ place: place(code) });
  for (const _ of [1, 2])
    for (const code of ["a", "b"]) expect(ask(query, {}, { code }).data).toEqual(data(code));
  expect(calls).toHaveLength(2);
  expect(ask(query, { records: later }, { code: "a" }).data).toEqual(data("a"));
  expect(calls).toHaveLength(3);
});

test("work counts in every request, also that of a kept result and of a kept row", () => {
  const { ask } = asking({
    places: (_, __, { work }) => {
      work.compared(100_000);
      return [place("a"), place("b")];
    },
    "Place.owner": (_, __, { work }) => {
      work.compared(200_000);
      return { name: "Ente" };
    },
  });
  const query = "{ places { code name owner { name } } }";
  const first = ask(query).work.units;
  expect(first).toBe(1 + 2 * 4 + 1_600 + 2 * 3_200);
  expect(ask(query).work.units).toBe(first);
});

test("what reads the time of its request is not kept, nor what is in it", () => {
  const { ask, calls } = asking({
    place: (_, __, { receivedAt }) => ({ code: "a", name: receivedAt }),
    "Place.owner": () => ({ name: "Ente" }),
  });
  const query = "{ place { name owner { name } } }";
  for (const receivedAt of ["1", "2"])
    expect(ask(query, { receivedAt }).data).toEqual({ place: { name: receivedAt, owner: { name: "Ente" } } });
  expect(calls).toEqual(["place", "Place.owner", "place", "Place.owner"]);
});

test("what the queries share is the same for every request, whatever was read to find it", () => {
  const { ask, calls } = asking({
    place: (_, __, { receivedAt }) => (receivedAt === "1" ? { code: "1" } : today),
    "Place.owner": () => ({ name: "Ente" }),
  });
  const query = "{ place { code owner { name } } }";
  for (const receivedAt of ["1", "2", "2", "1"]) ask(query, { receivedAt });
  expect(calls.filter((name) => name === "Place.owner")).toHaveLength(3);
});

test("a function of a kept result sees the request that asks, and a row with it is not kept", () => {
  const { ask, calls } = asking({
    place: (_, __, context) => ({ code: "a", now: () => context.receivedAt }),
  });
  for (const receivedAt of ["1", "2", "3"]) {
    const { data, work } = ask("{ place { code now } }", { receivedAt });
    expect([data, work.holds]).toEqual([{ place: { code: "a", now: receivedAt } }, "MINUTE"]);
  }
  expect(calls).toEqual(["place"]);
});

test("arguments within a row are part of it; variables are not", () => {
  const { ask } = asking({ places: () => [place("a")], "Place.name": (_, args) => JSON.stringify(args) });
  const query = "query ($upper: Boolean) { places { code name(upper: $upper) } }";
  for (const upper of [true, false, true])
    expect(ask(query, {}, { upper }).data).toEqual({ places: [{ code: "a", name: `{"upper":${upper}}` }] });
});

test("errors and promises are not kept", () => {
  let isFaulty = true;
  const { ask } = asking({
    place: () => {
      if (isFaulty) throw new Error("a fault");
      return place("a");
    },
    places: () => (isFaulty ? Promise.resolve([]) : [place("b")]),
  });
  expect(() => ask("{ place { code } }")).toThrow("a fault");
  expect(() => ask("{ places { code } }")).toThrow("async");
  isFaulty = false;
  expect(ask("{ place { code } }").data).toEqual({ place: { code: "a" } });
  expect(ask("{ places { code } }").data).toEqual({ places: [{ code: "b" }] });
});

test("more work than the bound drops what was kept, and it is computed again", () => {
  const { ask, calls } = asking({
    place: (_, { code }, { work }) => {
      work.computes(200_000);
      return place(code!);
    },
  });
  const query = "query ($code: ID) { place(code: $code) { code name } }";
  const own = newVersion();
  for (const code of ["a", "a", "b", "c", "a"]) ask(query, { records: own }, { code });
  expect(calls).toHaveLength(4);
});

test("arguments for which nothing is kept count towards the bound too", () => {
  const { ask, calls } = asking({
    place: (_, { code }, { receivedAt }) => place(`${code}${receivedAt}`),
    places: () => [place("a")],
  });
  const own = { records: newVersion() };
  const list = "{ places { code name } }";
  for (const _ of [1, 2]) ask(list, own);
  expect(calls).toEqual(["places"]);
  const varied = "query ($code: ID) { place(code: $code) { code } }";
  for (let i = 0; i < 12_000; i++) ask(varied, own, { code: String(i) });
  calls.length = 0;
  ask(list, own);
  expect(calls).toEqual(["places"]);
});
