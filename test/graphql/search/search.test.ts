import { refresh } from "../../../src/projections/refresh";
import { codecs } from "../../../src/storage/records/codecs";
import { saveAll } from "../../../src/storage/records/save";
import {
  aCentre,
  aCity,
  anArea,
  anIndicator,
  anOrganization,
  aService,
  aServiceAtLocation,
  aSource,
  aTerm,
} from "../../support/builders";
import { startHub, type TestHub } from "../../support/hub";

const now = "2026-01-01T00:00:00Z";
const kind = (kindCode: string) => ({
  kindCode,
  validFrom: null,
  validTo: null,
  assertedOn: "2026",
  sourceCode: "test",
});

/** A synthetic city with two places of the same services, and what people confuse with them. */
async function smallCity(): Promise<TestHub> {
  const hub = await startHub();
  const save = <T>(codec: Parameters<typeof saveAll<T>>[1], ...records: T[]) =>
    saveAll(hub.table, codec, records, { origin: "test", now });
  await save(
    codecs.taxonomyTerm,
    aTerm({ code: "centre-kind:CAM", name: { it: "CAM - Centro multifunzionale", en: "Community centre" } }),
    aTerm({ code: "centre-kind:ELDER", name: { it: "Centro anziani", en: "Older people's centre" } }),
    aTerm({
      code: "target-group:ELDER",
      taxonomy: "target-group",
      name: { it: "Anziani", en: "Older people" },
    }),
  );
  await save(codecs.area, aCity(), anArea({ code: "nil:1", name: "CITTA' STUDI" }));
  await save(codecs.organization, anOrganization({ name: "Ente dell’Età" }));
  await save(
    codecs.centre,
    aCentre({ code: "test:verro", name: "Verro", kindHistory: [kind("centre-kind:ELDER")] }),
    aCentre({
      code: "test:boifava",
      name: "Boifava",
      kindHistory: [kind("centre-kind:CAM")],
      areaCodes: ["comune:1", "nil:1"],
    }),
    aCentre({
      code: "test:zante",
      name: "Zante",
      notes: "Presso il CAM Verro 😀, nel quartiere della città.",
    }),
  );
  await save(
    codecs.service,
    aService({
      name: { it: "Spesa a casa", en: "Shopping" },
      targetGroupCodes: ["target-group:ELDER"],
      serviceAreaCodes: ["nil:1"],
    }),
  );
  await save(codecs.serviceAtLocation, aServiceAtLocation({ centreCode: "test:zante" }));
  await refresh(hub.table, "EVERYTHING", { now });
  return hub;
}

interface Found {
  readonly search: {
    readonly totalCount: number;
    readonly pageInfo: { readonly endCursor: string | null; readonly hasNextPage: boolean };
    readonly edges: readonly {
      readonly score: number;
      readonly hasAllWords: boolean;
      readonly node: { readonly __typename: string; readonly code: string };
    }[];
  };
}

const query = /* GraphQL */ `
  query ($text: String!, $types: [SearchType!], $area: String, $first: Int! = 20, $after: String) {
    search(text: $text, types: $types, area: $area, first: $first, after: $after) {
      totalCount
      pageInfo { endCursor hasNextPage }
      edges {
        score
        hasAllWords
        node {
          __typename
          ... on Area { code }
          ... on Centre { code }
          ... on Organization { code }
          ... on Service { code }
          ... on TaxonomyTerm { code }
        }
      }
    }
  }
`;

let hub: TestHub;
beforeEach(async () => {
  hub = await smallCity();
});

async function codesFor(text: string, more: Record<string, unknown> = {}): Promise<string[]> {
  const { data, errors } = await hub.ask<Found>(query, { text, ...more });
  expect(errors).toBeUndefined();
  expect(data!.search.totalCount).toBe(data!.search.edges.length);
  return data!.search.edges.map(({ node }) => node.code);
}

test("reports the results, their score, and the place of the hit", async () => {
  const answer = await hub.ask(
    `{ search(text: "quartere cam", types: [CENTRE]) {
      totalCount
      nodes { ... on Centre { name } }
      pageInfo { hasNextPage hasPreviousPage }
      edges { score hasAllWords node { __typename ... on Node { id } } highlights { field text ranges { start length } } }
    } }`,
  );
  expect(answer).toEqual({
    data: {
      search: {
        totalCount: 1,
        nodes: [{ name: "Zante" }],
        pageInfo: { hasNextPage: false, hasPreviousPage: false },
        edges: [
          {
            // Both words in a note (0.2 x 0.6), not beside each other, one with a mistake.
            score: 0.28,
            hasAllWords: true,
            node: { __typename: "Centre", id: Buffer.from("Centre:test:zante").toString("base64url") },
            highlights: [
              {
                field: "DESCRIPTION",
                text: "Presso il CAM Verro 😀, nel quartiere della città.",
                ranges: [
                  { start: 10, length: 3 },
                  { start: 28, length: 9 },
                ],
              },
            ],
          },
        ],
      },
    },
  });
});

test.each([
  ["the words of a name before those of a note", "verro", ["test:verro", "test:zante"]],
  ["a whole name among words that it does not have", "CAM Verro", ["test:verro", "test:zante"]],
  ["a name without its apostrophe", "delleta", ["bureau"]],
  ["a name without its accent, with another apostrophe", "dell'eta'", ["bureau"]],
  [
    "a city's upper case with apostrophes for accents",
    "città studi",
    ["nil:1", "test:boifava", "test:s1", "comune:1"],
  ],
  ["a service by the English name of its target group", "shopping older people", ["test:s1"]],
  ["a centre by the service that it gives", "spesa casa zante", ["test:zante"]],
  ["a swapped pair of letters", "Biofava", ["test:boifava"]],
  ["an unfinished word", "boif", ["test:boifava"]],
  ["nothing where nothing fits", "xyzxyz", []],
])("finds %s", async (_, text, codes) => {
  const found = await codesFor(text);
  expect(found.slice(0, codes.length)).toEqual(codes);
  if (codes.length === 0) expect(found).toEqual([]);
});

test("finds indicators, sources and locations, by their codes too", async () => {
  await saveAll(hub.table, codecs.indicator, [anIndicator({ code: "share_65plus" })], {
    origin: "test",
    now,
  });
  await saveAll(hub.table, codecs.sourceRef, [aSource({ code: "ds205", title: "Residenti per quartiere" })], {
    origin: "test",
    now,
  });
  const address = { streetAddress: "Via Verro 8", locality: "Milano", postalCode: null, country: "IT" };
  await saveAll(hub.table, codecs.centre, [aCentre({ code: "test:at", address })], { origin: "test", now });
  await refresh(hub.table, "EVERYTHING", { now });
  const nodes = (text: string) =>
    hub.ask(
      `query ($text: String!) { search(text: $text, types: [INDICATOR, SOURCE, LOCATION]) { nodes {
        __typename ... on IndicatorDefinition { code } ... on SourceRef { code } ... on Location { code }
      } } }`,
      { text },
    );
  const indicator = { __typename: "IndicatorDefinition", code: "share_65plus" };
  const source = { __typename: "SourceRef", code: "ds205" };
  const location = { __typename: "Location", code: "it:milano:via-verro-8" };
  expect(await nodes("residenti")).toEqual({ data: { search: { nodes: [indicator, source] } } });
  expect(await nodes("DS205")).toEqual({ data: { search: { nodes: [source] } } });
  expect(await nodes("share_65plus")).toEqual({ data: { search: { nodes: [indicator] } } });
  expect(await nodes("verro 8")).toEqual({ data: { search: { nodes: [location] } } });
});

test("narrows by type and by area", async () => {
  expect(await codesFor("older people", { types: ["TAXONOMY_TERM"] })).toEqual([
    "target-group:ELDER",
    "centre-kind:ELDER",
  ]);
  expect(await codesFor("older people", { types: [], area: "nil:1" })).toEqual(["test:s1"]);
  expect(await codesFor("boifava", { area: "comune:1", types: ["CENTRE", "CENTRE"] })).toEqual([
    "test:boifava",
  ]);
  const { errors } = await hub.ask(query, { text: "boifava", area: "nil:404" });
  expect(errors).toMatchObject([{ extensions: { code: "UNKNOWN_CODE", where: "area" } }]);
});

test("a new record is found as soon as it is published", async () => {
  expect(await codesFor("nuova")).toEqual([]);
  await saveAll(hub.table, codecs.centre, [aCentre({ code: "test:new", name: "Nuova" })], {
    origin: "test",
    now,
  });
  expect(await codesFor("nuova")).toEqual(["test:new"]);
});

test("pages are full and continue at their place while records appear and disappear", async () => {
  const centre = (n: number) => aCentre({ code: `test:g${n}`, name: "Gemella" });
  const save = (...numbers: number[]) =>
    saveAll(
      hub.table,
      codecs.centre,
      numbers.map((n) => centre(n)),
      { origin: "test", now },
    );
  await save(10, 20, 30, 40, 50, 60);
  const first = await hub.ask<Found>(query, { text: "gemella", first: 2 });
  expect(first.data!.search.edges.map(({ node }) => node.code)).toEqual(["test:g10", "test:g20"]);
  await save(5, 25);
  await hub.table.batchWrite({
    deletes: [codecs.centre.key(centre(30)), ...codecs.centre.edges(centre(30))],
  });
  const page = (after: string | null) => hub.ask<Found>(query, { text: "gemella", first: 2, after });
  const after = first.data!.search.pageInfo.endCursor;
  const second = await page(after);
  expect(second.data!.search).toMatchObject({ totalCount: 7, pageInfo: { hasNextPage: true } });
  expect(second.data!.search.edges.map(({ node }) => node.code)).toEqual(["test:g25", "test:g40"]);
  const third = await page(second.data!.search.pageInfo.endCursor);
  expect(third.data!.search.edges.map(({ node }) => node.code)).toEqual(["test:g5", "test:g50"]);
  const last = await page(third.data!.search.pageInfo.endCursor);
  expect(last.data!.search.edges.map(({ node }) => node.code)).toEqual(["test:g60"]);
  expect(last.data!.search.pageInfo.hasNextPage).toBe(false);
  for (const other of [{ text: "verro" }, { types: ["CENTRE"] }, { area: "comune:1" }]) {
    const { errors } = await hub.ask(query, { text: "gemella", after, ...other });
    expect(errors).toMatchObject([{ extensions: { code: "INVALID_CURSOR", where: "after" } }]);
  }
  // Case and accents make no other search.
  expect((await hub.ask<Found>(query, { text: " GEMÈLLA", after })).errors).toBeUndefined();
});

test.each([
  ["a", "text has 1 character; it must have 2 to 100."],
  [" ".repeat(50), "text has 0 characters; it must have 2 to 100."],
  ["a".repeat(101), "text has 101 characters; it must have 2 to 100."],
  ["?!…", "text has no letter and no digit."],
  ["aa bb cc dd ee ff gg hh ii jj kk", "text has 11 different words; the limit is 10."],
])("rejects %p with an error that names it", async (text, message) => {
  const { errors } = await hub.ask(query, { text });
  expect(errors).toMatchObject([{ message, extensions: { code: "BAD_USER_INPUT", where: "text" } }]);
});

test("before the first publication it says so, and does not report an empty result", async () => {
  const empty = await startHub();
  const { errors } = await empty.ask(query, { text: "boifava" });
  expect(errors).toMatchObject([{ extensions: { code: "SERVICE_UNAVAILABLE" } }]);
});
