import {
  buildSchema,
  type GraphQLField,
  getNamedType,
  getNullableType,
  isInterfaceType,
  isListType,
  isObjectType,
} from "graphql";
import { limits } from "../src/domain/kit/limits";
import { boundLists, mostItems } from "../src/graphql/kit/list-bounds";
import { buildHubSchema } from "../src/graphql/schema";
import { codecs } from "../src/storage/records/codecs";
import { saveAll } from "../src/storage/records/save";
import { aService } from "./support/builders";
import { startHub } from "./support/hub";

const schema = buildHubSchema();

interface Walked {
  readonly path: string;
  readonly field: GraphQLField<unknown, unknown>;
}

/** Every field of every type that an answer can have. */
const walked: readonly Walked[] = Object.values(schema.getTypeMap())
  .filter((type) => (isObjectType(type) || isInterfaceType(type)) && !type.name.startsWith("__"))
  .flatMap((type) =>
    isObjectType(type) || isInterfaceType(type)
      ? Object.values(type.getFields()).map((field) => ({ path: `${type.name}.${field.name}`, field }))
      : [],
  );

const lists = walked.filter(({ field }) => isListType(getNullableType(field.type)));
const connections = walked.filter(({ field }) => getNamedType(field.type).name.endsWith("Connection"));

test("every list has a bound, and its description says it once", () => {
  expect(lists.length).toBeGreaterThan(150);
  const unbounded = lists.filter(({ field }) => {
    const most = mostItems(field);
    const said = field.description?.match(/\bat most [\d,]+|\brejected for more\b/gi) ?? [];
    return most === undefined || most < 1 || said.join() !== `At most ${most.toLocaleString("en")}`;
  });
  expect(unbounded.map(({ path }) => path)).toEqual([]);
});

test("a list without a bound breaks the build", () => {
  const build = () => boundLists(buildSchema("type Query { all: [Int!] }"));
  expect(build).toThrow("The list Query.all has no bound.");
});

test("a list of enum values is as long as its enum", () => {
  const most = (path: string) => mostItems(lists.find((list) => list.path === path)!.field);
  expect(["Schedule.byday", "AggregateCell.groups", "Aggregate.groupBy"].map(most)).toEqual([7, 11, 11]);
});

test("every connection has pages of one size, and its lists no more items than a page", () => {
  expect(connections.length).toBeGreaterThan(30);
  const first = connections.map(({ path, field: { args } }) => {
    const { type, defaultValue, description } = args.find(({ name }) => name === "first") ?? {};
    return { path, type: String(type), defaultValue, description };
  });
  const { smallest, largest, usual } = limits.pageSize;
  const description = `Number of items to return, ${smallest} to ${largest}. A larger number is rejected.`;
  expect(first).toEqual(
    connections.map(({ path }) => ({ path, type: "Int!", defaultValue: usual, description })),
  );
  const pages = lists.filter(({ path }) => /Connection\./.test(path));
  expect(new Set(pages.map(({ field }) => mostItems(field)))).toEqual(new Set([largest]));
});

/** What lists of the whole hub need beside `first`. */
const required: Readonly<Record<string, string>> = {
  area: '"nil:42"',
  filter: '{ indicator: "residents" }',
  indicator: '"residents"',
  organization: '"comune-milano"',
  period: '"2024"',
  text: '"casa"',
};

test("every list of the hub rejects a larger page", async () => {
  const { edit } = await startHub({ starter: true });
  const roots = connections.filter(({ path }) => path.startsWith("Query."));
  expect(roots.length).toBeGreaterThan(10);
  const codes = await Promise.all(
    roots.map(async ({ field: { name, args } }) => {
      const given = args
        .filter(
          (arg) => arg.name === "first" || (String(arg.type).endsWith("!") && arg.defaultValue === undefined),
        )
        .map(
          (arg) => `${arg.name}: ${arg.name === "first" ? limits.pageSize.largest + 1 : required[arg.name]}`,
        );
      const { errors = [] } = await edit(`{ ${name}(${given}) { totalCount } }`);
      return [name, ...errors.map(({ extensions }) => extensions?.code)];
    }),
  );
  expect(codes).toEqual(roots.map(({ field }) => [field.name, "PAGE_SIZE_OUT_OF_RANGE"]));
});

test.each([0, 1])("a record holds at most 500 of a kind: %s more", async (more) => {
  const phones = Array.from({ length: limits.recordList + more }, (_, i) => ({
    number: `0288${i}00`,
    note: null,
  }));
  if (more === 0) return expect(aService({ phones }).phones).toHaveLength(limits.recordList);
  expect(() => aService({ phones })).toThrow(
    expect.objectContaining({
      code: "INVALID_RECORD",
      problems: [
        expect.objectContaining({
          field: "phones",
          rule: "at most 500 items",
          ruleIt: "al massimo 500 elementi",
        }),
      ],
    }),
  );
});

test("a stored list that is too long is an error of its field alone, and never cut", async () => {
  const { table, ask } = await startHub();
  const languages = Array.from({ length: limits.recordList + 1 }, (_, i) => `it-x-${i}`);
  const imported = { origin: "test", now: "2026-01-01T00:00:00.000Z" };
  await saveAll(table, codecs.service, [{ ...aService(), languages }], imported);
  const { data, errors = [] } = await ask(
    `{ known: service(code: "test:s1") { code } service(code: "test:s1") { languages } }`,
  );
  expect(data).toEqual({ known: { code: "test:s1" }, service: null });
  expect(errors.map(({ path, message, extensions }) => ({ path, message, ...extensions }))).toEqual([
    expect.objectContaining({
      path: ["service", "languages"],
      code: "LIMIT_EXCEEDED",
      message: "Service.languages has 501 items; the limit is 500.",
      messageIt: "Service.languages ha 501 elementi; il limite è di 500.",
      where: "languages",
    }),
  ]);
});
