import { readFileSync } from "node:fs";
import path from "node:path";
import { buildSchema, parse, validate } from "graphql";
import { type ErrorText, HubError } from "../../../src/domain/kit/errors";
import { binaryFiles } from "../../../src/domain/kit/messages/en/binary-files";
import { en, it } from "../../../src/domain/kit/messages/errors";

type Values = Readonly<Record<string, unknown>>;
type Entry = ErrorText | ((values: Values) => ErrorText);
type Catalogue = Readonly<Record<string, Readonly<Record<string, Entry>>>>;

const all = (names: string, value: unknown): Values =>
  Object.fromEntries(names.split(" ").map((name) => [name, value]));

/** What values may be, by their names: many, one and none. */
const samples: readonly Values[] = [12_345, 1, 0].map((n) => ({
  ...all(
    "attempts byte column count expected first followed found index largest latitude left length limit line",
    n,
  ),
  ...all(
    "longitude milliseconds more most pages pid port remaining seconds share size smallest status units value version",
    n,
  ),
  ...all("accepted codes fields files gaps known suggestions", Array(Math.min(n, 11)).fill("nil:42")),
  ...all(
    "actual aggregation algorithm area argument at charset city code cursor dataDir date dimension",
    "nil:42",
  ),
  ...all(
    "expiresAt field file folder from fromCurrency given holder id identifier indicator instant",
    "nil:42",
  ),
  ...all(
    "label level measure method name option organization partition period place reason record requestKey rule",
    "nil:42",
  ),
  ...all(
    "scope standsFor start stated strategy subject successor table tag taxonomy timezone to toCurrency type url",
    "nil:42",
  ),
  ...all("wanted where zone", "nil:42"),
  cut: n === 1,
  faults: ["  line 2, source.code is missing. Add it."],
  twice: ["nome"],
}));

const places = { file: "a.mapping.yaml", columns: [{ name: "nome", line: 18 }] };
const headers = [
  { found: ["id"], missing: [["nome", "titolo"]], separator: null, places },
  { found: ["id"], missing: [["nome"]], separator: "\t", places: null },
];

const lists = [
  ...["actions", "areas", "centres", "dataQualityIssues", "expenditures", "importRuns", "indicators"],
  ...["locations", "organizations", "partnerships", "services", "servicesAtLocation", "sourceRefs"],
  ...["strategies", "taxonomyTerms"],
].map((list) => ({ list }));

/** Values whose type or meaning another entry with the same name does not share. */
const own: Readonly<Record<string, readonly Values[]>> = {
  "BAD_USER_INPUT catalogue": [{ file: "data/catalogue/settings.json", problems: "title.en: Invalid input" }],
  "BAD_USER_INPUT exportFilter": [
    { name: "colour", filters: "area, kinds" },
    { name: "colour", filters: "" },
  ],
  "BAD_USER_INPUT exportFilterValue": [{ name: "level", value: "x", expected: "CITY, DISTRICT" }],
  "BAD_USER_INPUT document": [{ problem: 'Cannot query field "x" on type "Query".' }],
  "BAD_USER_INPUT environment": [{ problems: [{ name: "PORT", need: "port" }] }],
  "BAD_USER_INPUT goalposts": [{ low: null, high: 3.5 }],
  "BAD_USER_INPUT hsdsParameter": [{ need: "page" }, { need: "unknown" }, { need: "withPostcode" }],
  "BAD_USER_INPUT hsdsPostcode": [{ postcode: "20141" }],
  "BAD_USER_INPUT measureNeeds": [{ need: "strategy" }, { need: "indicator" }],
  "BAD_USER_INPUT rollback": [{ why: "isRollback" }, { why: "ROLLED_BACK" }, { why: "RUNNING" }],
  "BAD_USER_INPUT webhookUrl": ["form", "fragment", "long", "password", "private", "scheme"].map((why) => ({
    why,
  })),
  "INVALID_RECORD field": [{ ruleIt: "non deve essere vuoto" }],
  "INVALID_RECORD impossible": [
    { problems: 'name = "": must not be empty', problemsIt: 'name = "": non deve essere vuoto' },
  ],
  "LIMIT_EXCEEDED coverage": [{ what: "actions" }, { what: "cells" }, { what: "partnerships" }],
  "SOURCE_UNREADABLE binary": Object.keys(binaryFiles).map((kind) => ({ kind })),
  "SOURCE_UNREADABLE columnsMissing": headers,
  "SOURCE_UNREADABLE columnsTwice": headers,
  "SOURCE_UNREADABLE content": [{ found: "page", wanted: "csv" }],
  "SOURCE_UNREADABLE coordinates": [{ name: "EPSG:2154", known: ["EPSG:3003", "EPSG:4326"] }],
  "SOURCE_UNREADABLE files": [{ found: 'CSV "x"' }, { found: "" }],
  "SOURCE_UNREADABLE headerFurtherDown": [{ skipRows: 3 }],
  "SOURCE_UNREADABLE language": [{ known: [] }, { known: ["it", "en"] }],
  "SOURCE_UNREADABLE notCollection": [{ type: "Feature" }, { type: null }],
  "SOURCE_UNREADABLE refused": [{ reason: "Not found" }, { reason: undefined }],
  "UNAUTHENTICATED token": [{ why: "audience" }, { why: "signature" }],
  "UNKNOWN_CODE hsdsId": [{ table: "service" }, { table: "taxonomy_term" }],
  "UNKNOWN_CODE notThen": lists.flatMap((list) =>
    [null, "2026-02-01T00:00:00Z"].map((since) => ({ ...list, since })),
  ),
  "UNKNOWN_CODE retired": lists,
  "UNKNOWN_CODE unknown": lists.flatMap((list) =>
    [[], ["nil:42"], ["nil:42", "nil:4"]].map((suggestions) => ({ ...list, suggestions })),
  ),
};

const entries = Object.entries(en as unknown as Catalogue).flatMap(([code, group]) =>
  Object.entries(group).map(([key, english]) => {
    const italian = (it as unknown as Catalogue)[code]![key]!;
    return { name: `${code} ${key}`, english, italian };
  }),
);

/** What an entry says for every sample. A value without a sample fails by its name. */
function said(name: string, entry: Entry): ErrorText[] {
  if (typeof entry !== "function") return [entry];
  const given = (own[name] ?? [{}]).flatMap((values) => samples.map((sample) => ({ ...sample, ...values })));
  return given.map((values) =>
    entry(
      new Proxy<Values>(values, {
        get(target, value) {
          if (!(value in target)) throw new Error(`No sample of ${String(value)}.`);
          return target[String(value)];
        },
      }),
    ),
  );
}

test.each(entries)(
  "$name is a sentence and a remedy, in English and in Italian",
  ({ name, english, italian }) => {
    const [inEnglish, inItalian] = [said(name, english), said(name, italian)];
    for (const { message, hint } of [...inEnglish, ...inItalian]) {
      // The clients of Apollo know this one by its message.
      if (message !== "PersistedQueryNotFound") expect(message).toMatch(/^\S.*\.$/s);
      expect(hint).toMatch(/^\s?\S.*[.…]$/s);
      expect(message + hint).not.toMatch(/undefined|NaN|\[object/);
    }
    for (const [i, { message, hint }] of inEnglish.entries()) {
      if (message !== "PersistedQueryNotFound") expect(message).not.toBe(inItalian[i]!.message);
      expect(hint).not.toBe(inItalian[i]!.hint);
    }
  },
);

test("the hub answers each query in a hint", () => {
  const sdl = readFileSync(path.resolve(__dirname, "../../../schema/schema.graphql"), "utf8");
  const hints = entries.flatMap(({ name, english, italian }) =>
    [...said(name, english), ...said(name, italian)].map(({ hint }) => hint),
  );
  const queries = hints.flatMap((hint) => hint.match(/(?<!\w: |Send |Inviare )\{ .*\}/) ?? []);
  const schema = buildSchema(sdl);
  const problems = [...new Set(queries)].map((query) => [
    query,
    // A level is one of an enum, and the sample is none.
    ...validate(schema, parse(query.replace("nil:42 })", "CITY })"))).map(({ message }) => message),
  ]);
  expect(problems.length).toBeGreaterThan(5);
  expect(problems.filter(([, ...messages]) => messages.length > 0)).toEqual([]);
});

test("an error has its texts in both languages, its place and its cause", () => {
  const cause = new Error("x");
  const error = new HubError(
    "UNKNOWN_CODE",
    "unknown",
    { list: "indicators", code: "x", suggestions: ["y"] },
    { where: "per", cause, suggestions: ["y"] },
  );
  expect({ ...error, message: error.message, cause: error.cause }).toEqual({
    name: "HubError",
    code: "UNKNOWN_CODE",
    message: 'No indicator has the code "x".',
    messageIt: 'Nessun indicatore ha il codice "x".',
    hint: 'The nearest codes are "y". Look others up with { indicators { nodes { code name { it } } } }.',
    hintIt: 'I codici più vicini sono "y". Cercarne altri con { indicators { nodes { code name { it } } } }.',
    where: "per",
    suggestions: ["y"],
    cause,
  });
});

test.each([
  [1, "areas has 1 entry; it must have 2 to 20.", "areas contiene una sola voce; deve contenerne da 2 a 20."],
  [
    5_000,
    "areas has 5,000 entries; it must have 2 to 20.",
    "areas contiene 5.000 voci; deve contenerne da 2 a 20.",
  ],
])("numbers are written as usual in each language: %i", (count, message, messageIt) => {
  const values = { argument: "areas", count, smallest: 2, largest: 20 };
  expect(new HubError("BAD_USER_INPUT", "wrongCount", values)).toMatchObject({ message, messageIt });
});

test("only the beginning of a long text is quoted", () => {
  const { message } = new HubError("INVALID_ID", "unknown", { id: "x".repeat(500) });
  expect(message).toBe(`"${"x".repeat(79)}…" is not an id of this hub.`);
});
